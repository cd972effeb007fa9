"""Move a whole case to another time: what can be moved is, and what cannot is named with its reason (NP-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.formats import in_both, moment
from infra.transitions import Cause
from kernel.errors import DomainError
from kernel.language import Text
from portingsvc import repository
from portingsvc.domain import waves
from portingsvc.domain.errors import MAIN_NUMBER_STAYS
from portingsvc.domain.states import OrderState
from portingsvc.models import PortingOrder
from portingsvc.usecases.change_port_date import change_port_date

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

    A refusal of one never stops the others: it is told in `stuck`, in both languages. When the main number
    cannot move, nothing moves past it, for it stays last (NP-06). Raises `MAIN_NUMBER_NOT_LAST` and
    `SERIES_SPLIT_IN_TIME` for a plan that is no plan.
    """
    orders = [each for each in repository.orders_of_case(session, case_id) if each.state not in _ENDED]
    times = port_at if isinstance(port_at, dict) else {each.id: port_at for each in orders}
    waves.refuse_disorder([(o.first, o.last, o.donor, o.is_main, times.get(o.id, o.port_at)) for o in orders])
    moved: list[str] = []
    asked: list[str] = []
    stuck: list[Stuck] = []
    last_hour: datetime | None = None
    for order in sorted(orders, key=lambda each: not each.is_main):
        wanted = times.get(order.id, order.port_at)
        if order.port_at == wanted:
            continue
        try:
            with session.begin_nested():
                if last_hour is not None and wanted > last_hour:
                    raise MAIN_NUMBER_STAYS.error("port_at", main_at=in_both(moment, last_hour))
                wish = change_port_date(session, order.id, wanted, cause, with_siblings=True)
        except DomainError as refused:
            stuck.append(_stuck(order, refused))
            last_hour = order.port_at if order.is_main else last_hour
        else:
            (asked if wish is not None else moved).append(order.reference)
    return Replan(tuple(moved), tuple(asked), tuple(stuck))


def _stuck(order: PortingOrder, refused: DomainError) -> Stuck:
    reason = Text(sv=refused.detail("sv"), en=refused.detail("en"))
    return Stuck(order.id, order.reference, order.port_at, refused.code, reason)
