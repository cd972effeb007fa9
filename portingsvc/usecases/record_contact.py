"""Write down that the customer was contacted about a rejection; without it there is no second attempt (NP-04)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from portingsvc import repository
from portingsvc.models import PortingOrder, RepairTask


def record_contact(session: Session, repair_id: UUID, *, channel: str, note: str, cause: Cause) -> RepairTask:
    """Record channel and what was said. Raises `REASON_REQUIRED` for an empty note."""
    task = repository.repair(session, repair_id)
    if not note.strip():
        raise REASON_REQUIRED.error("note")
    task.contacted_at = cause.now
    task.contact_by = cause.name
    task.contact_channel = channel
    task.contact_note = note.strip()
    order = session.get_one(PortingOrder, task.order_id)
    facts = {"order": order.reference, "channel": channel}
    emit(
        session,
        "repair_task.contacted",
        order.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return task
