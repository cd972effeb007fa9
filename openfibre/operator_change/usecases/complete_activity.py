"""Say that an activity is done, or let it be with a reason (KO-01)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, REASON_REQUIRED
from openfibre.operator_change.domain.activities import ACTIVITY
from openfibre.operator_change.models import KoActivity, KoProject
from openfibre.operator_change.repository import projects
from openfibre.operator_change.usecases.settle import note_what_is_met


def complete_activity(
    session: Session, actor: Actor, project_id: UUID, activity_id: UUID, *, cause: Cause
) -> KoActivity:
    """For the party whose it is; doing it again changes nothing. Raises `NOT_YOUR_PART`, `NOT_FOUND`."""
    project, row = _own(session, actor, project_id, activity_id)
    if row.done_at is None:
        row.done_at, row.done_by = cause.now, cause.name
        _tell(session, project, row, "done", cause)
    return row


def waive_activity(
    session: Session, actor: Actor, project_id: UUID, activity_id: UUID, *, cause: Cause
) -> KoActivity:
    """Let it be missing, with a reason. For the party whose it is, and the lead."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    project, row = _own(session, actor, project_id, activity_id, or_lead=True)
    row.waived_reason = cause.reason.strip()
    _tell(session, project, row, "waived", cause)
    return row


def _own(
    session: Session, actor: Actor, project_id: UUID, activity_id: UUID, *, or_lead: bool = False
) -> tuple[KoProject, KoActivity]:
    project = projects.project(session, actor, project_id, lock=True)
    row = projects.one_of_project(session, KoActivity, project.id, activity_id)
    seat = projects.seat(session, actor, project.id)
    if row.party_id not in {part.id for part in seat.mine} and not (or_lead and seat.leads):
        if not seat.sees_whole():
            raise NOT_FOUND.error()
        seat.act(ACTIVITY[row.activity].party, part_id=row.party_id)
    return project, row


def _tell(session: Session, project: KoProject, row: KoActivity, what: str, cause: Cause) -> None:
    session.flush()
    note_what_is_met(session, project)
    facts = {"activity": row.activity, "wave": str(row.wave_id or ""), "reason": cause.reason}
    emit(session, f"ko_activity.{what}", project.subject(), facts, actor=cause.name, now=cause.now)
