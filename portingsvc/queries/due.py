"""When the porting service has something to do next: what a clock that is moved must not jump over."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, func, select

from portingsvc.domain.states import AttemptState
from portingsvc.models import PortingAttempt, ScriptedMessage


def next_due(session: Session, now: datetime) -> datetime | None:
    """The next instant after `now` at which a request is to be sent or a scripted donor speaks; none for never."""
    sends = session.exec(
        select(func.min(PortingAttempt.due_at)).where(
            PortingAttempt.state == AttemptState.PLANNED, col(PortingAttempt.due_at) > now
        )
    ).one()
    speaks = session.exec(
        select(func.min(ScriptedMessage.due_at)).where(
            col(ScriptedMessage.position).is_(None), col(ScriptedMessage.due_at) > now
        )
    ).one()
    return min((each for each in (sends, speaks) if each), default=None)
