"""Every call is worked where its token opens: live, or in the partner's sandbox (PA-03).

The place is set once, before anything of the product runs, from the signed token alone. Pages and calls without a
token are live. `accounts.access.bearer` then refuses a token that is good for another place.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers

from accounts.usecases.api_clients import place_of_token
from infra.sandboxes import LIVE, at

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_SCHEME: Final = "bearer "


class Places:
    """ASGI middleware. A token that names no sandbox costs a look at its text, nothing more."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with at(_place_of(scope)):
            await self.app(scope, receive, send)


def _place_of(scope: Scope) -> str:
    if scope["type"] != "http" or not scope["path"].startswith("/api/"):
        return LIVE
    given = Headers(scope=scope).get("authorization", "")
    if not given.lower().startswith(_SCHEME):
        return LIVE
    return place_of_token(given[len(_SCHEME) :].strip(), datetime.now(UTC))
