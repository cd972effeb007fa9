"""Move a whole case to another time: what can be moved is, and what cannot is named with its reason (NP-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.language import Text
from portingsvc import repository
from portingsvc.domain import waves
from portingsvc.domain.states import OrderState
from portingsvc.models import PortingOrder
from portingsvc.usecases.change_port_date import UNSENT, change_port_date
from portingsvc.usecases.move_unsent import move_unsent

_ENDED = (OrderState.PORTED, OrderState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Stuck:
    """An order that keeps its time, and why."""

    order_id: UUID
    reference: str
    port_at: datetime
    code: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Replan:
    """What a new time made of the orders: moved at once, asked of the donor, left where they were."""

    moved: tuple[str, ...]
    asked: tuple[str, ...]
    stuck: tuple[Stuck, ...]


def replan_orders(
    session: Session, case_id: UUID, port_at: dict[UUID, datetime] | datetime, cause: Cause
) -> Replan:
    """Move every order of a case that is not ended; `port_at` is one time for all, or one for each order.

    A refusal of one never stops the others: it is told in `stuck`, in both languages. Raises
    `MAIN_NUMBER_NOT_LAST` and `SERIES_SPLIT_IN_TIME` for a plan that is no plan.
    """
    orders = [each for each in repository.orders_of_case(session, case_id) if each.state not in _ENDED]
    times = port_at if isinstance(port_at, dict) else {each.id: port_at for each in orders}
    waves.refuse_disorder([(o.first, o.last, o.donor, o.is_main, times.get(o.id, o.port_at)) for o in orders])
    moved: list[str] = []
    asked: list[str] = []
    stuck: list[Stuck] = []
    steps = [(o, times[o.id]) for o in orders if o.id in times and times[o.id] != o.port_at]
    unsent = [step for step in steps if step[0].state in UNSENT]
    refused_at_once = move_unsent(session, unsent, cause) if unsent else {}
    for order, wanted in steps:
        if order.state in UNSENT:
            if order.id in refused_at_once:
                stuck.append(_stuck(order, refused_at_once[order.id]))
            else:
                moved.append(order.reference)
            continue
        try:
            with session.begin_nested():
                wish = change_port_date(session, order.id, wanted, cause, with_siblings=True)
        except DomainError as refused:
            stuck.append(_stuck(order, refused))
        else:
            (asked if wish is not None else moved).append(order.reference)
    return Replan(tuple(moved), tuple(asked), tuple(stuck))


def _stuck(order: PortingOrder, refused: DomainError) -> Stuck:
    reason = Text(sv=refused.detail("sv"), en=refused.detail("en"))
    return Stuck(order.id, order.reference, order.port_at, refused.code, reason)
