"""Add, use and remove passkeys. Times here are the machine's, never a virtual clock's."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from accounts import passkeys, repository
from accounts.domain.actor import Actor
from accounts.domain.errors import PASSKEY_NOT_ADDED, PASSKEY_REFUSED, PASSKEYS_FULL, TOO_MANY_TRIES
from accounts.models import Passkey, PasskeyChallenge, Person
from accounts.usecases.sign_in import OpenedSession, begin_session, safe_path
from infra.outbox import Subject, emit
from kernel.errors import NOT_FOUND

MOST: Final = 10
CHALLENGE_LIFETIME: Final = timedelta(minutes=5)
_MOST_CHALLENGES: Final = 60
_CHALLENGE_BYTES: Final = 32
_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Asked:
    """What the browser is asked to sign, and the token that finds it again."""

    token: str
    options: Any


def _challenge(session: Session, person_id: UUID | None, address: str, now: datetime) -> tuple[str, bytes]:
    """A fresh challenge, good once and for five minutes. Raises `TOO_MANY_TRIES`."""
    repository.forget_challenges(session, now)
    if repository.challenges_of(session, address) >= _MOST_CHALLENGES:
        raise TOO_MANY_TRIES.error(minutes=int(CHALLENGE_LIFETIME.total_seconds() // 60))
    token, challenge = secrets.token_urlsafe(32), secrets.token_bytes(_CHALLENGE_BYTES)
    session.add(
        PasskeyChallenge(
            token_sha256=repository.digest(token),
            challenge=challenge,
            person_id=person_id,
            address_sha256=repository.trace(address),
            expires_at=now + CHALLENGE_LIFETIME,
        )
    )
    return token, challenge


def ask_to_add(session: Session, actor: Actor, *, address: str, machine_now: datetime) -> Asked:
    """Begin to add one. Raises `PASSKEYS_FULL`, `PASSKEYS_UNAVAILABLE`, `TOO_MANY_TRIES`."""
    person = _person(session, actor)
    known = [each.credential_id for each in repository.passkeys_of(session, person.id)]
    if len(known) >= MOST:
        raise PASSKEYS_FULL.error(most=MOST)
    token, challenge = _challenge(session, person.id, address, machine_now)
    return Asked(token, passkeys.options_to_add(person.id, person.email, person.name, challenge, known))


def add_passkey(
    session: Session, actor: Actor, *, token: str, credential: str, name: str, machine_now: datetime
) -> Passkey:
    """Keep a passkey. Raises `PASSKEY_NOT_ADDED` when the browser's answer does not fit what it was asked."""
    person = _person(session, actor)
    asked = repository.take_challenge(session, token, machine_now)
    if asked is None or asked.person_id != person.id:
        raise PASSKEY_NOT_ADDED.error()
    made = passkeys.check_added(credential, asked.challenge)
    if repository.passkey(session, made.credential_id) is not None:
        raise PASSKEY_NOT_ADDED.error()
    row = Passkey(
        person_id=person.id,
        credential_id=made.credential_id,
        public_key=made.public_key,
        sign_count=made.sign_count,
        name=name.strip()[:_NAME] or "Passkey",
        created_at=machine_now,
    )
    session.add(row)
    emit(session, "passkey.added", *_told(row), actor=actor.name, now=machine_now, role=actor.kind.value)
    return row


def remove_passkey(session: Session, actor: Actor, passkey_id: UUID, *, machine_now: datetime) -> None:
    """Take one away; it signs nobody in from now on. Raises `NOT_FOUND` for somebody else's as for none."""
    person = _person(session, actor)
    row = next((e for e in repository.passkeys_of(session, person.id) if e.id == passkey_id), None)
    if row is None:
        raise NOT_FOUND.error()
    session.delete(row)
    emit(session, "passkey.removed", *_told(row), actor=actor.name, now=machine_now, role=actor.kind.value)


def ask_to_enter(session: Session, *, address: str, machine_now: datetime) -> Asked:
    """Begin to sign in. The answer is the same for everybody. Raises `PASSKEYS_UNAVAILABLE`, `TOO_MANY_TRIES`."""
    token, challenge = _challenge(session, None, address, machine_now)
    return Asked(token, passkeys.options_to_enter(challenge))


def enter_with_passkey(
    session: Session, *, token: str, credential: str, next_path: str, machine_now: datetime
) -> OpenedSession:
    """Sign in. Raises `PASSKEY_REFUSED`, in the same words whatever was wrong."""
    asked = repository.take_challenge(session, token, machine_now)
    row = repository.passkey(session, passkeys.id_of(credential))
    if asked is None or asked.person_id is not None or row is None:
        raise PASSKEY_REFUSED.error()
    row.sign_count = passkeys.check_used(credential, asked.challenge, row.public_key, row.sign_count)
    row.last_used_at = machine_now
    return OpenedSession(begin_session(session, row.person_id, machine_now), safe_path(next_path))


def _person(session: Session, actor: Actor) -> Person:
    if actor.person_id is None:
        raise NOT_FOUND.error()
    return repository.person(session, actor.person_id)


def _told(row: Passkey) -> tuple[Subject, dict[str, str]]:
    """For the audit, in the operator's own stream: which and whose; never the key."""
    return Subject("passkey", row.id), {"person_id": str(row.person_id), "name": row.name}
