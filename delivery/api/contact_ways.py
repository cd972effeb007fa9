"""How a partner's customers reach it after hand-over, in the partner's own words (DL-11)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery.cockpit.queries import WaysVersion, current_ways, ways_versions
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(prefix="/api/v1/contact-ways", tags=["contact ways"])
READ = Annotated[Actor, needs("cases:read")]
WRITE = Annotated[Actor, needs("cases:write")]


class NewContactWays(BaseModel):
    """How your customers reach you, and how you want faults reported."""

    model_config = ConfigDict(extra="forbid")

    email: str = Field(min_length=1, max_length=320, examples=["fel@exempel.se"])
    urgent_phone: str = Field(min_length=1, max_length=40, examples=["08-465 004 01"])
    guidelines: str = Field("", max_length=4000, examples=["Skriv alltid ert kundnummer."])


class ContactWays(BaseModel):
    """A version of them; the greatest holds. Version 0 says that none are set."""

    version: int
    email: str
    urgent_phone: str
    guidelines: str
    changed_by: str
    changed_at: datetime | None
    allowed_actions: list[str] = ["change"]


class ContactWaysPage(BaseModel):
    """A page of versions; `next_cursor` is null on the last."""

    items: list[ContactWays]
    next_cursor: str | None


def _shown(line: WaysVersion) -> ContactWays:
    return ContactWays(
        version=line.version,
        email=line.email,
        urgent_phone=line.urgent_phone,
        guidelines=line.guidelines,
        changed_by=line.changed_by,
        changed_at=line.changed_at,
    )


def _own(actor: Actor) -> UUID:
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    return actor.organisation_id


@router.get(
    "",
    response_model=ContactWays,
    responses=TAGGED,
    summary="Your contact ways",
    operation_id="read_contact_ways",
)
def read(request: Request, session: SessionDep, actor: READ, fields: Fields = "") -> Response:
    """What your customers are given when a delivery is handed over."""
    return resource(request, _shown(current_ways(session, _own(actor))), fields)


@router.put("", response_model=ContactWays, summary="Set your contact ways", operation_id="set_contact_ways")
def change(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    wanted: NewContactWays,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """All three at once, as a new version. Deliveries handed over from now on tell it; earlier ones stand as they were.

    Raises `CONTACT_WAYS_INCOMPLETE`, `EMAIL_NOT_USABLE`.
    """

    def run() -> tuple[int, Any, dict[str, str]]:
        held = current_ways(session, _own(actor), lock=True)
        refuse_stale(if_match, _shown(held))
        set_contact_ways(
            session,
            actor,
            _own(actor),
            **wanted.model_dump(),
            version=held.version,
            cause=cause_of(actor, now),
        )
        return 200, _shown(current_ways(session, _own(actor))), {}

    return answer_once(session, actor, request, wanted, key, run)


@router.get(
    "/versions",
    response_model=ContactWaysPage,
    summary="Versions of your contact ways",
    operation_id="list_contact_ways_versions",
)
def versions(
    session: SessionDep,
    actor: READ,
    fields: Fields = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[int | None, Query(ge=1, le=2**31 - 1)] = None,
) -> Response:
    """The newest first: who changed them, when, and what stood there."""
    found = ways_versions(session, _own(actor), before=cursor, limit=limit + 1)
    return page_of_rows(found, limit, _shown, ContactWays, fields, key=lambda row: row.version)
