"""Sign in by a one-time link. Times here are the machine's, never a virtual clock's."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository
from accounts.domain.errors import LINK_INVALID, TOO_MANY_TRIES
from accounts.models import Person, SignInLink, SignInTry, WebSession
from infra.mail import queue_mail
from infra.settings import get_settings
from kernel.errors import NOT_FOUND

LINK_LIFETIME: Final = timedelta(minutes=20)
INVITATION_LIFETIME: Final = timedelta(days=14)
SESSION_LIFETIME: Final = timedelta(hours=12)
SESSION_IDLE: Final = timedelta(hours=2)
_WINDOW: Final = timedelta(minutes=15)
_TRIES_KEPT: Final = timedelta(days=30)
_MOST_FOR_AN_EMAIL: Final = 5
_MOST_FROM_AN_ADDRESS: Final = 30


def safe_path(path: str) -> str:
    """A path on this site, or `/`: a sign-in never sends anybody elsewhere."""
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if inside else "/"


def make_link(
    session: Session,
    person: Person,
    machine_now: datetime,
    *,
    next_path: str = "/",
    lifetime: timedelta = LINK_LIFETIME,
) -> str:
    """A fresh one-time link for a person, as an address."""
    token = secrets.token_urlsafe(32)
    session.add(
        SignInLink(
            token_sha256=repository.digest(token),
            person_id=person.id,
            next_path=safe_path(next_path),
            made_at=machine_now,
            expires_at=machine_now + lifetime,
        )
    )
    return f"{get_settings().public_url}/sign-in/{token}"


def request_link(
    session: Session, *, email: str, next_path: str, address: str, machine_now: datetime
) -> None:
    """Mail a link when we know the address, and say the same when we do not, so that nobody learns which.

    An unknown address is answered some 1.5 ms sooner; the limits are too tight to measure that through a net.
    Raises `TOO_MANY_TRIES` after five for an address or thirty from a network address in a quarter.
    """
    wanted = email.strip().lower()
    since = machine_now - _WINDOW
    if (
        repository.tries_since(session, since, email=wanted) >= _MOST_FOR_AN_EMAIL
        or repository.tries_since(session, since, address=address) >= _MOST_FROM_AN_ADDRESS
    ):
        raise TOO_MANY_TRIES.error(minutes=int(_WINDOW.total_seconds() // 60))
    session.add(
        SignInTry(
            email_sha256=repository.trace(wanted), address_sha256=repository.trace(address), at=machine_now
        )
    )
    repository.forget_tries(session, machine_now - _TRIES_KEPT)
    person = repository.person_by_email(session, wanted)
    if person is None:
        return
    link = make_link(session, person, machine_now, next_path=next_path)
    minutes = int(LINK_LIFETIME.total_seconds() // 60)
    queue_mail(session, person.email, "sign_in", person.speaks, name=person.name, link=link, minutes=minutes)


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """A session just opened: the cookie's token, shown nowhere else."""

    token: str
    next_path: str


def open_session(session: Session, token: str, machine_now: datetime) -> OpenedSession:
    """Use up a link. Raises `LINK_INVALID` when it is used, expired or unknown."""
    link = repository.link_by_token(session, token)
    if link is None or link.used_at is not None or link.expires_at < machine_now:
        raise LINK_INVALID.error()
    link.used_at = machine_now
    return OpenedSession(begin_session(session, link.person_id, machine_now), link.next_path)


def begin_session(session: Session, person_id: UUID, machine_now: datetime) -> str:
    """A session for somebody who has proved who they are. Returns the cookie's token, of which only a hash is kept."""
    cookie = secrets.token_urlsafe(32)
    session.add(
        WebSession(
            token_sha256=repository.digest(cookie),
            person_id=person_id,
            csrf=secrets.token_urlsafe(24),
            opened_at=machine_now,
            seen_at=machine_now,
            expires_at=machine_now + SESSION_LIFETIME,
        )
    )
    return cookie


def still_good(found: WebSession | None, machine_now: datetime) -> WebSession | None:
    """A session that has neither ended nor been left alone for too long; notes that it was used."""
    if found is None or not _is_good(found, machine_now):
        return None
    if machine_now - found.seen_at > timedelta(minutes=1):
        found.seen_at = machine_now
    return found


def is_signed_in(session: Session, token: str, machine_now: datetime) -> bool:
    """Whether the session of a cookie is still good. Looking does not count as use: a page left open ages."""
    found = repository.session_by_token(session, token)
    return found is not None and _is_good(found, machine_now)


def _is_good(found: WebSession, machine_now: datetime) -> bool:
    if found.ended_at is not None or found.expires_at < machine_now:
        return False
    return machine_now - found.seen_at <= SESSION_IDLE


def choose_side(session: Session, token: str, person_id: UUID, organisation_id: UUID) -> None:
    """Stand for another of one's companies in this browser from now on. Raises `NOT_FOUND` for a stranger's."""
    if all(o.id != organisation_id for _, o in repository.memberships(session, person_id)):
        raise NOT_FOUND.error()
    found = repository.session_by_token(session, token)
    if found is not None:
        found.side_id = organisation_id


def end_session(session: Session, token: str, machine_now: datetime) -> None:
    """Sign out. Ending what is ended changes nothing."""
    found = repository.session_by_token(session, token)
    if found is not None and found.ended_at is None:
        found.ended_at = machine_now
