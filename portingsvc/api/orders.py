"""Porting orders for partners (PA-01): follow each, its attempts and reasons."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from accounts.access import needs
from accounts.domain.actor import Actor
from infra.db import SessionDep
from kernel.errors import NOT_FOUND
from portingsvc.domain.states import ORDER, OrderState
from portingsvc.queries import OrderLine, order_line, orders_of_partner

router = APIRouter(prefix="/api/v1/porting-orders", tags=["porting orders"])
READ = Annotated[Actor, needs("orders:read")]


class Attempt(BaseModel):
    """One request to the donor."""

    attempt: int
    outcome: str
    reasons: list[str]
    submitted_at: datetime | None
    answered_at: datetime | None


class Order(BaseModel):
    """A number or series being ported."""

    id: UUID
    reference: str
    case_id: UUID | None
    donor: str
    first: str
    last: str
    count: int
    state: OrderState
    port_at: datetime
    stop_deadline: datetime
    numbers: dict[str, int]
    attempts: list[Attempt]
    allowed_actions: list[str]


class OrderPage(BaseModel):
    """A page of orders; `next_cursor` is null on the last."""

    items: list[Order]
    next_cursor: str | None


def _order(line: OrderLine) -> Order:
    return Order(
        id=line.id,
        reference=line.reference,
        case_id=line.case_id,
        donor=line.donor,
        first=line.first,
        last=line.last,
        count=line.count,
        state=line.state,
        port_at=line.port_at,
        stop_deadline=line.stop_deadline,
        numbers={state.value: count for state, count in line.numbers.items()},
        attempts=[
            Attempt(
                attempt=each.attempt,
                outcome=each.outcome,
                reasons=list(each.reasons),
                submitted_at=each.submitted_at,
                answered_at=each.answered_at,
            )
            for each in line.attempts
        ],
        allowed_actions=[event.value for event in ORDER.allowed(line.state, "partner")],
    )


@router.get("", summary="List your porting orders")
def list_(
    session: SessionDep,
    actor: READ,
    case_id: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: UUID | None = None,
) -> OrderPage:
    """Oldest first, a page at a time; of one case if asked for."""
    found = orders_of_partner(session, actor.partner_ids, case_id=case_id, after=cursor, limit=limit + 1)
    page = found[:limit]
    following = str(page[-1].id) if len(found) > limit else None
    return OrderPage(items=[_order(line) for line in page], next_cursor=following)


@router.get("/{order_id}", summary="One porting order")
def read(session: SessionDep, actor: READ, order_id: UUID) -> Order:
    """404 for an order that is not yours."""
    line = order_line(session, order_id)
    if line is None or not actor.sees(line.customer_id, line.partner_id):
        raise NOT_FOUND.error()
    return _order(line)
