"""The sandbox, from inside: its clock, its scripted donors, its reset (PA-03). Test keys only."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Final, Self
from uuid import UUID

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from starlette.responses import Response

from accounts.access import answer_once, bearer, cause_of, needs
from accounts.domain.actor import Actor
from accounts.domain.errors import TEST_KEY_NEEDED
from infra.clock import NowDep, current
from infra.db import SessionDep, place_of
from infra.idempotency import IdempotencyKey
from infra.resources import Fields, Key, Limit, Whole, page_of
from infra.routing import Router
from infra.sandboxes import LIVE, partner_of
from partners import queries
from partners.domain.errors import SANDBOX_MISSING
from partners.usecases.open_sandbox import reset_sandbox
from partners.usecases.play_port import play_port
from partners.usecases.work_sandbox import FARTHEST, advance_sandbox
from portingsvc.domain.scripted_donors import SCRIPTS, script_of

_WAIT_SECONDS: Final = 20.0


def inside(session: SessionDep, actor: Annotated[Actor, Depends(bearer)]) -> None:
    """Raises `TEST_KEY_NEEDED` for a live key."""
    del actor  # known by now: a stranger is asked who it is before it is told where it stands
    if place_of(session) == LIVE:
        raise TEST_KEY_NEEDED.error()


router = Router(prefix="/sandbox", tags=["sandbox"], dependencies=[Depends(inside)])
READ = Annotated[Actor, needs("cases:read")]
WRITE = Annotated[Actor, needs("cases:write")]
ORDER = Annotated[Actor, needs("orders:write")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SandboxClock(BaseModel):
    """Where the sandbox's clock stands. `advancing_to` is null when it is at rest and all that was due is done."""

    now: datetime
    advancing_to: datetime | None
    farthest: datetime = Field(description="how far one call may send it")
    reset_at: datetime = Field(description="when it was last emptied, by the machine's clock")


class Advance(_Strict):
    """How far: an instant, or a time from now."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"days": 3}]})

    to: AwareDatetime | None = None
    days: Whole = Field(0, ge=0, le=FARTHEST.days, examples=[3])
    hours: Whole = Field(0, ge=0, le=24 * FARTHEST.days)
    minutes: Whole = Field(0, ge=0, le=24 * 60)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.to is None) == (self.days + self.hours + self.minutes == 0):
            raise ValueError("give either to, or some of days, hours and minutes")
        return self

    def goal(self, now: datetime) -> datetime:
        """The instant that is meant."""
        return self.to or now + timedelta(days=self.days, hours=self.hours, minutes=self.minutes)


class DonorScript(BaseModel):
    """What the donors do with an order whose first number ends so; an empty ending is every other."""

    ending: str
    outcome: str
    text: str
    reason: str
    example: str = Field(description="a number set aside for fiction that ends so")


class DonorScripts(BaseModel):
    """A page of the table; `next_cursor` is null on the last."""

    items: list[DonorScript]
    next_cursor: str | None


class PlayedPort(_Strict):
    """What to port, of which case."""

    case_id: UUID
    numbers: list[str] = Field(min_length=1, max_length=100, examples=[["08-465 004 50", "08-465 004 01"]])
    donor: str = Field("TELIA", max_length=20)
    port_on: date | None = Field(None, description="the earliest day that the donor can keep, unless given")


class PlayedOrder(BaseModel):
    """A porting order that is on its way to its scripted donor."""

    id: UUID
    reference: str
    first: str
    last: str
    donor: str
    port_at: datetime
    outcome: str


class PlayedOrders(BaseModel):
    """The orders, in the order asked for."""

    items: list[PlayedOrder]


def _clock(session: SessionDep) -> SandboxClock:
    state = queries.sandbox_state(partner_of(place_of(session)))
    if state is None:
        raise SANDBOX_MISSING.error()
    return SandboxClock(
        now=state.now,
        advancing_to=state.advancing_to,
        farthest=state.now + FARTHEST,
        reset_at=state.reset_at,
    )


@router.get("/clock", summary="Where your sandbox's clock stands", operation_id="read_sandbox_clock")
def clock(session: SessionDep, actor: READ) -> SandboxClock:
    """It stands still until you move it. Ask again while `advancing_to` is not null.

    Raises `SANDBOX_MISSING`.
    """
    del actor
    return _clock(session)


@router.post(
    "/clock",
    response_model=SandboxClock,
    summary="Move your sandbox's clock on",
    operation_id="advance_sandbox_clock",
    responses={202: {"model": SandboxClock, "description": "On its way: ask for the clock until it rests"}},
)
def advance(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    wish: Advance,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """All that falls due on the way is done in its order and at its own time, webhooks and their retries too.

    Answered 200 when the clock has arrived; after 20 seconds 202, and it goes on by itself.

    Raises `SANDBOX_BUSY`, `SANDBOX_CLOCK_INVALID`, `SANDBOX_MISSING`.
    """

    def run() -> tuple[int, SandboxClock, dict[str, str]]:
        partner_id = partner_of(place_of(session))
        arrived = advance_sandbox(partner_id, wish.goal(now), seconds=_WAIT_SECONDS)
        return (200 if arrived else 202), _clock(session), {}

    return answer_once(session, actor, request, wish, key, run)


@router.get(
    "/donors",
    response_model=DonorScripts,
    summary="What the scripted donors do, by number",
    operation_id="list_sandbox_donors",
)
def donors(
    actor: READ,
    outcome: Annotated[str | None, Query(max_length=40, examples=["reject"])] = None,
    fields: Fields = "",
    limit: Limit = 200,
    cursor: Key = None,
) -> Response:
    """The last two digits of an order's first number choose. Use numbers set aside for fiction."""
    scripts = [
        DonorScript(
            ending=each.ending,
            outcome=each.play.value,
            text=each.text.in_(actor.language),
            reason=each.reason,
            example=f"+468465004{each.ending or '50'}",
        )
        for each in SCRIPTS
        if outcome in (None, each.play.value)
    ]
    places = {each.ending: f"{place:03}" for place, each in enumerate(SCRIPTS)}
    return page_of(scripts, lambda each: places[each.ending], cursor, limit, DonorScript, fields)


