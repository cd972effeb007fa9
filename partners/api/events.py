"""The feed of events, read by cursor, and what can stand in it (PA-02)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from infra.resources import Fields, Key, page_of
from infra.routing import Router
from kernel.language import Text
from partners import queries
from partners.domain.cursors import cursor_of, position_of
from partners.domain.event_shapes import EventType
from partners.domain.event_types import EVENT_TYPES, PING

router = Router(tags=["events"])
READ = Annotated[Actor, needs("events:read")]
Types = Annotated[
    list[str] | None,
    Query(alias="type", max_length=50, description="Only these types; may be given more than once."),
]

FeedOf = Annotated[
    UUID | None,
    Query(
        description="The feed of this reseller under you, with places and cursors of its own. Yours unless given."
    ),
]


class EventActor(BaseModel):
    """Who made it happen."""

    role: str | None = Field(description="customer, planner, partner, donor or system", examples=["donor"])
    name: str


class EventSubject(BaseModel):
    """What the event is about."""

    type: str = Field(examples=["porting_order"])
    id: str
    case_id: str | None
    customer_id: str | None


class Event(BaseModel):
    """One event. `id` is the same in the feed, in the stream and in every try of a webhook."""

    id: str
    sequence: int = Field(description="its place in your feed, without gaps, from 1")
    type: str = Field(examples=["porting_order.confirm"])
    occurred_at: datetime
    actor: EventActor
    subject: EventSubject
    data: dict[str, Any] = Field(description="as it is now; documented per type at /api/v1/event-types")
    previous: dict[str, Any] = Field(description="the values before, where something was changed")


class EventPage(BaseModel):
    """Events in order. `next_cursor` is null when no more are there; `resume_cursor` serves later calls too."""

    items: list[Event]
    next_cursor: str | None
    resume_cursor: str


class Words(BaseModel):
    """A sentence in both languages."""

    sv: str
    en: str


class TypeLine(BaseModel):
    """A type of event: what it tells, and the JSON schema of its `data` and `previous`."""

    type: str
    description: Words
    json_schema: dict[str, Any]


class TypePage(BaseModel):
    """A page of types; `next_cursor` is null on the last."""

    items: list[TypeLine]
    next_cursor: str | None


@router.get(
    "/events",
    summary="Read your events by cursor",
    operation_id="read_events",
    responses={404: {"description": "No such reseller under you"}},
)
def read(
    session: SessionDep,
    actor: READ,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
    cursor: Annotated[str | None, Query(max_length=60)] = None,
    types: Types = None,
    reseller_id: FeedOf = None,
) -> EventPage:
    """Oldest first. Keep `resume_cursor` and ask again with it: no event is lost and none comes twice.

    404 for a reseller that is not under you. Of one that is you read what its porting role lends you.

    Raises `CURSOR_UNKNOWN`, `EVENT_TYPE_UNKNOWN`.
    """
    page = queries.read_events(
        session, actor, after=position_of(cursor), types=types or (), limit=limit, reseller_id=reseller_id
    )
    resume = cursor_of(page.resume)
    return EventPage(
        items=[Event.model_validate(each, from_attributes=True) for each in page.events],
        next_cursor=resume if page.more else None,
        resume_cursor=resume,
    )


@router.get(
    "/event-types",
    response_model=TypePage,
    summary="Every type of event and what stands in it",
    operation_id="list_event_types",
)
def types_(
    _: READ,
    about: Annotated[str | None, Query(max_length=60, examples=["porting_order"])] = None,
    fields: Fields = "",
    limit: Annotated[int, Query(ge=1, le=500, description="How many at most.")] = 500,
    cursor: Key = None,
) -> Response:
    """By name; `about` is the subject's type. A new one may come at any time: let your program pass over those."""
    wanted = [
        _line(each) for each in (*EVENT_TYPES.values(), PING) if about in (None, each.kind.partition(".")[0])
    ]
    return page_of(wanted, lambda each: each.type, cursor, limit, TypeLine, fields)


def _line(each: EventType) -> TypeLine:
    return TypeLine(type=each.kind, description=_words(each.text), json_schema=each.schema)


def _words(text: Text) -> Words:
    return Words(sv=text.sv, en=text.en)
