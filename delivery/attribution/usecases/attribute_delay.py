"""Say whose doing a delay is, with evidence; or note one that nothing else noted (NP-10)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.attribution import repository
from delivery.attribution.domain.delays import CAUSES, DELAY_DATES, EVIDENCE_MISSING, DelayCause, DelayKind
from delivery.attribution.models import Delay
from delivery.domain.authority import refuse_outsiders
from delivery.usecases.settle import note
from infra.transitions import Cause
from kernel.ids import new_id


def attribute_delay(
    session: Session,
    actor: Actor,
    case_id: UUID,
    delay_id: UUID,
    *,
    whose: DelayCause,
    evidence: str,
    cause: Cause,
) -> Delay:
    """What was said before stays in the timeline. Raises `NOT_YOURS`, `NOT_FOUND`, `EVIDENCE_MISSING`."""
    refuse_outsiders(actor)
    if not evidence.strip():
        raise EVIDENCE_MISSING.error("evidence")
    case = cases.case(session, actor, case_id)
    row = repository.delay(session, case.id, delay_id)
    row.cause, row.evidence, row.said_by, row.at = whose, evidence.strip(), cause.name, cause.now
    note(session, case, "delay", row.evidence, cause, about=f"{row.what}: {CAUSES[whose].sv}")
    return row


def note_delay(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    what: str,
    first_day: date,
    last_day: date,
    whose: DelayCause,
    evidence: str,
    cause: Cause,
) -> Delay:
    """Raises `NOT_YOURS`, `NOT_FOUND`, `EVIDENCE_MISSING`, `DELAY_DATES`."""
    refuse_outsiders(actor)
    if not evidence.strip() or not what.strip():
        raise EVIDENCE_MISSING.error("evidence" if what.strip() else "what")
    if first_day >= last_day:
        raise DELAY_DATES.error("first_day")
    case = cases.case(session, actor, case_id)
    row = Delay(
        case_id=case.id,
        kind=DelayKind.OTHER,
        about=str(new_id()),
        what=what.strip(),
        first_day=first_day,
        last_day=last_day,
        cause=whose,
        evidence=evidence.strip(),
        said_by=cause.name,
        at=cause.now,
    )
    session.add(row)
    note(session, case, "delay", row.evidence, cause, about=f"{row.what}: {CAUSES[whose].sv}")
    return row
