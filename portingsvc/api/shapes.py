"""Porting orders as JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import ORDER, AttemptState, OrderState
from portingsvc.queries.resources import OrderRow
from portingsvc.usecases.change_port_date import MOVABLE

Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]
Cursor = Annotated[UUID | None, Query(description="`next_cursor` of the page before.")]


def _as_text(value: Any) -> Any:
    """A time is written; a bare number would be read as seconds since 1970."""
    if isinstance(value, str):
        return value
    raise ValueError("a time is written as text, with its offset")


Instant = Annotated[AwareDatetime, BeforeValidator(_as_text, json_schema_input_type=AwareDatetime)]


class Strict(BaseModel):
    """A body in which nothing unknown may stand."""

    model_config = ConfigDict(extra="forbid")


class Attempt(BaseModel):
    """One request to the donor. The quote is in öre without VAT; the first attempt is included."""

    attempt: int
    outcome: str
    reasons: list[str]
    submitted_at: datetime | None
    answered_at: datetime | None
    fee_quote_ore: int
    fee_payer: str
    fee_quote_id: UUID | None = Field(description="The quote that was accepted for it.")


class Order(BaseModel):
    """A number or series being ported. `owner_id` is as the donor knows the owner, twelve digits."""

    id: UUID
    reference: str
    external_reference: str
    family_id: UUID | None
    customer_id: UUID
    case_id: UUID | None
    donor: str
    first: str
    last: str
    count: int
    number_type: str
    is_main: bool
    owner_id: str
    owner_name: str
    state: OrderState
    port_at: datetime
    stop_deadline: datetime
    created_at: datetime
    numbers: dict[str, int] = Field(description="How many of its numbers are in each state.")
    attempts: list[Attempt]
    allowed_actions: list[str] = Field(
        description="What you may do with it as it stands: `release` by POST to its `submission`, `retry` to its "
        "`attempts`, `cancel` and `request_cancel` to its `cancellations`, `request_change` to its `changes`."
    )


class OrderPage(BaseModel):
    """A page of orders; `next_cursor` is null on the last."""

    items: list[Order]
    next_cursor: str | None


def order_of(row: OrderRow) -> Order:
    """An order as it is told."""
    state = OrderState(row.state)
    return Order(
        **{name: getattr(row, name) for name in _AS_THEY_ARE},
        state=state,
        stop_deadline=schedule.stop_deadline(donor(row.donor), row.port_at),
        numbers=dict(row.numbers),
        attempts=[_attempt(*each) for each in row.attempts],
        allowed_actions=[
            *(event.value for event in ORDER.allowed(state, "partner")),
            *(["request_change"] if state in MOVABLE else []),
        ],
    )


_AS_THEY_ARE = (
    "id", "reference", "external_reference", "family_id", "customer_id", "case_id", "donor", "first", "last",
    "count", "number_type", "is_main", "owner_id", "owner_name", "port_at", "created_at",
)  # fmt: skip


def _attempt(
    number: int,
    state: str,
    was_in_doubt: bool,
    reasons: list[dict[str, Any]],
    submitted_at: datetime | None,
    answered_at: datetime | None,
    fee_quote_ore: int,
    fee_payer: str,
    fee_quote_id: UUID | None,
) -> Attempt:
    found_later = was_in_doubt and state == AttemptState.ACCEPTED
    return Attempt(
        attempt=number,
        outcome="in_doubt_then_accepted" if found_later else state,
        reasons=[str(each["code"]) for each in reasons],
        submitted_at=submitted_at,
        answered_at=answered_at,
        fee_quote_ore=fee_quote_ore,
        fee_payer=fee_payer,
        fee_quote_id=fee_quote_id,
    )
