"""How the product's web server is set, wherever it is a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uvicorn

from infra.collector import leave_what_stays

if TYPE_CHECKING:
    from fastapi import FastAPI


def serve(app: FastAPI, host: str, port: int) -> None:
    """Serve an application until the process is stopped. The proxy in front is believed about who calls."""
    leave_what_stays()
    uvicorn.run(app, host=host, port=port, log_config=None, proxy_headers=True, server_header=False)
