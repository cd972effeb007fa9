"""A partner's keys and the calls that were made with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from kernel.errors import NOT_FOUND
from partners import repository
from partners.models import ApiRequest


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key. Times are the machine's."""

    client_id: str
    is_test: bool
    name: str
    scopes: tuple[str, ...]
    networks: tuple[str, ...]
    both_secrets_until: datetime | None
    last_used_at: datetime | None
    created_at: datetime
    revoked_at: datetime | None


def list_keys(session: Session, actor: Actor, *, machine_now: datetime) -> list[KeyLine]:
    """Live ones first, then the revoked."""
    return [
        KeyLine(
            client_id=row.client_id,
            is_test=row.is_test,
            name=row.name,
            scopes=tuple(row.scopes),
            networks=tuple(row.allowed_networks),
            both_secrets_until=row.previous_until
            if row.previous_until and row.previous_until > machine_now
            else None,
            last_used_at=row.last_used_at,
            created_at=row.created_at,
            revoked_at=row.revoked_at,
        )
        for row in accounts.clients(session, _own(actor))
    ]


def list_calls(
    session: Session, actor: Actor, *, request_id: str = "", only_refused: bool = False, limit: int = 100
) -> list[ApiRequest]:
    """The newest calls of the partner's programs; one of them by its id."""
    return repository.calls(
        session, _own(actor), request_id=request_id.strip().lower(), only_refused=only_refused, limit=limit
    )


def _own(actor: Actor) -> UUID:
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    return actor.organisation_id
