"""Fee quotes as JSON. All money is öre, without VAT."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from portingsvc.api.dates import NumberToMove
from portingsvc.api.shapes import Strict
from portingsvc.domain.donors import donor
from portingsvc.models import FeeQuoteLine as Line
from portingsvc.queries import QuoteRow
from portingsvc.usecases.quote_fees import MOST_LINES


class QuoteForNumbers(Strict):
    """Numbers that are not ordered yet. Order them under the quote with its id as `fee_quote_id`."""

    numbers: list[NumberToMove] = Field(min_length=1, max_length=MOST_LINES)


class QuoteForCase(Strict):
    """Every order of a delivery case that has a request still to be made."""

    case_id: UUID


class QuoteForOrder(Strict):
    """One order."""

    order_id: UUID


class Acceptance(Strict):
    """The yes. The program that sends it is kept with the person that it names."""

    accepted_by: str = Field(default="", max_length=180, examples=["Tove Exempelsson"])


class FeeQuotePart(BaseModel):
    """Series of one kind at one donor, for which the same holds.

    `attempt` is the request that is meant; `amount_ore` what it costs for each series, and `payer` whom.
    `donor_fee_ore` is what the donor takes for each series: the operator bears it, it is no part of the sums.
    """

    donor: str
    number_type: str
    attempt: int
    series: int
    amount_ore: int
    payer: str
    reason: str
    donor_fee_ore: int


class FeeQuote(BaseModel):
    """What the next requests cost, öre without VAT.

    `total_ore` is the customer's, `operator_ore` the operator's to bear. `further_attempt_ore` is what an attempt
    after these costs, if the customer is the cause of it; it is told, not accepted.
    """

    id: UUID
    reseller_id: UUID = Field(description="Whose it is: yours, or that of a reseller under you.")
    customer_id: UUID | None
    case_id: UUID | None
    order_id: UUID | None
    state: str = Field(description="`open`, `accepted` or `expired`")
    total_ore: int
    operator_ore: int
    further_attempt_ore: int
    parts: list[FeeQuotePart]
    made_by: str
    made_at: datetime
    valid_until: datetime
    accepted_by: str
    accepted_at: datetime | None
    replaces_id: UUID | None = Field(description="The quote that this one was made instead of.")
    allowed_actions: list[str] = Field(description="What you may do with it as it stands.")


class FeeQuotePage(BaseModel):
    """A page of quotes; `next_cursor` is null on the last."""

    items: list[FeeQuote]
    next_cursor: str | None


class FeeQuoteLine(BaseModel):
    """One request of one series. `order_id` is null while the number is not ordered."""

    place: int
    order_id: UUID | None
    donor: str
    first: str
    last: str
    number_type: str
    attempt: int
    amount_ore: int
    payer: str
    reason: str


class FeeQuoteLinePage(BaseModel):
    """A page of lines; `next_cursor` is null on the last."""

    items: list[FeeQuoteLine]
    next_cursor: str | None


def quote_of(row: QuoteRow, now: datetime) -> FeeQuote:
    """A quote as it is told."""
    state = row.state(now)
    return FeeQuote(
        id=row.id,
        reseller_id=row.partner_id,
        customer_id=row.customer_id,
        case_id=row.case_id,
        order_id=row.order_id,
        state=state,
        total_ore=row.total_ore,
        operator_ore=row.operator_ore,
        further_attempt_ore=row.further_attempt_ore,
        parts=[FeeQuotePart(**each, donor_fee_ore=donor(each["donor"]).fee_ore) for each in row.parts],
        made_by=row.made_by,
        made_at=row.made_at,
        valid_until=row.valid_until,
        accepted_by=row.accepted_by,
        accepted_at=row.accepted_at,
        replaces_id=row.replaces_id,
        allowed_actions=["accept"] if state == "open" else [],
    )


def line_of(row: Line) -> FeeQuoteLine:
    """A line as it is told."""
    return FeeQuoteLine(**{name: getattr(row, name) for name in FeeQuoteLine.model_fields})
