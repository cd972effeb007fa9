"""A planner at work while everything breaks: refusals are put right and tried again, some ports called off or moved."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from entrypoints.chaos.orders import OWNER, Series
from infra.db import unit_of_work
from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.workdays import add_workdays
from portingsvc.domain.donors import DONORS
from portingsvc.domain.schedule import next_slot
from portingsvc.domain.states import OrderState
from portingsvc.models import PortingOrder, RepairTask
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.change_port_date import change_port_date
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order

_SHARE: Final = 0.04
_AT_ONCE: Final = 20
_PAUSE_SECONDS: Final = 0.3
_LATER_WORKDAYS: Final = 32
_STANDING: Final = (OrderState.READY, OrderState.SUBMITTED, OrderState.DATE_CONFIRMED)


class Office(threading.Thread):
    """Works until told to go home. What cannot be done now is tried again; `left` says how much remains."""

    def __init__(self, orders: list[Series], seed: int) -> None:
        super().__init__(daemon=True)
        draw = random.Random(f"office:{seed}")  # noqa: S311  (a repeatable plan, no secret)
        chosen = draw.sample([first for first, _ in orders], 2 * max(1, int(len(orders) * _SHARE)))
        half = len(chosen) // 2
        self._to_cancel, self._to_move = set(chosen[:half]), set(chosen[half:])
        self._closed = threading.Event()
        self.refusals_seen: set[str] = set()

    @property
    def left(self) -> int:
        return len(self._to_cancel) + len(self._to_move)

    def run(self) -> None:
        while not self._closed.wait(_PAUSE_SECONDS):
            for do in (self._repair, self._cancel, self._move):
                self._try(do)

    def close(self) -> None:
        """Go home; what is being done is finished first."""
        self._closed.set()
        self.join()

    def _try(self, do: Callable[[Session, Cause], object]) -> None:
        """One thing in one unit of work; what the product refuses now, or the database loses, is tried again."""
        try:
            with unit_of_work() as session:
                do(session, Cause("planner", "Kaos", datetime.now(UTC)))
        except DomainError as refused:
            self.refusals_seen.add(refused.code)
        except SQLAlchemyError:
            return

    def _repair(self, session: Session, cause: Cause) -> None:
        waiting = select(RepairTask).where(col(RepairTask.closed_at).is_(None)).limit(_AT_ONCE)
        for task in session.exec(waiting).all():
            record_contact(session, task.id, channel="phone", note="rätt ägare är känd", cause=cause)
            put_right = Correction(owner_id=OWNER, why_now="asked again")
            retry_order(session, task.order_id, put_right, accepted_fee_ore=task.fee_quote_ore, cause=cause)

    def _cancel(self, session: Session, cause: Cause) -> None:
        for order in self._standing(session, self._to_cancel):
            cancel_order(session, order.id, cause.because("called off"))
            session.commit()
            self._to_cancel.discard(order.first)

    def _move(self, session: Session, cause: Cause) -> None:
        day = add_workdays(cause.now.date(), _LATER_WORKDAYS)
        for order in self._standing(session, self._to_move):
            change_port_date(session, order.id, next_slot(DONORS[order.donor], day), cause)
            session.commit()
            self._to_move.discard(order.first)

    @staticmethod
    def _standing(session: Session, firsts: set[str]) -> list[PortingOrder]:
        chosen = (
            select(PortingOrder)
            .where(col(PortingOrder.first).in_(firsts), col(PortingOrder.state).in_(_STANDING))
            .order_by(col(PortingOrder.reference))
        )
        found = list(session.exec(chosen).all())
        random.shuffle(found)  # one that is refused for now must not stand in the way of the others
        return found[:_AT_ONCE]
