"""The same feed as server-sent events: news within a second, resumed where the line broke (PA-02).

A stream holds no database connection while it waits: it looks for news once a second in a transaction of
its own. Streams are bounded for a partner and for a process, and end with the access token that opened them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import Header, Query, Request
from starlette.concurrency import run_in_threadpool

from accounts.access import address_of, needs
from accounts.domain.actor import Actor
from accounts.usecases.api_clients import actor_of_token
from infra.db import SessionDep, unit_of_work
from infra.routing import Router
from infra.streaming import PACE, EventStream, Pace, Seats, Ticket
from kernel.errors import NOT_FOUND, DomainError
from partners import queries
from partners.api.events import FeedOf, Types
from partners.domain.cursors import cursor_of, position_of
from partners.domain.errors import STREAMS_FULL

router = Router(tags=["events"])
READ = Annotated[Actor, needs("events:read")]
_AT_ONCE: Final = 200
_ITEM: Final = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "to be sent as Last-Event-ID"},
        "event": {"type": "string", "description": "the type of the event"},
        "data": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/Event"},
        },
        "retry": {"type": "integer", "minimum": 0},
    },
}


SEATS: Final = Seats()


@dataclass(frozen=True, slots=True)
class Follower:
    """Who follows: the token is asked again at each heartbeat, so that a revoked one ends its streams."""

    actor: Actor
    token: str
    address: str
    types: tuple[str, ...]
    reseller_id: UUID | None = None

    def news(self, after: int) -> queries.EventPage:
        """What has come after a place."""
        with unit_of_work() as session:
            return queries.read_events(
                session,
                self.actor,
                after=after,
                types=self.types,
                limit=_AT_ONCE,
                reseller_id=self.reseller_id,
            )

    def may_stay(self) -> bool:
        """Whether the token is still good."""
        try:
            with unit_of_work() as session:
                actor_of_token(session, self.token, datetime.now(UTC), address=self.address)
        except DomainError:
            return False
        return True


async def lines(follower: Follower, after: int, pace: Pace = PACE) -> AsyncIterator[str]:
    """The stream's text: events as they come, a comment at each heartbeat, until the token has ended."""
    yield f"retry: {int(pace.look * 1000)}\n\n"
    unasked = 0.0
    while True:
        try:
            page = await run_in_threadpool(follower.news, after)
        except DomainError:
            return  # the reseller stands under it no more
        for each in page.events:
            yield f"id: {cursor_of(each.sequence)}\nevent: {each.type}\ndata: {each.as_json()}\n\n"
        after = page.resume
        if page.more:
            continue
        if unasked >= pace.heartbeat:
            if not await run_in_threadpool(follower.may_stay):
                return
            yield ": still here\n\n"
            unasked = 0.0
        await asyncio.sleep(pace.look)
        unasked += pace.look


@router.get(
    "/events/stream",
    summary="Follow your events as they come",
    operation_id="follow_events",
    response_class=EventStream,
    responses={
        404: {"description": "No such reseller under you"},
        200: {"content": {"text/event-stream": {"schema": {"type": "string"}, "itemSchema": _ITEM}}},
    },
)
def follow(
    request: Request,
    session: SessionDep,
    actor: READ,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    types: Types = None,
    reseller_id: FeedOf = None,
    last_event_id: Annotated[str | None, Header(max_length=60)] = None,
) -> EventStream:
    """Server-sent events over the same sequence, from `cursor`, or from `Last-Event-ID` after a broken line.

    A comment is sent every 15 seconds, so that both sides see a broken line. The stream ends with your access token:
    connect again with a new one and `Last-Event-ID`. At most five streams at a time.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`, `STREAMS_FULL`.
    """
    after = position_of(last_event_id or cursor)
    queries.read_events(  # refuses what it must now
        session, actor, after=after, types=types or (), limit=1, reseller_id=reseller_id
    )
    token = request.headers["authorization"].partition(" ")[2]
    follower = Follower(actor, token, address_of(request), tuple(types or ()), reseller_id)
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    ticket = Ticket(SEATS, actor.organisation_id, STREAMS_FULL.error(most=SEATS.for_one))
    return EventStream(lines(follower, after), ticket=ticket)
