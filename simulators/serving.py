"""How every HTTP simulator listens: on a port of the system's choice if asked, told by a file when it is ready."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Any

import uvicorn

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI


async def serve(
    app: FastAPI, name: str, *, host: str, port: int, port_file: Path | None, http: Any = "auto"
) -> None:
    """Serve until stopped. `port_file` holds the port once it listens."""
    config = uvicorn.Config(
        app, host=host, port=port, http=http, log_level="warning", timeout_graceful_shutdown=1
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
