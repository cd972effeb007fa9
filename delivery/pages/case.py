"""A case, tab by tab."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from accounts.access import PlannerDep
from delivery.pages.answer import TABS, show
from infra.clock import NowDep
from infra.db import SessionDep
from kernel.errors import NOT_FOUND

router = APIRouter(prefix="/cases/{case_id}")


@router.get("")
def overview(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID
) -> Response:
    """Next action, phases and gates, people, timeline."""
    return show(request, session, actor, now, case_id, "")


@router.get("/{tab}")
def tab_page(
    request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID, tab: str
) -> Response:
    """Numbers, SIMs, the go-live day, the customer's data."""
    if tab not in TABS:
        raise NOT_FOUND.error()
    return show(request, session, actor, now, case_id, tab)
