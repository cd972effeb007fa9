"""The web application, whole: every context's pages and API on one bare app."""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI

import accounts.api
import accounts.pages
import customer_portal.pages
import delivery.api
import delivery.hooks
import delivery.pages
import entrypoints.tables
import entrypoints.work  # noqa: F401  (a sandbox's clock is moved where the call arrives)
import invoicing.api
import invoicing.pages
import openfibre.operator_change.api
import openfibre.operator_change.pages
import openfibre.port_unblocking.api
import openfibre.port_unblocking.pages
import partners.api
import partners.pages
import portingsvc.api
from accounts.pages import kept_forms
from accounts.places import Places
from delivery.api import comments
from entrypoints.web_base import bare_app
from infra.logging import configure
from infra.settings import get_settings
from partners.request_log import note
from portingsvc.api import orders

_BUSIEST: Final = (orders.router, comments.router)
"""Routes are tried in their order, and those of a router inside another twice."""


def make() -> FastAPI:
    """The application."""
    configure(get_settings().log_format)
    app = bare_app(_BUSIEST, note)
    kept_forms.install(app)
    app.add_middleware(Places)
    for router in (
        portingsvc.api.router,
        delivery.api.router,
        accounts.api.router,
        invoicing.api.router,
        delivery.hooks.router,
        openfibre.operator_change.api.router,
        openfibre.port_unblocking.api.router,
        partners.api.router,
        accounts.pages.router,
        delivery.pages.router,
        invoicing.pages.router,
        partners.pages.router,
        customer_portal.pages.router,
        openfibre.operator_change.pages.router,
        openfibre.port_unblocking.pages.router,
    ):
        app.include_router(router)
    return app
