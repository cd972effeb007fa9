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
from portingsvc.usecases.change_port_date import UNSENT, change_port_date
from portingsvc.usecases.move_unsent import Steps, move_unsent

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
    steps = [(o, times[o.id]) for o in orders if o.id in times and times[o.id] != o.port_at]
    of_main = [step for step in steps if step[0].is_main]
    done = _moved(session, of_main, cause)
    last_hour = min((order.port_at for order, _ in of_main if order.id in done.refused), default=None)
    rest = [step for step in steps if not step[0].is_main]
    held = [step for step in rest if last_hour is not None and step[1] > last_hour]
    for order, _ in held:
        done.refused[order.id] = MAIN_NUMBER_STAYS.error("port_at", main_at=in_both(moment, last_hour))
    others = _moved(session, [step for step in rest if step not in held], cause)
    asked, refused = done.asked | others.asked, done.refused | others.refused
    return Replan(
        tuple(o.reference for o, _ in steps if o.id not in asked and o.id not in refused),
        tuple(o.reference for o, _ in steps if o.id in asked),
        tuple(_stuck(o, refused[o.id]) for o, _ in steps if o.id in refused),
    )


@dataclass(frozen=True, slots=True)
class _Done:
    """Which orders their donors were asked about, and which keep their time for which reason; the others moved."""

    asked: set[UUID]
    refused: dict[UUID, DomainError]


def _moved(session: Session, steps: Steps, cause: Cause) -> _Done:
    """Unsent orders all at once; the others one by one, for each asks its donor."""
    unsent = [step for step in steps if step[0].state in UNSENT]
    done = _Done(set(), move_unsent(session, unsent, cause) if unsent else {})
    for order, wanted in steps:
        if order.state in UNSENT:
            continue
        try:
            with session.begin_nested():
                change_port_date(session, order.id, wanted, cause, with_siblings=True)
        except DomainError as refusal:
            done.refused[order.id] = refusal
        else:
            done.asked.add(order.id)
    return done


def _stuck(order: PortingOrder, refused: DomainError) -> Stuck:
    reason = Text(sv=refused.detail("sv"), en=refused.detail("en"))
    return Stuck(order.id, order.reference, order.port_at, refused.code, reason)
