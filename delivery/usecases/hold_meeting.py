"""The start-up meeting, where functions and services are settled (DL-02)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.domain.phases import MEETING_BOOKED, MEETING_HELD
from delivery.models import CaseActivity
from delivery.usecases.complete_activity import complete_activity
from infra.transitions import Cause


def book_meeting(
    session: Session, actor: Actor, case_id: UUID, *, at: datetime, place: str, cause: Cause
) -> CaseActivity:
    """Set time and place."""
    result = {"at": at.isoformat(), "place": place}
    return complete_activity(session, actor, case_id, MEETING_BOOKED, result=result, cause=cause)


def hold_meeting(session: Session, actor: Actor, case_id: UUID, *, notes: str, cause: Cause) -> CaseActivity:
    """Say that it was held and what was settled."""
    return complete_activity(session, actor, case_id, MEETING_HELD, result={"notes": notes}, cause=cause)
