"""Correct one's own name and telephone (GDPR article 16)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from accounts import repository
from accounts.domain.actor import Actor
from accounts.domain.errors import NAME_MISSING
from infra.outbox import Subject, emit
from kernel.errors import NOT_FOUND

_LONGEST_NAME = 200
_LONGEST_PHONE = 40


def correct_person(session: Session, actor: Actor, *, name: str, phone: str, now: datetime) -> None:
    """Keep what is right. Raises `PERSON_NAME_MISSING` for an empty name. The address is what one signs in by."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    if not name.strip():
        raise NAME_MISSING.error("name")
    person = repository.person(session, actor.person_id)
    person.name, person.phone = name.strip()[:_LONGEST_NAME], phone.strip()[:_LONGEST_PHONE]
    subject = Subject("person", person.id)
    emit(session, "person.corrected", subject, {}, actor=person.name, now=now, role=actor.kind.value)
