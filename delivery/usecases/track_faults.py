"""Faults found at go-live and in the two working days after it (DL-07, DL-08)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.states import FAULT, FaultEvent
from delivery.models import GoLiveFault
from delivery.usecases.settle import note, settle
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND, REASON_REQUIRED


def raise_fault(
    session: Session, actor: Actor, case_id: UUID, *, number: str, text: str, owner: str, cause: Cause
) -> GoLiveFault:
    """Write a fault down, with who mends it."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    if not text.strip():
        raise REASON_REQUIRED.error("text")
    fault = GoLiveFault(
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        number=number,
        text=text.strip(),
        owner=owner,
        found_at=cause.now,
    )
    session.add(fault)
    note(session, case, "fault", text.strip(), cause, about=number)
    settle(session, case, cause)
    return fault


def mend_fault(session: Session, actor: Actor, case_id: UUID, fault_id: UUID, *, cause: Cause) -> GoLiveFault:
    """Say that it is mended. Raises `ILLEGAL_TRANSITION` when it is already."""
    case = repository.case(session, actor, case_id, lock=True)
    fault = next((each for each in repository.faults(session, [case.id]) if each.id == fault_id), None)
    if fault is None:
        raise NOT_FOUND.error()
    fault.mended_at = cause.now
    move(session, fault, FAULT, FaultEvent.MEND, cause)
    settle(session, case, cause)
    return fault
