"""What a partner was told that porting costs, and what it accepted (NP-03, IN-03)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant
from infra.outbox import Subject


class FeeQuote(SQLModel, table=True):
    """What the next request of some orders, or of some numbers, will cost: in öre, without VAT.

    Never changed but by its acceptance. `replaces_id` names the one that it was made instead of: one each.
    `further_attempt_ore` is what an attempt after these costs if the customer is the cause of it.
    """

    __tablename__ = "fee_quote"
    __table_args__ = (UniqueConstraint("replaces_id"),)

    id: UUID = id_field()
    partner_id: UUID = foreign("organisation.id")
    customer_id: UUID | None = foreign("organisation.id", nullable=True)
    case_id: UUID | None = Field(default=None, index=True)
    order_id: UUID | None = foreign("porting_order.id", nullable=True)
    replaces_id: UUID | None = foreign("fee_quote.id", nullable=True, index=False)
    total_ore: int = 0
    operator_ore: int = 0
    further_attempt_ore: int = 0
    made_by: str = Field(default="", max_length=200)
    made_at: datetime = instant()
    valid_until: datetime = instant()
    accepted_by: str = Field(default="", max_length=400)
    accepted_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("fee_quote", self.id, self.case_id, self.customer_id, self.partner_id)


class FeeQuoteLine(SQLModel, table=True):
    """One request of one series. `order_id` is none for numbers that are not ordered yet."""

    __tablename__ = "fee_quote_line"
    __table_args__ = (
        Index(
            "ix_fee_quote_line_order", "order_id", "attempt", postgresql_where=text("order_id IS NOT NULL")
        ),
    )

    quote_id: UUID = Field(default=None, foreign_key="fee_quote.id", primary_key=True)
    place: int = Field(primary_key=True)
    order_id: UUID | None = foreign("porting_order.id", nullable=True, index=False)
    donor: str = Field(max_length=20)
    first: str = Field(max_length=16)
    last: str = Field(max_length=16)
    number_type: str = Field(max_length=20)
    attempt: int
    amount_ore: int
    payer: str = Field(max_length=20)
    reason: str = Field(max_length=60)
