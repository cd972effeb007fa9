"""Serve an app and say on which port, once it listens."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI


async def serve(app: FastAPI, host: str, port: int, port_file: Path | None) -> None:
    """Serve until stopped. The port stands in `port_file` whole or not at all."""
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    while not server.started and not serving.done():  # noqa: ASYNC110  (uvicorn offers no event)
        await asyncio.sleep(0.01)
    if server.started and port_file:
        unfinished = port_file.with_suffix(".part")
        unfinished.write_text(str(server.servers[0].sockets[0].getsockname()[1]))
        unfinished.replace(port_file)
    await serving
