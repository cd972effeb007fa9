"""What wraps every request: its id, its limits, its security headers, its measure."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders

from infra.metrics import DURATION, REQUESTS

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY: Final = 25 * 1024 * 1024
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


class TooLarge(Exception):  # noqa: N818  (caught two lines up the stack, never seen outside)
    """A body that outgrew the limit while it was being read."""


class RequestFrame:
    """ASGI middleware: one frame around everything, written once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        began = time.perf_counter()
        status: list[int] = []

        async def framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                status.append(message["status"])
                _set_headers(scope, MutableHeaders(scope=message), request_id)
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            if int(Headers(scope=scope).get("content-length", "0") or 0) > LARGEST_BODY:
                await _refuse_size(framed)
            else:
                await self._run(scope, receive, framed, status)
        _measure(scope, status[0] if status else 500, time.perf_counter() - began)

    async def _run(self, scope: Scope, receive: Receive, send: Send, status: list[int]) -> None:
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > LARGEST_BODY:
                raise TooLarge
            return message

        try:
            await self.app(scope, counted, send)
        except TooLarge:
            if not status:
                await _refuse_size(send)


def _set_headers(scope: Scope, headers: MutableHeaders, request_id: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers.setdefault(name, value)
    headers["X-Request-Id"] = request_id
    if not scope["path"].startswith("/static/"):
        headers.setdefault("Cache-Control", _UNCACHED)


async def _refuse_size(send: Send) -> None:
    body = (
        b'{"type": "/errors#BODY_TOO_LARGE", "title": "Body too large", "status": 413, '
        b'"code": "BODY_TOO_LARGE", "detail": "At most 25 MB are taken. Nothing has been changed."}'
    )
    headers: list[Any] = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _measure(scope: Scope, status: int, seconds: float) -> None:
    """By route template, never by address: addresses hold ids, and there is no end of them."""
    route = getattr(scope.get("route"), "path", "unknown")
    REQUESTS.labels(scope["method"], route, str(status)).inc()
    DURATION.labels(scope["method"], route).observe(seconds)
