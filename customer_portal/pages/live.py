"""The status page's stream."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from fastapi import Request

from accounts.access import CustomerDep
from accounts.live_page import follow_case
from delivery import queries
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.streaming import EventStream, Seats

router = Router()
SEATS: Final = Seats()


@router.get("/cases/{case_id}/status/stream")
def follow(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID
) -> EventStream:
    """Server-sent events about one case. Five pages a person at a time; a sixth polls."""
    queries.case_line(session, actor, case_id, now=now)
    return follow_case(request, actor, case_id, SEATS)
