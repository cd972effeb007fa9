"""The SIM-in-hand gate: booked ports are let go when every user has a SIM, or a planner says why not (SM-04)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import NOTHING_TO_RELEASE, NUMBER_NOT_IN_CASE, SIMS_NOT_IN_HAND
from delivery.models import DeliveryCase
from delivery.sim_dispatch.domain.gate import holding, listed
from delivery.sim_dispatch.models import SimWaiver
from delivery.sim_dispatch.queries.gate import gate_lines
from delivery.usecases.settle import note
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from kernel.numbers import check_number, format_national


def waive_sim(session: Session, actor: Actor, case_id: UUID, *, number: str, cause: Cause) -> SimWaiver:
    """Let one number go without a SIM in hand.

    Raises `NOT_YOURS`, `REASON_REQUIRED`, and `NUMBER_NOT_IN_CASE` for a number that does not wait at the gate.
    """
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    case = repository.case(session, actor, case_id, lock=True)
    e164 = check_number(number).first or number
    if e164 not in {line.number for line in holding(gate_lines(session, case))}:
        raise NUMBER_NOT_IN_CASE.error("number", number=number)
    waiver = SimWaiver(case_id=case.id, number=e164, reason=cause.reason.strip(), by=cause.name, at=cause.now)
    session.add(waiver)
    note(session, case, "sim_waived", waiver.reason, cause, about=format_national(e164))
    return waiver


def release_ports(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> DeliveryCase:
    """Let the booked ports of a case go. Raises `NOT_YOURS`, `NOTHING_TO_RELEASE`, `SIMS_NOT_IN_HAND`."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    lines = gate_lines(session, case)
    if not lines:
        raise NOTHING_TO_RELEASE.error()
    shut = holding(lines)
    if shut:
        numbers = [format_national(line.number) for line in shut]
        raise SIMS_NOT_IN_HAND.error(count=len(shut), listed=listed(numbers), numbers=numbers)
    case.ports_released_at = cause.now
    note(session, case, "ports_released", cause.reason, cause, about=str(len(lines)))
    facts = {"numbers": len(lines), "waived": sum(bool(line.waived) for line in lines)}
    emit(session, "delivery_case.ports_released", case.subject(), facts, actor=cause.name, now=cause.now)
    return case
