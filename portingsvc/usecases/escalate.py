"""Open and close what a person must take up with a donor."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from portingsvc import repository
from portingsvc.models import Escalation, EscalationKind, PortingAttempt, PortingOrder


def escalate(
    session: Session,
    order: PortingOrder,
    attempt: PortingAttempt,
    kind: EscalationKind,
    due_at: datetime,
    cause: Cause,
) -> int:
    """Open one unless the order has one of this kind. Returns how many were opened: 1 or 0."""
    if repository.open_escalation(session, order.id, kind) is not None:
        return 0
    session.add(
        Escalation(
            order_id=order.id,
            attempt_id=attempt.id,
            case_id=order.case_id,
            kind=kind,
            due_at=due_at,
            opened_at=cause.now,
            note=cause.reason,
        )
    )
    session.flush()
    _tell(session, "porting_escalation.opened", order, kind, cause)
    return 1


def close_escalation(session: Session, escalation_id: UUID, *, note: str, cause: Cause) -> Escalation:
    """Write down what came of it. Raises `REASON_REQUIRED` for an empty note."""
    if not note.strip():
        raise REASON_REQUIRED.error("note")
    found = repository.escalation(session, escalation_id)
    if found.closed_at is None:
        found.closed_at, found.closed_by = cause.now, cause.name
        found.note = f"{found.note}\n{note.strip()}".strip()
        order = session.get_one(PortingOrder, found.order_id)
        _tell(session, "porting_escalation.closed", order, found.kind, cause.because(note))
    return found


def settle_escalations(session: Session, order: PortingOrder, cause: Cause, *kinds: EscalationKind) -> None:
    """Close by itself what the donor's own word has settled."""
    for kind in kinds:
        found = repository.open_escalation(session, order.id, kind)
        if found is not None:
            found.closed_at, found.closed_by = cause.now, cause.name
            _tell(session, "porting_escalation.closed", order, kind, cause)


def _tell(session: Session, what: str, order: PortingOrder, kind: EscalationKind, cause: Cause) -> None:
    facts = {"order": order.reference, "kind": kind.value, "reason": cause.reason}
    emit(session, what, order.subject(), facts, actor=cause.name, now=cause.now)
