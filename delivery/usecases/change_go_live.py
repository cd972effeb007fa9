"""Move the go-live day: everything that hangs on it is laid out anew (DL-12)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import GO_LIVE_SETTLED
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.queries.facts import facts_of
from delivery.usecases.open_case import lay_up_plan, refuse_day
from delivery.usecases.settle import note
from infra.clock import STOCKHOLM, local_date
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import CHANGED_MEANWHILE
from portingsvc.domain.donors import donor
from portingsvc.domain.schedule import next_slot
from portingsvc.domain.states import OrderState
from portingsvc.queries import OrderLine, orders_of_case
from portingsvc.usecases.replan_orders import replan_orders

_MOVABLE = (CaseState.FORBEREDELSER, CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING)
_ENDED = (OrderState.PORTED, OrderState.CANCELLED)


def change_go_live(
    session: Session, actor: Actor, case_id: UUID, day: date, *, version: int | None = None, cause: Cause
) -> DeliveryCase:
    """Move the day, and the ports with it: at once what is unsent, by wish what a donor has booked.

    What is past its donor's stop deadline stays, and the timeline says why. Raises `NOT_YOURS`,
    `GO_LIVE_TOO_EARLY`, `GO_LIVE_SETTLED` once the case is live, `CHANGED_MEANWHILE`.
    """
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    if case.state not in _MOVABLE:
        raise GO_LIVE_SETTLED.error("go_live_on", go_live=case.go_live_on)
    complete_on = facts_of(session, case, cause.now).complete_on
    refuse_day(day, cause.now, complete_on)
    if case.state is not CaseState.FORBEREDELSER:
        _move_orders(session, case, day, cause)
    before, case.go_live_on = case.go_live_on, day
    lay_up_plan(session, case, complete_on=complete_on)
    note(session, case, "go_live_moved", cause.reason, cause, about=f"{before} → {day}")
    facts = {"from": str(before), "to": str(day), "today": str(local_date(cause.now))}
    emit(
        session,
        "delivery_case.go_live_moved",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return case


def _move_orders(session: Session, case: DeliveryCase, day: date, cause: Cause) -> None:
    """Move what can be moved; what cannot, and what its donor was asked, is told in the timeline (NP-07)."""
    orders = [each for each in orders_of_case(session, case.id) if each.state not in _ENDED]
    done = replan_orders(session, case.id, {each.id: _same_hour(each, day) for each in orders}, cause)
    for stuck in done.stuck:
        note(session, case, "port_not_moved", stuck.code, cause, about=stuck.reference)
    if done.asked:
        note(session, case, "port_move_asked", cause.reason, cause, about=", ".join(done.asked))


def _same_hour(order: OrderLine, day: date) -> datetime:
    """The order's own clock hour on another day of its donor."""
    return next_slot(donor(order.donor), day, order.port_at.astimezone(STOCKHOLM).hour)


def check_version(case: DeliveryCase, version: int | None) -> None:
    """Refuse an edit made on a page that shows an older case than there is; count the edit."""
    if version is not None and version != case.version:
        raise CHANGED_MEANWHILE.error()
    case.version += 1
