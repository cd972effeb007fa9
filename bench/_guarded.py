"""An endpoint that does nothing, and the same one behind a partner's token, for its tenant, noted in the log."""

from typing import Annotated, Any

from fastapi import FastAPI, Request, Security
from starlette.responses import Response

from accounts.access import Needs, needs
from accounts.domain.actor import Actor
from entrypoints.web_base import bare_app
from partners.request_log import note


class _Uncounted(Needs):
    """Token, scope and tenant alone."""

    async def count(self, request: Request, actor: Actor) -> None:
        """Leave it: to count calls is neither."""


def empty() -> FastAPI:
    """Behind the frame that every answer has, and nothing more."""
    app = bare_app()

    def nothing() -> Response:
        return Response(b"{}", media_type="application/json")

    app.add_api_route("/api/v1/nothing", nothing)
    return app


def guarded() -> FastAPI:
    """Authorised, its tenant known, written down."""
    return _known(Security(_Uncounted("orders:read"), scopes=["orders:read"]))


def counted() -> FastAPI:
    """The same, and how many calls are left is counted and told, as everywhere in the product."""
    return _known(needs("orders:read"))


def _known(dependency: Any) -> FastAPI:
    app = bare_app(note=note)

    def nothing(actor: Annotated[Actor, dependency]) -> Response:
        return Response(f'{{"tenant":"{actor.organisation_id}"}}'.encode(), media_type="application/json")

    app.add_api_route("/api/v1/nothing", nothing)
    return app
