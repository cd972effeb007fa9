"""A page's stream about one case: a word whenever something has happened in it; the page then looks again.

The page polls where no stream comes through, and is whole without JavaScript.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from fastapi import Request
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool

from accounts.access import SESSION_COOKIE
from accounts.domain.actor import Actor
from accounts.domain.errors import PAGES_FULL
from accounts.usecases.sign_in import is_signed_in
from infra.db import unit_of_work
from infra.outbox import latest_of_case
from infra.streaming import PACE, EventStream, Pace, Seats, Ticket
from kernel.errors import NOT_FOUND

Newest = Callable[[Session, UUID], object]


@dataclass(frozen=True, slots=True)
class Watch:
    """A case that an open page follows, and the cookie that opened it.

    `newest` gives a mark that is another as soon as something has happened that the page shows.
    """

    case_id: UUID
    cookie: str
    newest: Newest = latest_of_case

    def latest(self) -> object:
        """The newest thing that has happened in the case."""
        with unit_of_work() as session:
            return self.newest(session, self.case_id)

    def may_stay(self) -> bool:
        """Whether the person is still signed in."""
        with unit_of_work() as session:
            return is_signed_in(session, self.cookie, datetime.now(UTC))


async def lines(watch: Watch, pace: Pace = PACE) -> AsyncIterator[str]:
    """A greeting, then `changed` for news and `here` at each heartbeat, until the person is signed out.

    Each carries the newest mark: a page that shows an older one has missed something, be it before the greeting.
    """
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


def follow_case(
    request: Request, actor: Actor, case_id: UUID, seats: Seats, newest: Newest = latest_of_case
) -> EventStream:
    """The stream for a person who may see the case; whoever has taken all seats gets `PAGES_FULL` and polls."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    watch = Watch(case_id, request.cookies.get(SESSION_COOKIE, ""), newest)
    ticket = Ticket(seats, actor.person_id, PAGES_FULL.error(most=seats.for_one))
    return EventStream(lines(watch), ticket=ticket)
