"""Who is asking, as FastAPI dependencies. Every route of the product has one of these; a test counts."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, Query, Request, Security
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from fastapi.security.base import SecurityBase
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from accounts import repository
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import FORM_EXPIRED, NOT_YOURS, SCOPE_MISSING, TOKEN_INVALID
from accounts.domain.roles import OrganisationKind, Role
from accounts.domain.sides import Side, sides_of, stood_for
from accounts.usecases.api_clients import actor_of_token
from accounts.usecases.remember_token import remember, remembered
from accounts.usecases.sign_in import still_good
from infra.db import SessionDep, unit_of_work
from infra.http_errors import SignInNeeded
from infra.idempotency import fingerprint, once
from infra.rate_limits import Policy, counts_elsewhere, headers_of, refuse_too_many, spend
from infra.settings import get_settings
from infra.templating import language_of
from infra.transitions import Cause
from kernel.errors import DomainError

SESSION_COOKIE: Final = "session"
_SAFE: Final = frozenset({"GET", "HEAD"})
_READING: Final = ("calls",)
_CHANGING: Final = ("calls", "changes")
TOKENS: Final = ("tokens",)
_SCHEME: Final = HTTPBearer(auto_error=False, description="An access token from /api/v1/oauth/token.")


def cause_of(actor: Actor, now: datetime, reason: str = "") -> Cause:
    """The actor as the cause of a change."""
    return Cause(actor.kind.value, actor.name, now, actor.person_id, reason)


def _person_actor(session: Session, request: Request) -> Actor | None:
    """The signed-in person, with the csrf token and language put on the request for the page."""
    token = request.cookies.get(SESSION_COOKIE, "")
    rows = repository.memberships_of_session(session, token) if token else []
    found = still_good(rows[0][0], datetime.now(UTC)) if rows else None
    if found is None:
        return None
    person = rows[0][1]
    roles = [(member, organisation) for _, _, member, organisation in rows if member and organisation]
    staff = [m.role for m, o in roles if o.kind is OrganisationKind.OPERATOR]
    language = person.speaks
    request.state.csrf, request.state.language = found.csrf, language
    if staff:
        return Actor(ActorKind.PLANNER, person.name, person.id, None, frozenset(staff), language=language)
    sides = sides_of(Side(o.id, o.kind, o.name) for _, o in roles)
    side = stood_for(sides, found.side_id)
    if side is None:
        return None
    request.state.sides = sides if len(sides) > 1 else ()
    held = frozenset(m.role for m, o in roles if o.id == side.id)
    kind = ActorKind.CUSTOMER if side.kind is OrganisationKind.CUSTOMER else ActorKind.PARTNER
    actor = Actor(kind, person.name, person.id, side.id, held, language=language)
    if side.kind is not OrganisationKind.PARTNER:
        return actor
    lent = replace(actor, lent=repository.lent_below(session, side.id))
    return lent.within("cases:read" if request.method in _SAFE else "cases:write")


def signed_in(session: SessionDep, request: Request) -> Actor:
    """Any signed-in person, customer or staff; a stranger is led to the sign-in page."""
    actor = _person_actor(session, request)
    if actor is None:
        raise SignInNeeded
    request.state.actor = actor
    return actor


def _of_kind(kind: ActorKind) -> Callable[[Actor], Actor]:
    def only(actor: Annotated[Actor, Depends(signed_in)]) -> Actor:
        if actor.kind is not kind:
            raise NOT_YOURS.error()
        return actor

    return only


class FormOutlived(DomainError):  # noqa: N818  (`FORM_EXPIRED`, told apart so that what was written is kept)
    """A form whose page is not of this session: perhaps of an earlier one of the same person's."""


