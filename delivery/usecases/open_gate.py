"""Begin the next phase when the results are there (DL-01). To begin genomförande is to order the ports."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.states import CASE, CaseEvent, CaseState
from delivery.models import DeliveryCase, PortingPreparation
from delivery.usecases.check_gate import check_gate
from delivery.usecases.check_version import check_version
from delivery.usecases.go_live import go_live
from delivery.usecases.send_start_mails import send_start_mails
from delivery.usecases.settle import settle
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND
from portingsvc.domain.donors import donor
from portingsvc.domain.schedule import next_slot
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.release_orders import release_orders

_EVENTS = {
    CaseState.GENOMFORANDE: CaseEvent.START_WORK,
    CaseState.DRIFTSATTNING: CaseEvent.START_GO_LIVE,
}
_LAST_HOUR = 14
_FIRST_HOUR = 10


def open_gate(
    session: Session,
    actor: Actor,
    case_id: UUID,
    phase: CaseState,
    *,
    version: int | None = None,
    cause: Cause,
) -> DeliveryCase:
    """Begin `phase`, or refuse and begin nothing.

    The gate after driftsättning is go-live itself. Raises `GATE_CLOSED` with what is lacking, `ILLEGAL_TRANSITION`, and, when ports are ordered, all that
    `plan_orders` and `release_orders` refuse.
    """
    if phase is CaseState.HYPERCARE:
        return go_live(session, actor, case_id, version=version, cause=cause)
    if phase not in _EVENTS:
        raise NOT_FOUND.error()
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    event = _EVENTS[phase]
    CASE.decide(case.state, event, actor=cause.role)
    settle(session, case, cause)
    check_gate(session, case, phase, cause)
    if phase is CaseState.GENOMFORANDE:
        order_ports(session, case, cause)
    move(session, case, CASE, event, cause)
    if phase is CaseState.DRIFTSATTNING:
        send_start_mails(session, case, cause)
    settle(session, case, cause)
    return case


def order_ports(session: Session, case: DeliveryCase, cause: Cause) -> None:
    """Order every number of every donor for the go-live day, the main number last (NP-02, NP-06)."""
    for main_wave in (False, True):
        items = [
            item
            for row in repository.preparations(session, [case.id])
            for item in _items(row, case.main_number)
            if item.is_main is main_wave
        ]
        if not items:
            continue
        plan_orders(
            session,
            customer_id=case.customer_id,
            partner_id=case.partner_id,
            case_id=case.id,
            items=items,
            port_at=_slot(case, items, _LAST_HOUR if main_wave else _FIRST_HOUR),
            cause=cause,
        )
    release_orders(session, case.id, cause)


def _items(row: PortingPreparation, main_number: str) -> list[OrderItem]:
    return [
        OrderItem(
            first,
            last,
            row.donor,
            row.owner_id,
            row.owner_name,
            is_main=len(first) == len(main_number) and first <= main_number <= last,
        )
        for first, last in row.series
    ]


def _slot(case: DeliveryCase, items: list[OrderItem], hour: int) -> datetime:
    """One hour for all of a wave: every donor of it ports then."""
    return max(next_slot(donor(item.donor), case.go_live_on, hour) for item in items)
