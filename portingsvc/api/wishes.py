"""Cancelling and moving as resources of their own, since the donor may refuse (NP-07)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND
from portingsvc.api.orders import own_order
from portingsvc.api.shapes import Cursor, Limit
from portingsvc.domain.states import OrderState
from portingsvc.models import WishKind
from portingsvc.queries import WishLine, wish_line, wishes_of_order
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.change_port_date import change_port_date

router = Router(prefix="/api/v1/porting-orders/{order_id}", tags=["porting orders"])
READ = Annotated[Actor, needs("orders:read")]
WRITE = Annotated[Actor, needs("orders:write")]


class CancelWish(BaseModel):
    """Why the order is to be stopped."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field("", max_length=500)


class ChangeWish(BaseModel):
    """The new time: a whole hour at which the donor ports."""

    model_config = ConfigDict(extra="forbid")

    port_at: AwareDatetime
    reason: str = Field("", max_length=500)


class Wish(BaseModel):
    """A wish and what came of it. `granted` at once when nothing lay at the donor; then `id` is null."""

    id: UUID | None
    order_id: UUID
    kind: WishKind
    state: str
    port_at: datetime | None
    reason: str
    answer: str
    created_at: datetime
    answered_at: datetime | None
    allowed_actions: list[str] = Field([], description="None: a wish waits for the donor's word.")


class WishPage(BaseModel):
    """The wishes of an order, the newest first; `next_cursor` is null on the last page."""

    items: list[Wish]
    next_cursor: str | None


def _wish(line: WishLine) -> Wish:
    return Wish(
        id=line.id,
        order_id=line.order_id,
        kind=line.kind,
        state=line.state.value,
        port_at=line.port_at,
        reason=line.reason,
        answer=line.answer,
        created_at=line.created_at,
        answered_at=line.answered_at,
    )


def _granted(order_id: UUID, kind: WishKind, port_at: datetime | None, reason: str, now: datetime) -> Wish:
    return Wish(
        id=None,
        order_id=order_id,
        kind=kind,
        state="granted",
        port_at=port_at,
        reason=reason,
        answer="",
        created_at=now,
        answered_at=now,
    )


@router.get("/wishes", response_model=WishPage, summary="Wishes to cancel or move an order")
def list_(
    session: SessionDep,
    actor: READ,
    order_id: UUID,
    kind: WishKind | None = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Every wish, with the donor's answer, the newest first."""
    own_order(session, actor, order_id)
    lines = [each for each in wishes_of_order(session, order_id) if kind in (None, each.kind)]
    places = {each.id: place for place, each in enumerate(lines, 1)}
    begin = places.get(cursor, 0) if cursor else 0
    shown = lines[begin : begin + limit]
    following = str(shown[-1].id) if len(lines) > begin + limit else None
    return page([_wish(each) for each in shown], following, Wish, fields)


@router.get("/wishes/{wish_id}", response_model=Wish, responses=TAGGED, summary="One wish")
def read(
    request: Request, session: SessionDep, actor: READ, order_id: UUID, wish_id: UUID, fields: Fields = ""
) -> Response:
    """404 for a wish about an order that is not yours."""
    own_order(session, actor, order_id)
    line = wish_line(session, wish_id)
    if line is None or line.order_id != order_id:
        raise NOT_FOUND.error()
    return resource(request, _wish(line), fields)


@router.post("/cancellations", status_code=202, summary="Cancel an order", response_model=Wish)
def cancel(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order_id: UUID,
    wish: CancelWish,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """At once while nothing lies at the donor; else it is asked, and may refuse.

    Raises `TOO_LATE_TO_STOP` after its stop deadline, `WISH_ALREADY_OPEN`, `ILLEGAL_TRANSITION`.

    Also raises `NOT_AT_DONOR`, `REQUEST_ON_ITS_WAY`.
    """
    own_order(session, actor, order_id)

    def run() -> tuple[int, object, dict[str, str]]:
        own_order(session, actor, order_id, if_match)
        order = cancel_order(session, order_id, cause_of(actor, now, wish.reason))
        if order.state is OrderState.CANCELLED:
            return 202, _granted(order_id, WishKind.CANCEL, None, wish.reason, now), {}
        return 202, _wish(wishes_of_order(session, order_id)[0]), {}

    return answer_once(session, actor, request, wish, key, run)


@router.post("/changes", status_code=202, summary="Move an order to another time", response_model=Wish)
def change(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order_id: UUID,
    wish: ChangeWish,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> JSONResponse:
    """At once while unsent; else the donor is asked, and may keep the old time.

    Raises `PORT_DATE_TOO_EARLY` with the earliest date, `TOO_LATE_TO_STOP`, `WISH_ALREADY_OPEN`, `NOT_AT_DONOR`.

    Also raises `DATE_OUT_OF_RANGE`, `ILLEGAL_TRANSITION`, `MAIN_NUMBER_NOT_LAST`, `PORT_TIME_TOO_NEAR`,
    `REQUEST_ON_ITS_WAY`, `SERIES_SPLIT_IN_TIME`.
    """
    own_order(session, actor, order_id)

    def run() -> tuple[int, object, dict[str, str]]:
        own_order(session, actor, order_id, if_match)
        made = change_port_date(session, order_id, wish.port_at, cause_of(actor, now, wish.reason))
        if made is None:
            return 202, _granted(order_id, WishKind.CHANGE, wish.port_at, wish.reason, now), {}
        return 202, _wish(wishes_of_order(session, order_id)[0]), {}

    return answer_once(session, actor, request, wish, key, run)
