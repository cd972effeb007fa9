"""A planner at work while everything breaks: refusals are put right and tried again, some ports called off or moved."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import Final, TypeVar
from uuid import UUID

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
_STANDING: Final = (OrderState.SUBMITTED, OrderState.DATE_CONFIRMED)
_Found = TypeVar("_Found")
_Deed = Callable[[Session, UUID, Cause], object]


class Office(threading.Thread):
    """Works until told to go home. What cannot be done now is tried again; `left` says how much remains."""

    def __init__(self, orders: list[Series], seed: int) -> None:
        super().__init__(daemon=True)
        draw = random.Random(f"office:{seed}")  # noqa: S311  (a repeatable plan, no secret)
        chosen = draw.sample([first for first, _ in orders], 2 * max(1, int(len(orders) * _SHARE)))
        half = len(chosen) // 2
        self._to_do: dict[_Deed, set[str]] = {_call_off: set(chosen[:half]), _put_later: set(chosen[half:])}
        self._closed = threading.Event()

    @property
    def left(self) -> int:
        return sum(map(len, self._to_do.values()))

    def run(self) -> None:
        while not self._closed.wait(_PAUSE_SECONDS):
            for task in _ask(_open_repairs):
                _try(_put_right, task)
            for deed, firsts in self._to_do.items():
                for order_id, first in _ask(partial(_standing, firsts=tuple(firsts))):
                    if _try(deed, order_id):
                        firsts.discard(first)

    def close(self) -> None:
        """Go home; what is being done is finished first."""
        self._closed.set()
        self.join()


def _try(deed: _Deed, entity_id: UUID) -> bool:
    """One thing in one unit of work; what the product refuses now, or the database loses, is tried again."""
    with suppress(DomainError, SQLAlchemyError):
        with unit_of_work() as session:
            deed(session, entity_id, Cause("planner", "Kaos", datetime.now(UTC)))
        return True
    return False


def _ask(query: Callable[[Session], list[_Found]]) -> list[_Found]:
    with suppress(DomainError, SQLAlchemyError), unit_of_work() as session:
        return query(session)
    return []


def _open_repairs(session: Session) -> list[UUID]:
    waiting = select(RepairTask.id).where(col(RepairTask.closed_at).is_(None)).limit(_AT_ONCE)
    return list(session.exec(waiting).all())


def _standing(session: Session, firsts: tuple[str, ...]) -> list[tuple[UUID, str]]:
    chosen = select(PortingOrder.id, PortingOrder.first).where(
        col(PortingOrder.first).in_(firsts), col(PortingOrder.state).in_(_STANDING)
    )
    return list(session.exec(chosen).all())[:_AT_ONCE]


def _put_right(session: Session, task_id: UUID, cause: Cause) -> None:
    task = record_contact(session, task_id, channel="phone", note="rätt ägare är känd", cause=cause)
    correction = Correction(owner_id=OWNER, why_now="asked again")
    retry_order(session, task.order_id, correction, accepted_fee_ore=task.fee_quote_ore, cause=cause)


def _call_off(session: Session, order_id: UUID, cause: Cause) -> None:
    cancel_order(session, order_id, cause.because("called off"))


def _put_later(session: Session, order_id: UUID, cause: Cause) -> None:
    order = session.get_one(PortingOrder, order_id)
    day = add_workdays(cause.now.date(), _LATER_WORKDAYS)
    change_port_date(session, order_id, next_slot(DONORS[order.donor], day), cause)
