"""The status page's stream: a word whenever something has happened in the case; the page then looks again.

The page polls where no stream comes through, and is whole without JavaScript.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool

from accounts.access import SESSION_COOKIE, CustomerDep
from accounts.usecases.sign_in import is_signed_in
from customer_portal.errors import PAGES_FULL
from delivery import queries
from infra.clock import NowDep
from infra.db import SessionDep, unit_of_work
from infra.outbox import latest_of_case
from infra.streaming import PACE, EventStream, Pace, Seats, Ticket
from kernel.errors import NOT_FOUND

router = APIRouter()
SEATS: Final = Seats()


@dataclass(frozen=True, slots=True)
class Watch:
    """A case that an open page follows, and the cookie that opened it."""

    case_id: UUID
    cookie: str

    def latest(self) -> int:
        """The newest thing that has happened in the case."""
        with unit_of_work() as session:
            return latest_of_case(session, self.case_id)

    def may_stay(self) -> bool:
        """Whether the person is still signed in."""
        with unit_of_work() as session:
            return is_signed_in(session, self.cookie, datetime.now(UTC))


async def lines(watch: Watch, pace: Pace = PACE) -> AsyncIterator[str]:
    """A greeting, then `changed` for news and `here` at each heartbeat, until the person is signed out."""
    seen, silent = await run_in_threadpool(watch.latest), 0.0
    yield f"retry: {int(pace.look * 5000)}\nevent: here\ndata: {seen}\n\n"
    while True:
        await asyncio.sleep(pace.look)
        silent += pace.look
        latest = await run_in_threadpool(watch.latest)
        if latest != seen:
            seen, silent = latest, 0.0
            yield f"event: changed\ndata: {seen}\n\n"
        elif silent >= pace.heartbeat:
            if not await run_in_threadpool(watch.may_stay):
                return
            silent = 0.0
            yield f"event: here\ndata: {seen}\n\n"


@router.get("/cases/{case_id}/status/stream")
def follow(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID
) -> EventStream:
    """Server-sent events about one case. Five pages a person at a time; a sixth polls."""
    queries.case_line(session, actor, case_id, now=now)
    if actor.person_id is None:
        raise NOT_FOUND.error()
    watch = Watch(case_id, request.cookies.get(SESSION_COOKIE, ""))
    ticket = Ticket(SEATS, actor.person_id, PAGES_FULL.error(most=SEATS.for_one))
    return EventStream(lines(watch), ticket=ticket)
