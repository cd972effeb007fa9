"""Porting orders for partners (PA-01): follow each, its attempts and reasons."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import ResellerId, answer_once, cause_of, needs
from accounts.domain.actor import Actor
from infra.brief import brief
from infra.clock import NowDep
from infra.db import SessionDep, reading
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, IfMatch, page_of_rows, refuse_stale, resource
from infra.routing import Router
from kernel.errors import NOT_FOUND
from portingsvc import repository
from portingsvc.api.shapes import Cursor, Limit, Order, OrderPage, order_of
from portingsvc.domain.states import OrderState
from portingsvc.queries import order_rows
from portingsvc.usecases.submit_family import submit_order

router = Router(prefix="/api/v1/porting-orders", tags=["porting orders"])
READ = Annotated[Actor, needs("orders:read")]
WRITE = Annotated[Actor, needs("orders:write")]
Text = Annotated[str | None, Query(max_length=100)]


def organisation_of(actor: Actor) -> UUID:
    """The partner that asks. Raises `NOT_FOUND`."""
    if actor.organisation_id is None:
        raise NOT_FOUND.error()
    return actor.organisation_id


def own_order(session: Session, actor: Actor, order_id: UUID, if_match: str | None = None) -> Order:
    """The order, when it is the caller's, and when it still is what the caller read. Then it is held.

    Raises `NOT_FOUND`, `CHANGED_SINCE_READ`.
    """
    found = order_rows(session, actor.partner_ids, 1, order_id=order_id)
    if found and if_match is not None:
        repository.lock_order(session, order_id)
        found = order_rows(session, actor.partner_ids, 1, order_id=order_id)
    if not found:
        raise NOT_FOUND.error()
    order = order_of(found[0])
    refuse_stale(if_match, order)
    return order


@router.get("", response_model=OrderPage, summary="List your porting orders")
@brief
def list_(
    actor: READ,
    case_id: UUID | None = None,
    family_id: UUID | None = None,
    state: OrderState | None = None,
    donor: Text = None,
    external_reference: Text = None,
    number: Annotated[str | None, Query(max_length=20, examples=["+46705300001"])] = None,
    reseller_id: ResellerId = None,
    fields: Fields = "",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Oldest first, a page at a time. Filters narrow together; `number` is one number of the order, E.164."""
    wanted: dict[str, Any] = {
        "case_id": case_id,
        "family_id": family_id,
        "state": state.value if state else None,
        "donor": donor,
        "external_reference": external_reference,
        "number": number,
        "after": cursor,
    }
    with reading() as session:
        found = order_rows(session, actor.of(reseller_id), limit + 1, **wanted)
    return page_of_rows(found, limit, order_of, Order, fields)


@router.get("/{order_id}", response_model=Order, responses=TAGGED, summary="One porting order")
@brief
def read(request: Request, actor: READ, order_id: UUID, fields: Fields = "") -> Response:
    """404 for an order that is not yours."""
    with reading() as session:
        return resource(request, own_order(session, actor, order_id), fields)


@router.post("/{order_id}/submission", response_model=Order, summary="Submit one draft")
def submit_one(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    order_id: UUID,
    if_match: IfMatch = None,
    key: IdempotencyKey = None,
) -> Response:
    """It goes to its donor's queue, under the signed mandate that covers it.

    Raises `NOTHING_TO_SUBMIT` for what is no draft, `MANDATE_MISSING`, `PORT_DATE_TOO_EARLY`.

    Also raises `ILLEGAL_TRANSITION`.
    """
    own_order(session, actor, order_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        own_order(session, actor, order_id, if_match)
        submit_order(session, order_id, cause_of(actor, now))
        return 200, own_order(session, actor, order_id), {}

    return answer_once(session, actor, request, None, key, run)
