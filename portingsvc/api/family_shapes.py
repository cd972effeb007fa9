"""Orders of many numbers as JSON."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field, StrictBool

from portingsvc.api.shapes import Instant, Strict
from portingsvc.usecases.judge_orders import MOST_NUMBERS


class FamilyItem(Strict):
    """A number or series in any writing, the operator that has it (code or name), and in whose name it is there."""

    number: str = Field(max_length=200, examples=["070-174 06 05"])
    donor: str = Field(max_length=100, examples=["TELIA"])
    owner_id: str = Field(max_length=20, examples=["559999-9009"], description="as the donor has it")
    owner_name: str = Field(min_length=1, max_length=200, examples=["Exempelverken AB"])
    is_main: StrictBool = Field(default=False, description="The main number; it is ported last.")
    port_at: Instant | None = Field(default=None, description="Its own time, else that of the order.")


class PortingCustomer(Strict):
    """Whose numbers these will be."""

    name: str = Field(min_length=1, max_length=200, examples=["Exempelverken AB"])
    org_number: str = Field(min_length=1, max_length=20, examples=["559999-9009"])


class FamilyOrder(Strict):
    """Numbers to port. A fault of one never stops the others, unless `all_or_nothing` asks for that."""

    customer: PortingCustomer
    port_at: Instant = Field(
        description="A whole hour at which the donors port.", examples=["2027-03-10T10:00:00+01:00"]
    )
    items: list[FamilyItem] = Field(min_length=1, max_length=MOST_NUMBERS)
    external_reference: str = Field(default="", max_length=100, description="Yours.")
    all_or_nothing: StrictBool = False
    fee_quote_id: UUID | None = Field(
        default=None,
        description="A fee quote for these numbers that you have accepted: it is bound to the orders.",
    )


class Fault(BaseModel):
    """What is wrong: a stable code, the field at fault, and the way out in words."""

    code: str
    field: str
    detail: str


class CheckedItem(BaseModel):
    """One item of an order, judged. `first`, `last` in E.164 when it can be read."""

    place: int = Field(description="Its place in `items`, from 0.")
    number: str
    ok: bool
    first: str | None
    last: str | None
    count: int
    number_type: str
    faults: list[Fault]


class Validation(BaseModel):
    """What an order would meet: each item, and what is wrong with the good ones together."""

    ok: bool = Field(description="Whether all of it would be taken.")
    good: int = Field(description="How many items would be.")
    items: list[CheckedItem]
    faults: list[Fault]


class RefusedItem(BaseModel):
    """One that was not taken."""

    place: int
    number: str
    faults: list[Fault]


class RefusedPage(BaseModel):
    """A page of what was not taken; `next_cursor` is null on the last."""

    items: list[RefusedItem]
    next_cursor: str | None


class Family(BaseModel):
    """Orders made in one call. Each is a porting order of its own: list them by `family_id`."""

    id: UUID
    external_reference: str
    customer_id: UUID
    port_at: datetime
    created_at: datetime
    submitted_at: datetime | None
    orders: dict[str, int] = Field(description="How many of its orders are in each state.")
    numbers: dict[str, int] = Field(description="How many of its numbers are in each state.")
    refused_count: int
    allowed_actions: list[str]


class FamilyPage(BaseModel):
    """A page of families; `next_cursor` is null on the last."""

    items: list[Family]
    next_cursor: str | None


class Submission(Strict):
    """How to submit."""

    all_or_nothing: StrictBool = Field(
        default=False, description="Submit none unless all can go; else those that can."
    )


class KeptOrder(BaseModel):
    """A draft that did not go, and why."""

    order_id: UUID
    reference: str
    first: str
    last: str
    fault: Fault


class SubmissionResult(BaseModel):
    """How many orders went to their donors' queues, and each that is still a draft."""

    submitted: int
    kept: list[KeptOrder]
    family: Family
