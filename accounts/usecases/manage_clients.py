"""A partner's people look after the keys of their programs: made, changed, taken back (PA-01).

A secret is shown once. After a change the old one is good for a day, so that nobody must change at night. Every
one of these is told in the partner's feed, with who did it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository
from accounts.domain.actor import Actor
from accounts.domain.errors import KEY_NAME_MISSING, KEY_WITHOUT_SCOPE, NOT_YOURS, SCOPE_UNKNOWN
from accounts.domain.networks import read_networks
from accounts.domain.roles import Role
from accounts.models import ApiClient
from accounts.usecases.api_clients import SCOPES, ClientSecret, fresh_secret, make_client
from accounts.usecases.remember_token import forget
from infra.outbox import Subject, emit
from infra.transitions import Cause

BOTH_LIVE: Final = timedelta(hours=24)


def add_key(
    session: Session,
    actor: Actor,
    *,
    name: str,
    scopes: list[str],
    networks: str,
    cause: Cause,
    is_test: bool = False,
) -> ClientSecret:
    """A key for one more program, live or for the sandbox.

    Raises `NOT_YOURS`, `KEY_NAME_MISSING`, `KEY_WITHOUT_SCOPE`, `SCOPE_UNKNOWN`, `NETWORK_INVALID`.
    """
    partner_id = _partner_of(actor)
    if not name.strip():
        raise KEY_NAME_MISSING.error("name")
    if not scopes:
        raise KEY_WITHOUT_SCOPE.error("scopes")
    for each in scopes:
        if each not in SCOPES:
            raise SCOPE_UNKNOWN.error("scopes", scope=each)
    nets = read_networks(networks)
    partner = repository.organisation(session, partner_id)
    made = make_client(session, partner, name=name.strip(), scopes=scopes, now=cause.now, is_test=is_test)
    session.flush()
    row = repository.client_of(session, partner_id, made.client_id)
    row.allowed_networks = nets
    _tell(session, row, "made", cause)
    return made


def rotate_key(
    session: Session, actor: Actor, client_id: str, *, machine_now: datetime, cause: Cause
) -> ClientSecret:
    """A new secret; the old one is good for a day more. Raises `NOT_YOURS`, `NOT_FOUND`."""
    row = repository.client_of(session, _partner_of(actor), client_id)
    made = fresh_secret(row.client_id)
    row.previous_sha256, row.previous_until = row.secret_sha256, machine_now + BOTH_LIVE
    row.secret_sha256 = repository.digest(made.secret)
    _tell(session, row, "rotated", cause)
    return made


def revoke_key(
    session: Session, actor: Actor, client_id: str, *, machine_now: datetime, cause: Cause
) -> None:
    """End a key, tokens and streams with it, within two seconds everywhere. Raises `NOT_YOURS`, `NOT_FOUND`."""
    row = repository.client_of(session, _partner_of(actor), client_id)
    row.revoked_at = machine_now
    forget()
    _tell(session, row, "revoked", cause)


def allow_networks(
    session: Session, actor: Actor, client_id: str, networks: str, *, cause: Cause
) -> list[str]:
    """From where the key may be used; an empty text is everywhere.

    Raises `NOT_YOURS`, `NOT_FOUND`, `NETWORK_INVALID`.
    """
    row = repository.client_of(session, _partner_of(actor), client_id)
    before, row.allowed_networks = row.allowed_networks, read_networks(networks)
    forget()
    _tell(session, row, "networks_changed", cause, {"to": row.allowed_networks, "from": before})
    return row.allowed_networks


def _partner_of(actor: Actor) -> UUID:
    if actor.organisation_id is None or Role.PARTNER_ADMIN not in actor.roles:
        raise NOT_YOURS.error()
    return actor.organisation_id


def _tell(
    session: Session, row: ApiClient, what: str, cause: Cause, facts: dict[str, list[str]] | None = None
) -> None:
    emit(
        session,
        f"api_client.{what}",
        Subject("api_client", row.id, None, None, row.organisation_id),
        {"client_id": row.client_id, "name": row.name, **(facts or {})},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
