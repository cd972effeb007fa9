"""A partner's programs: made, and given access tokens (OAuth 2 client credentials, PA-01)."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository, tokens
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import ADDRESS_NOT_ALLOWED, CLIENT_REFUSED, SCOPE_UNKNOWN, TOKEN_INVALID
from accounts.domain.networks import allows
from accounts.models import ApiClient, Organisation
from infra.db import place_of, unit_of_work
from infra.sandboxes import LIVE, at, sandbox_of
from infra.settings import get_settings
from kernel.errors import DomainError

SCOPES: Final = {
    "cases:read": "Read your delivery cases",
    "cases:write": "Open and change your delivery cases",
    "customer-data:read": "Read the customer's users, answer groups and number series",
    "customer-data:write": "Send lists, and ask the customer to sign them off",
    "mandates:read": "Read mandates, and the documents of your cases",
    "mandates:write": "Make, file and revoke mandates, and leave documents",
    "sims:read": "Follow SIM cards and parcels",
    "sims:write": "Report cards lost, change cards, confirm parcels",
    "orders:read": "Read porting orders, attempts and fees",
    "orders:write": "Order numbers, submit, cancel and move porting orders",
    "invoices:read": "Read the invoicing bases of your customers",
    "unblockings:read": "Read your port unblockings and displaced services",
    "unblockings:write": "Open, answer and dispute port unblockings",
    "events:read": "Read the events of your cases, and how webhooks were delivered",
    "webhooks:write": "Make and change webhook subscriptions",
    "ko:read": "Read your changes of operator, and ask whether an access is frozen",
}
_UNKNOWN_SECRET: Final = repository.digest("nobody has this secret")


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """What a partner is shown once."""

    client_id: str
    secret: str


def fresh_secret(client_id: str) -> ClientSecret:
    """A secret for a client, that nobody has yet."""
    return ClientSecret(client_id, secrets.token_urlsafe(36))


def make_client(
    session: Session,
    partner: Organisation,
    *,
    name: str,
    scopes: list[str],
    now: datetime,
    is_test: bool = False,
) -> ClientSecret:
    """A new program of a partner, for live or for its sandbox: which of them stands in its id."""
    made = fresh_secret(f"{'vx_test' if is_test else 'vx'}_{secrets.token_hex(8)}")
    session.add(
        ApiClient(
            client_id=made.client_id,
            secret_sha256=repository.digest(made.secret),
            organisation_id=partner.id,
            name=name,
            scopes=scopes,
            is_test=is_test,
            created_at=now,
        )
    )
    return made


@cache
def signing_keys() -> tuple[tokens.SigningKey, ...]:
    """Our live keys: the first signs, all are accepted. A `.previous` beside the file is the outgoing one."""
    path = get_settings().token_signing_key_file
    if path is None:
        raise RuntimeError("VAXLA_TOKEN_SIGNING_KEY_FILE is not set")
    previous = path.with_name(path.name + ".previous")
    return tuple(tokens.load_key(each) for each in (path, previous) if each.exists())


def issue_token(
    session: Session,
    client_id: str,
    secret: str,
    wanted: list[str],
    machine_now: datetime,
    *,
    address: str = "",
) -> tuple[str, list[str]]:
    """An access token and its scopes. Raises `CLIENT_REFUSED`, `ADDRESS_NOT_ALLOWED` or `SCOPE_UNKNOWN`."""
    client = repository.client_by_id(session, client_id)
    if not _is_secret_of(client, secret, machine_now) or client is None or client.revoked_at is not None:
        raise CLIENT_REFUSED.error(error="invalid_client")  # the word that OAuth libraries look for
    _refuse_elsewhere(client, address)
    scopes = wanted or client.scopes
    for scope in scopes:
        if scope not in client.scopes:
            raise SCOPE_UNKNOWN.error("scope", scope=scope, error="invalid_scope")
    client.last_used_at = machine_now
    token = tokens.issue(
        signing_keys()[0],
        subject=client.client_id,
        scopes=scopes,
        machine_now=machine_now,
        sandbox=place_of_client(client),
    )
    return token, scopes


def place_of_client(client: ApiClient) -> str:
    """Where a key opens: the sandbox of its partner, or live."""
    return sandbox_of(client.organisation_id) if client.is_test else LIVE


def place_of_token(token: str, machine_now: datetime) -> str:
    """Where a token says that it opens, once its signature holds; live for a token that is not good.

    A token that is not good opens nothing: `actor_of_token` refuses it.
    """
    if not tokens.names_sandbox(token):
        return LIVE
    try:
        return str(tokens.read(token, signing_keys(), machine_now).get(tokens.SANDBOX, LIVE))
    except DomainError:
        return LIVE


def _is_secret_of(client: ApiClient | None, secret: str, machine_now: datetime) -> bool:
    """Whether it is the secret, or the one before while that is good. As slow for an unknown client."""
    given = repository.digest(secret)
    right = hmac.compare_digest(client.secret_sha256 if client else _UNKNOWN_SECRET, given)
    before = hmac.compare_digest(client.previous_sha256 if client else _UNKNOWN_SECRET, given)
    until = client.previous_until if client else None
    return right or (before and until is not None and machine_now < until)


def _refuse_elsewhere(client: ApiClient, address: str) -> None:
    if not allows(client.allowed_networks, address):
        raise ADDRESS_NOT_ALLOWED.error(address=address)


def actor_of_token(session: Session, token: str, machine_now: datetime, *, address: str = "") -> Actor:
    """Who a bearer token speaks for. Raises `TOKEN_INVALID`, also when its client is revoked.

    Also raises `ADDRESS_NOT_ALLOWED` when the client may not call from there. Keys stand in live only, so a sandbox
    asks there; and a token is good for no other place than the one that is worked in (PA-03).
    """
    if place_of(session) != LIVE:
        with at(LIVE), unit_of_work() as live:
            return _actor_of_token(live, token, machine_now, address, place_of(session))
    return _actor_of_token(session, token, machine_now, address, LIVE)


def _actor_of_token(session: Session, token: str, machine_now: datetime, address: str, place: str) -> Actor:
    claims = tokens.read(token, signing_keys(), machine_now)
    found = repository.caller(session, str(claims["sub"]))
    if found is None or found[0].revoked_at is not None:
        raise TOKEN_INVALID.error()
    client, has_below = found
    if not claims.get(tokens.SANDBOX, LIVE) == place_of_client(client) == place:
        raise TOKEN_INVALID.error()
    _refuse_elsewhere(client, address)
    return Actor(
        ActorKind.PARTNER,
        name=client.name,
        organisation_id=UUID(str(client.organisation_id)),
        scopes=frozenset(str(claims["scope"]).split()) & frozenset(client.scopes),
        language="en",
        client_id=client.client_id,
        lent=repository.lent_below(session, client.organisation_id) if has_below and place == LIVE else {},
    )
