"""Events as partners see them: one gap-free sequence, actor and previous values inside (PA-02)."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from infra.outbox import OutboxEvent
from infra.sandboxes import LIVE, here
from kernel.errors import NOT_FOUND
from partners import repository
from partners.domain.errors import EVENT_TYPE_UNKNOWN
from partners.domain.event_scopes import kinds_lent
from partners.domain.event_types import EVENT_TYPES


@dataclass(frozen=True, slots=True)
class PartnerEvent:
    """One event. `id` and `sequence` are the same by every way it travels."""

    id: str
    sequence: int
    type: str
    occurred_at: datetime
    actor: dict[str, str | None]
    subject: dict[str, str | None]
    data: dict[str, Any]
    previous: dict[str, Any]

    def as_json(self) -> str:
        """The event as its bytes on the wire: the same at every try."""
        body = asdict(self)
        body["occurred_at"] = self.occurred_at.isoformat().replace("+00:00", "Z")
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class EventPage:
    """Events in order. `more` tells whether others wait; `resume` is the place to go on from, now or later."""

    events: tuple[PartnerEvent, ...]
    more: bool
    resume: int


def event_of(row: OutboxEvent) -> PartnerEvent:
    """A stored event as its partner sees it. A kind that has no row in the table shows no contents."""
    known = EVENT_TYPES.get(row.kind)
    data, previous = known.contents(row.payload) if known else ({}, {})
    return PartnerEvent(
        id=f"evt_{uuid5(UUID(row.stream), _place_of(row)).hex}",
        sequence=row.position or 0,
        type=row.kind,
        occurred_at=row.occurred_at.astimezone(UTC),
        actor={"role": row.actor_role or None, "name": row.actor},
        subject={
            "type": row.entity,
            "id": str(row.entity_id),
            "case_id": _id(row.case_id),
            "customer_id": _id(row.customer_id),
        },
        data=data,
        previous=previous,
    )


def _place_of(row: OutboxEvent) -> str:
    """What an id is made from. A sandbox begins at 1 after each reset, and no id may come twice to a receiver."""
    place = here()
    return str(row.position) if place == LIVE else f"{place}:{row.id}"


def _id(value: UUID | None) -> str | None:
    return str(value) if value else None


def read_events(
    session: Session,
    actor: Actor,
    *,
    after: int,
    types: Collection[str] = (),
    limit: int,
    reseller_id: UUID | None = None,
) -> EventPage:
    """The events after a place of the actor's own feed, or of the feed of a reseller under it.

    Of the latter those that its porting role lends, as it stands now: places it does not lend are passed over.
    Raises `EVENT_TYPE_UNKNOWN`; `NOT_FOUND` for who has no feed, and for a reseller that is not under the actor.
    """
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    for each in types:
        if each not in EVENT_TYPES:
            raise EVENT_TYPE_UNKNOWN.error("type", value=each)
    feed = reseller_id or actor.organisation_id
    only: Collection[str] | None = types or None
    if feed != actor.organisation_id:
        lent = accounts.lent_below(session, actor.organisation_id).get(feed)
        if lent is None:
            raise NOT_FOUND.error()
        only = kinds_lent(lent) & frozenset(types or EVENT_TYPES)
    # The end is read first: an event placed meanwhile lies behind it, and is met at the next reading.
    end = repository.last_position(session, feed)
    rows = repository.events_after(session, feed, after, types=only, limit=limit + 1)
    more = len(rows) > limit
    events = tuple(event_of(row) for row in rows[:limit])
    resume = events[-1].sequence if more else max(after, end, *(each.sequence for each in events))
    return EventPage(events, more, resume)
