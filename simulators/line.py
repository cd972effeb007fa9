"""A bad line between two parties, for every simulator: what can go wrong, and how to make it go wrong."""

from __future__ import annotations

import asyncio
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn
from fastapi import Request, Response
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from fastapi import FastAPI


class LineFault(StrEnum):
    """What goes wrong between a sender and a simulator."""

    NONE = "none"
    DROP_BEFORE = "drop_before_accept"
    DROP_AFTER = "drop_after_accept"
    SLOW = "slow_reply"
    HALF_BODY = "half_body"
    WRONG_JSON = "wrong_json"
    TOO_MANY = "too_many_requests"
    UNAVAILABLE = "unavailable"
    SERVER_ERROR = "server_error"
    STALE = "stale"


class DroppableProtocol(H11Protocol):
    """Lets the app close its own socket, which a simulator of broken lines must."""

    def handle_events(self) -> None:
        super().handle_events()
        scope: Any = self.scope
        if scope:
            scope.setdefault("extensions", {})["vaxla.transport"] = {"close": self.transport.close}


class Dropped(Response):
    """Closes the socket without a whole answer, as a broken line does."""

    def __init__(self, request: Request, begin_with: bytes = b"", status: int = 202) -> None:
        super().__init__()
        self._request, self._begin_with, self._status = request, begin_with, status

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        del receive
        if self._begin_with:
            headers = [(b"content-type", b"application/json"), (b"content-length", b"400")]
            await send({"type": "http.response.start", "status": self._status, "headers": headers})
            await send({"type": "http.response.body", "body": self._begin_with, "more_body": True})
            await asyncio.sleep(0.01)
        scope["extensions"]["vaxla.transport"]["close"]()


async def serve(app: FastAPI, name: str, host: str, port: int, port_file: Path | None) -> None:
    """Serve an app on a droppable line until stopped; say the port in a file once it listens."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=DroppableProtocol,
        log_level="warning",
        timeout_graceful_shutdown=1,
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():  # noqa: ASYNC110  (uvicorn offers no event)
        await asyncio.sleep(0.01)
    if server.started:
        chosen = server.servers[0].sockets[0].getsockname()[1]
        if port_file:
            unfinished = port_file.with_suffix(".part")
            unfinished.write_text(str(chosen))
            unfinished.replace(port_file)
        sys.stderr.write(f"{name} ready on {host}:{chosen}\n")
    await serving