@router.post(
    "/ports",
    status_code=201,
    response_model=PlayedOrders,
    responses={404: {}},
    summary="Order a port in one go",
    operation_id="play_sandbox_port",
)
def port(
    request: Request,
    session: SessionDep,
    actor: ORDER,
    now: NowDep,
    wish: PlayedPort,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """The customer's and the planner's parts are played: the mandate is signed, the orders are sent to the donor.

    An order for each number or series. Its answer comes when you have moved the clock to it.

    Raises `DONOR_UNKNOWN`, `FEE_BUDGET_REACHED`, `MAIN_NUMBER_NOT_LAST`, `NUMBERS_REFUSED`,
    `NUMBER_ALREADY_IN_PORTING`, `OWNER_ID_WRONG`, `PORT_DATE_TOO_EARLY`, `SANDBOX_NUMBERS_INVALID`,
    `SERIES_SPLIT_IN_TIME`.
    """

    def run() -> tuple[int, PlayedOrders, dict[str, str]]:
        made = play_port(
            session,
            actor,
            wish.case_id,
            donor=wish.donor,
            numbers=wish.numbers,
            port_on=wish.port_on,
            cause=cause_of(actor, now),
        )
        items = [
            PlayedOrder(
                id=each.id,
                reference=each.reference,
                first=each.first,
                last=each.last,
                donor=each.donor,
                port_at=each.port_at,
                outcome=script_of(each.first).play.value,
            )
            for each in made
        ]
        return 201, PlayedOrders(items=items), {}

    return answer_once(session, actor, request, wish, key, run)


@router.post(
    "/reset",
    response_model=SandboxClock,
    summary="Empty your sandbox",
    operation_id="reset_sandbox",
)
def reset(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """As new: no cases, events or subscriptions, the clock on the present. Keys stand. Takes about a second.

    Raises `SANDBOX_BUSY`.
    """

    def run() -> tuple[int, SandboxClock, dict[str, str]]:
        reset_sandbox(session)
        session.flush()
        at_rest = current(session)
        return (
            200,
            SandboxClock(now=at_rest, advancing_to=None, farthest=at_rest + FARTHEST, reset_at=at_rest),
            {},
        )

    return answer_once(session, actor, request, None, key, run)
