"""Access tokens for partners' programs, and the resellers under a partner (PA-01)."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Header, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts import repository, tokens
from accounts.access import TOKENS, address_of, needs
from accounts.access import limit as count
from accounts.domain.actor import Actor
from accounts.domain.errors import CLIENT_REFUSED
from accounts.usecases.api_clients import issue_token, signing_keys
from infra.db import SessionDep
from infra.resources import Fields, Key, Limit, page_of
from infra.routing import Router

router = Router(prefix="/api/v1", tags=["access"])


class AccessToken(BaseModel):
    """An access token and how long it is good."""

    access_token: str
    token_type: str = "Bearer"  # noqa: S105  (the kind of token, no secret)
    expires_in: int
    scope: str


@router.post(
    "/oauth/token", summary="Get an access token (OAuth 2 client credentials)", operation_id="get_token"
)
def token(
    request: Request,
    session: SessionDep,
    grant_type: Annotated[str, Form(pattern="^client_credentials$")],
    client_id: Annotated[str, Form()] = "",
    client_secret: Annotated[str, Form()] = "",
    scope: Annotated[str, Form()] = "",
    authorization: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> AccessToken:
    """Send client id and secret in the form or as HTTP Basic. The token is good for 15 minutes.

    Raises `ADDRESS_NOT_ALLOWED`, `CLIENT_REFUSED`, `SCOPE_UNKNOWN`.
    """
    del grant_type
    count(request, address_of(request), TOKENS)
    if authorization and authorization.lower().startswith("basic "):
        client_id, client_secret = _basic(authorization)
    issued, scopes = issue_token(
        session, client_id, client_secret, scope.split(), datetime.now(UTC), address=address_of(request)
    )
    return AccessToken(
        access_token=issued, expires_in=int(tokens.LIFETIME.total_seconds()), scope=" ".join(scopes)
    )


class Reseller(BaseModel):
    """A reseller under you, and what your porting role lends you over it."""

    id: UUID
    name: str
    org_number: str
    scopes: list[str] = Field(
        description="What you may do with what is its, with a key that has the scope too."
    )


class ResellerPage(BaseModel):
    """A page of resellers; `next_cursor` is null on the last."""

    items: list[Reseller]
    next_cursor: str | None


@router.get("/resellers", response_model=ResellerPage, summary="List the resellers under you")
def resellers(
    session: SessionDep,
    actor: Annotated[Actor, needs("cases:read")],
    scope: Annotated[
        str,
        Query(max_length=40, description="Only those over whom you are lent it.", examples=["orders:write"]),
    ] = "",
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Key = None,
) -> Response:
    """However far down they stand: each one's id is the `reseller_id` of lists and feeds. Empty for most."""
    lent = {each: scopes for each, scopes in actor.lent.items() if not scope or scope in scopes}
    found = [
        Reseller(id=row.id, name=row.name, org_number=row.org_number, scopes=sorted(lent[row.id]))
        for row in repository.organisations(session, lent)
    ]
    return page_of(found, lambda each: str(each.id), cursor, limit, Reseller, fields)


@router.get("/.well-known/jwks.json", summary="The public keys of our tokens", operation_id="read_key_set")
def jwks() -> dict[str, list[dict[str, Any]]]:
    """Each live key; two while one follows the other."""
    return {"keys": [dict(key.public_jwk) for key in signing_keys()]}


def _basic(header: str) -> tuple[str, str]:
    try:
        name, _, secret = base64.b64decode(header.split(" ", 1)[1], validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, IndexError) as unreadable:
        raise CLIENT_REFUSED.error() from unreadable
    return name, secret
