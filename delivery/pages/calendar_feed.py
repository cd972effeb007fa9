"""A planner's calendar address, and the calendar behind it."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import BenchDep
from delivery.meetings import queries, repository
from delivery.meetings.usecases.subscribe import make_feed, revoke_feed
from infra.db import SessionDep
from infra.routing import Router

router = Router()


@router.get("/planner/calendar-feed")
def mine(bench: BenchDep) -> Response:
    """Whether there is an address, and how to make one. The address itself is shown only when it is made."""
    person = bench.actor.person_id
    found = repository.feed_of(bench.session, person) if person else None
    return bench.render("planner/calendar_feed.html", feed=found, address="")


@router.post("/planner/calendar-feed", dependencies=[CSRF])
def make(bench: BenchDep) -> Response:
    """A fresh address; an older one works no more."""
    address = make_feed(bench.session, bench.actor, datetime.now(UTC))
    return bench.render("planner/calendar_feed.html", feed=None, address=address)


@router.post("/planner/calendar-feed/revoke", dependencies=[CSRF])
def revoke(bench: BenchDep) -> Response:
    """End it."""
    revoke_feed(bench.session, bench.actor)
    return bench.render("planner/calendar_feed.html", feed=None, address="")


@router.get("/calendar/{token}.ics")
def calendar(session: SessionDep, token: str) -> Response:
    """The calendar. The token is the proof: programs that subscribe cannot sign in."""
    content = queries.calendar_of(session, token, datetime.now(UTC))
    headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}
    return Response(content, media_type="text/calendar", headers=headers)
