"""What wraps every request: its id, its limits, its security headers, its measure."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from random import getrandbits
from typing import TYPE_CHECKING, Final

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request

from infra import deprecation
from infra.http_errors import BODY_TOO_LARGE, answer, route_of, unexpected
from infra.metrics import DURATION, REQUESTS
from infra.settings import get_settings

if TYPE_CHECKING:
    from prometheus_client import Counter, Histogram
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Note = Callable[["Scope", int, float], None]
"""Takes a request with its status and the seconds it took."""
LARGEST_BODY: Final = 25 * 1024 * 1024
_MOST_THROWN_AWAY: Final = 8 * LARGEST_BODY
SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_UNCACHED: Final = "no-store"


class RequestFrame:
    """ASGI middleware: one frame around everything, written once. `note` hears of each answer that was given."""

    def __init__(self, app: ASGIApp, note: Note | None = None) -> None:
        self.app, self._note = app, note

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = f"{getrandbits(128):032x}"  # a name, no secret: the system's own random takes longer
        scope.setdefault("state", {})["request_id"] = request_id
        began = time.perf_counter()
        status: list[int] = []

        async def framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                status.append(message["status"])
                _set_headers(scope, MutableHeaders(scope=message), request_id)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                if int(Headers(scope=scope).get("content-length", "0") or 0) > LARGEST_BODY:
                    await _refuse_size(scope, receive, framed)
                else:
                    await self.app(scope, _counted(receive), framed)
            except Exception as broken:
                if status:  # half an answer has left; all that can be done is to break off
                    raise
                # Rendering is work for a thread: nothing may hold up the event loop.
                said = await run_in_threadpool(unexpected, Request(scope), broken)
                await said(scope, receive, framed)
            finally:
                answered, seconds = status[0] if status else 500, time.perf_counter() - began
                _measure(scope, answered, seconds)
                if self._note:
                    self._note(scope, answered, seconds)


def _counted(receive: Receive) -> Receive:
    """Bodies that do not say their size are stopped where they outgrow the limit."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise HTTPException(413)
        return message

    return counted


async def _refuse_size(scope: Scope, receive: Receive, send: Send) -> None:
    """Refuse before anything is parsed.

    The body is read to its end and thrown away, unless it is absurd: a browser that is cut off while it
    sends shows a network error, and the person never reads why.
    """
    taken, more = 0, True
    while more and taken <= _MOST_THROWN_AWAY:
        message = await receive()
        taken += len(message.get("body", b""))
        more = message.get("more_body", False)
    refusal = await run_in_threadpool(answer, Request(scope), BODY_TOO_LARGE.error())
    await refusal(scope, receive, send)


def _set_headers(scope: Scope, headers: MutableHeaders, request_id: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
    if get_settings().public_url.startswith("https://"):
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    headers.append("X-Request-Id", request_id)
    for name, value in scope["state"].get("limits", {}).items():
        headers.append(name, value)
    headers.update(deprecation.headers_of(scope.get("route")))
    if not scope["path"].startswith("/static/"):
        headers.setdefault("Cache-Control", _UNCACHED)


def _measure(scope: Scope, status: int, seconds: float) -> None:
    """By route template, never by address: addresses hold ids, and there is no end of them."""
    answered, took = _measures(scope["method"], route_of(scope), status)
    answered.inc()
    took.observe(seconds)


@cache
def _measures(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    return REQUESTS.labels(method, route, str(status)), DURATION.labels(method, route)
