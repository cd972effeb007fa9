"""The bare web application: frame, errors, static files, health, metrics. Contexts add their routes."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from fastapi import APIRouter, FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from entrypoints.error_catalogue import catalogue, catalogue_json
from entrypoints.openapi import document_of, operation_name
from entrypoints.styleguide import styleguide
from infra import backlog, http_errors
from infra.db import get_engine, unit_of_work
from infra.deprecation import CHANGELOG
from infra.metrics import BACKLOG
from infra.middleware import Note, RequestFrame
from infra.settings import get_settings
from infra.templating import STATIC
from kernel.errors import DomainError

_log = logging.getLogger(__name__)
_CHANGELOG_FILE: Final = Path(__file__).parents[1] / "docs" / "api-changelog.md"
_INI: Final = Path(__file__).parents[1] / "alembic.ini"


def bare_app(busiest: Sequence[APIRouter] = (), note: Note | None = None) -> FastAPI:
    """An app that answers health and errors, and nothing else yet save what is asked most: that is looked for first.

    `note` hears of every answer.
    """
    app = FastAPI(
        title="Växla",
        version="1",
        summary="Order switchboard deliveries and number porting in Sweden, and follow them.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=operation_name,
        # Measures are Prometheus's (`/metrics`); to ask for OpenTelemetry's settings took a tenth of a small call.
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.openapi = lambda: document_of(app)  # type: ignore[method-assign]  # the way FastAPI means it
    app.add_middleware(RequestFrame, note=note)
    http_errors.install(app)
    for router in busiest:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_api_route("/health/live", live, include_in_schema=False)
    app.add_api_route("/health/ready", ready, include_in_schema=False)
    app.add_api_route("/metrics", metrics, include_in_schema=False)
    app.add_api_route("/errors", catalogue, include_in_schema=False)
    app.add_api_route("/errors.json", catalogue_json, include_in_schema=False)
    app.add_api_route(CHANGELOG, api_changelog, include_in_schema=False)
    if not get_settings().is_production:
        app.add_api_route("/styleguide", styleguide, include_in_schema=False)
    return app


def api_changelog() -> Response:
    """What changes in the API, and how long before it is told: the text that deprecated parts link to."""
    return Response(_CHANGELOG_FILE.read_bytes(), media_type="text/markdown")


def live() -> dict[str, str]:
    """The process answers."""
    return {"status": "alive"}


def ready() -> Response:
    """The process can do its work: the database answers and has the shape this program expects."""
    try:
        with get_engine().connect() as connection:
            present = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError:
        _log.warning("not ready: the database does not answer")
        return JSONResponse({"status": "not ready", "why": "the database does not answer"}, 503)
    expected = ScriptDirectory.from_config(Config(str(_INI))).get_current_head()
    if present != expected:
        why = f"the database is at migration {present}, this program needs {expected}: run vaxla migrate"
        return JSONResponse({"status": "not ready", "why": why}, 503)
    return JSONResponse({"status": "ready"})


def metrics() -> Response:
    """Prometheus metrics. They are told also when the database does not answer, without the backlog."""
    try:
        with unit_of_work() as session:
            backlog.measure(session)
    except DomainError:
        BACKLOG.clear()
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
