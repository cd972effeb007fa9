"""Maintenance that concerns the customer."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from accounts.access import CustomerDep
from delivery.notices.queries import coming_notices
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render

router = Router()


@router.get("/notices")
def notices(request: Request, session: SessionDep, actor: CustomerDep, now: NowDep) -> Response:
    """What is announced and not over."""
    return render(request, "portal/notices.html", lines=coming_notices(session, actor, now))