async def check_csrf(request: Request, actor: Annotated[Actor, Depends(signed_in)]) -> None:
    """Refuse a form that our own page did not make. Raises `FORM_EXPIRED`."""
    del actor
    if request.method in _SAFE:
        return
    form = await request.form()
    given = form.get("csrf") or request.headers.get("x-csrf-token") or ""
    if not hmac.compare_digest(str(given).encode(), str(request.state.csrf).encode()):
        raise FormOutlived(FORM_EXPIRED, {})


def address_of(request: Request) -> str:
    """The network address of the caller, as the trusted proxy in front of us gives it."""
    return request.client.host if request.client else ""


class Bearer(SecurityBase):
    """The partner whose program carries a token, in the language it asks for.

    Raises `TOKEN_INVALID`, `ADDRESS_NOT_ALLOWED`.
    """

    model, scheme_name = _SCHEME.model, _SCHEME.scheme_name

    async def __call__(self, request: Request) -> Actor:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise TOKEN_INVALID.error()
        address = address_of(request)
        actor = remembered(token, address)
        if actor is None:
            actor = await run_in_threadpool(_looked_up, token, address)
            remember(token, address, actor)
        if "accept-language" in request.headers:
            actor = replace(actor, language=language_of(request))
        request.state.actor = actor
        return actor


bearer: Final = Bearer()


class Needs(Bearer):
    """One dependency and not a chain of three: FastAPI's resolving of each costs more than what it does."""

    def __init__(self, scope: str) -> None:
        self.scope = scope

    async def __call__(self, request: Request) -> Actor:
        actor = await super().__call__(request)
        await self.count(request, actor)
        if self.scope not in actor.scopes:
            raise SCOPE_MISSING.error(scope=self.scope)
        return actor.within(self.scope)

    async def count(self, request: Request, actor: Actor) -> None:
        """Count the call. Raises `RATE_LIMITED` when its key has called too often."""
        names = _READING if request.method in _SAFE else _CHANGING
        if counts_elsewhere():
            await run_in_threadpool(limit, request, actor.client_id, names)
        else:
            limit(request, actor.client_id, names)


def _looked_up(token: str, address: str) -> Actor:
    with unit_of_work() as session:
        return actor_of_token(session, token, datetime.now(UTC), address=address)


def limit(request: Request, whose: str, names: Sequence[str]) -> None:
    """Count the call of somebody, tell in the answer how many are left. Raises `RATE_LIMITED`."""
    settings = get_settings()
    standings = spend(whose, [Policy(name, getattr(settings, f"api_{name}_per_minute")) for name in names])
    request.state.limits = headers_of(standings)
    refuse_too_many(standings)


def needs(scope: str) -> Any:
    """A partner whose token has a scope, with its call counted. Raises `SCOPE_MISSING`, `RATE_LIMITED`."""
    return Security(Needs(scope), scopes=[scope])


def answer_once(
    session: Session, actor: Actor, request: Request, body: Any, key: str | None, run: Any
) -> JSONResponse:
    """Run an unsafe API call once for its `Idempotency-Key` and answer; see `infra.idempotency.once`.

    A key belongs to the program that sent it: two programs of a partner never hear each other's answers.
    """
    return once(
        session,
        client=actor.client_id,
        key=key,
        print_=fingerprint(request, body),
        machine_now=datetime.now(UTC),
        run=run,
    )


def require_role(actor: Actor, *roles: Role) -> None:
    """Raise `NOT_YOURS` unless the actor has one of the roles."""
    if not actor.roles & frozenset(roles):
        raise NOT_YOURS.error()


ResellerId = Annotated[
    UUID | None,
    Query(description="Only what is this reseller's: you, or one under you by what you are lent."),
]
PersonDep = Annotated[Actor, Depends(signed_in)]
CustomerDep = Annotated[Actor, Depends(_of_kind(ActorKind.CUSTOMER))]
PartnerDep = Annotated[Actor, Depends(_of_kind(ActorKind.PARTNER))]
PlannerDep = Annotated[Actor, Depends(_of_kind(ActorKind.PLANNER))]
CSRF: Final = Depends(check_csrf)
