"""Keep what was sent from one of our own pages when its session has ended, and give it back after sign-in.

Times are the machine's.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository
from accounts.domain.actor import Actor
from accounts.domain.kept_forms import (
    LIFETIME,
    LONGEST_PATH,
    MOST_KEPT,
    OPENED_WITHIN,
    Fields,
    is_kept,
    kept_fields,
    written,
)
from accounts.kept import repository as forms
from accounts.models import KeptForm
from accounts.usecases.sign_in import safe_path
from infra.vault import vault
from kernel.errors import NOT_FOUND


def keep_form(
    session: Session,
    token: str,
    *,
    path: str,
    page: str,
    sent: Iterable[tuple[str, str]],
    csrf: str,
    machine_now: datetime,
) -> UUID | None:
    """Keep it for the person whose browser carries this session, ended or not; None when it is not to be kept.

    Only a page that we made for that person carries the `csrf` of one of their sessions: what another site or
    another person sends is not kept.
    """
    found = repository.session_by_token(session, token) if token and is_kept(path) else None
    if found is None:
        return None
    since = machine_now - OPENED_WITHIN
    known = [
        each.csrf for each in repository.sessions_of(session, found.person_id) if each.opened_at >= since
    ]
    fields = kept_fields(sent)
    if not fields or not any(hmac.compare_digest(csrf.encode(), each.encode()) for each in known):
        return None
    kept = KeptForm(
        person_id=found.person_id,
        path=path,
        page=safe_path(page) if len(page) <= LONGEST_PATH else "/",
        locked=vault().encrypt(json.dumps(fields).encode()).decode(),
        kept_at=machine_now,
        expires_at=machine_now + LIFETIME,
    )
    session.add(kept)
    session.flush()
    forms.forget_forms(session, machine_now, person_id=found.person_id, but=MOST_KEPT)
    return kept.id


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A kept form: where to, its fields, and the words in it that somebody wrote."""

    path: str
    page: str
    fields: Fields
    words: list[str]
    until: datetime


def give_back(session: Session, actor: Actor, form_id: UUID, machine_now: datetime) -> GivenBack:
    """The form of its own writer. Raises `NOT_FOUND`, also for anybody else's and when its time is over."""
    kept = _own(session, actor, form_id, machine_now)
    fields = [(str(name), str(value)) for name, value in json.loads(vault().decrypt(kept.locked.encode()))]
    return GivenBack(kept.path, kept.page, fields, written(fields), kept.expires_at)


def throw_away(session: Session, actor: Actor, form_id: UUID, machine_now: datetime) -> str:
    """Forget it; the page it was written on. Raises `NOT_FOUND`."""
    kept = _own(session, actor, form_id, machine_now)
    session.delete(kept)
    return kept.page


def _own(session: Session, actor: Actor, form_id: UUID, machine_now: datetime) -> KeptForm:
    if actor.person_id is None:
        raise NOT_FOUND.error()
    return forms.kept_form(session, actor.person_id, form_id, machine_now)
