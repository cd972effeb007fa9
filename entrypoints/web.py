"""The web application, whole: every context's pages and API on one bare app."""

from __future__ import annotations

from fastapi import FastAPI

import accounts.api
import accounts.pages
import customer_portal.pages
import delivery.api
import delivery.hooks
import delivery.pages
import entrypoints.tables  # noqa: F401  (every table is known before the first query)
import portingsvc.api
from entrypoints.web_base import bare_app
from infra.logging import configure
from infra.settings import get_settings


def make() -> FastAPI:
    """The application."""
    configure(get_settings().log_format)
    app = bare_app()
    for router in (
        accounts.api.router,
        delivery.api.router,
        delivery.hooks.router,
        portingsvc.api.router,
        accounts.pages.router,
        delivery.pages.router,
        customer_portal.pages.router,
    ):
        app.include_router(router)
    return app
