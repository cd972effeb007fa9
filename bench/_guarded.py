"""An endpoint that does nothing, and the same one behind a partner's token, for its tenant, noted in the log."""

from __future__ import annotations

from typing import Annotated

from fastapi import FastAPI
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from entrypoints.web_base import bare_app
from partners.request_log import RequestLog

_READ = Annotated[Actor, needs("orders:read")]


def empty() -> FastAPI:
    """Behind the frame that every answer has, and nothing more."""
    app = bare_app()

    def nothing() -> Response:
        return Response(b"{}", media_type="application/json")

    app.add_api_route("/api/v1/nothing", nothing)
    return app


def guarded() -> FastAPI:
    """Authorised, its tenant known, written down."""
    app = bare_app()
    app.add_middleware(RequestLog)

    def nothing(actor: _READ) -> Response:
        return Response(f'{{"tenant":"{actor.organisation_id}"}}'.encode(), media_type="application/json")

    app.add_api_route("/api/v1/nothing", nothing)
    return app
