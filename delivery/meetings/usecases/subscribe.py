"""A planner's own calendar address: made, replaced, revoked. Who has the address reads the calendar."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from accounts.domain.errors import NOT_YOURS
from delivery.meetings import repository
from delivery.meetings.models import CalendarFeed
from infra.settings import get_settings


def make_feed(session: Session, actor: Actor, machine_now: datetime) -> str:
    """A fresh address, shown once; an older one works no more. Raises `NOT_YOURS`."""
    refuse_outsiders(actor)
    if actor.person_id is None:
        raise NOT_YOURS.error()
    revoke_feed(session, actor)
    token = secrets.token_urlsafe(32)
    session.add(
        CalendarFeed(person_id=actor.person_id, token_sha256=repository.digest(token), made_at=machine_now)
    )
    return f"{get_settings().public_url}/calendar/{token}.ics"


def revoke_feed(session: Session, actor: Actor) -> None:
    """The address works no more."""
    found = repository.feed_of(session, actor.person_id) if actor.person_id else None
    if found is not None:
        session.delete(found)
        session.flush()
