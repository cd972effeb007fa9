"""The customer says what the right data is; the planner makes contact and sends (CU-07)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.models import PortingOrder, RepairTask
from portingsvc.usecases.mandates import owner_in_donor_form


def propose_repair(
    session: Session, repair_id: UUID, *, owner_id: str, owner_name: str, cause: Cause
) -> RepairTask:
    """Keep the corrected owner with the task. Raises `OWNER_ID_WRONG`."""
    task = repository.repair(session, repair_id)
    order = session.get_one(PortingOrder, task.order_id)
    corrected = owner_in_donor_form(order.donor, owner_id, cause.now.date())
    task.changes = {"owner_id": corrected, "owner_name": owner_name.strip(), "by": cause.name}
    facts = {"order": order.reference}
    emit(
        session,
        "repair_task.proposed",
        order.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return task
