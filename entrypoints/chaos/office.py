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
from portingsvc.models import PortingOrder, PortingWish, RepairTask, WishKind
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
    """Works until told to go home. What is left to do it reads anew each time: a commit may have lost its answer."""

    def __init__(self, orders: list[Series], seed: int) -> None:
        super().__init__(daemon=True)
        draw = random.Random(f"office:{seed}")  # noqa: S311  (a repeatable plan, no secret)
        chosen = draw.sample([first for first, _ in orders], 2 * max(1, int(len(orders) * _SHARE)))
        half = len(chosen) // 2
        self._chosen = {WishKind.CANCEL: tuple(chosen[:half]), WishKind.CHANGE: tuple(chosen[half:])}
        self._closed = threading.Event()

    def is_done(self) -> bool:
        """Whether the donors have been asked of every chosen order."""
        asked = [_ask(partial(_asked, kind=kind, firsts=firsts)) for kind, firsts in self._chosen.items()]
        return [len(each) for each in asked] == [len(firsts) for firsts in self._chosen.values()]

    def run(self) -> None:
        while not self._closed.wait(_PAUSE_SECONDS):
            for task in _ask(_open_repairs):
                _try(_put_right, task)
            for kind, firsts in self._chosen.items():
                for order_id in _ask(partial(_standing, kind=kind, firsts=firsts)):
                    _try(_DEEDS[kind], order_id)

    def close(self) -> None:
        """Go home; what is being done is finished first."""
        self._closed.set()
        self.join()


def _try(deed: _Deed, entity_id: UUID) -> None:
    """One thing in one unit of work; what the product refuses now, or the database loses, is tried again."""
    with suppress(DomainError, SQLAlchemyError), unit_of_work() as session:
        deed(session, entity_id, Cause("planner", "Kaos", datetime.now(UTC)))


def _ask(query: Callable[[Session], list[_Found]]) -> list[_Found]:
    with suppress(DomainError, SQLAlchemyError), unit_of_work() as session:
        return query(session)
    return []


def _open_repairs(session: Session) -> list[UUID]:
    waiting = select(RepairTask.id).where(col(RepairTask.closed_at).is_(None)).limit(_AT_ONCE)
    return list(session.exec(waiting).all())


def _asked(session: Session, kind: WishKind, firsts: tuple[str, ...]) -> list[UUID]:
    """Those orders of which the donor has been asked this."""
    wished = (
        select(PortingOrder.id).distinct().join(PortingWish, col(PortingWish.order_id) == PortingOrder.id)
    )
    return list(session.exec(wished.where(PortingWish.kind == kind, col(PortingOrder.first).in_(firsts))))


def _standing(session: Session, kind: WishKind, firsts: tuple[str, ...]) -> list[UUID]:
    """Those that the donor has and of which it has not been asked this."""
    chosen = select(PortingOrder.id).where(
        col(PortingOrder.first).in_(firsts),
        col(PortingOrder.state).in_(_STANDING),
        col(PortingOrder.id).not_in(_asked(session, kind, firsts)),
    )
    return list(session.exec(chosen.limit(_AT_ONCE)))


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


_DEEDS: Final[dict[WishKind, _Deed]] = {WishKind.CANCEL: _call_off, WishKind.CHANGE: _put_later}
