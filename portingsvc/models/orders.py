"""Orders, their numbers, attempts and wishes. Uniqueness that money hangs on stands here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Index,
    LargeBinary,
    Sequence,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from infra.columns import (
    enum_field,
    foreign,
    id_field,
    instant,
    json_list,
    long_text,
    state_field,
)
from infra.outbox import Subject
from portingsvc.domain.states import (
    LIVE_NUMBER_STATES,
    OPEN_ATTEMPT_STATES,
    AttemptState,
    NumberState,
    OrderState,
)
from portingsvc.domain.wish_states import OPEN_WISH_STATES, WishState

# Orders are named by a running number that people can say on the telephone: PO-1001.
ORDER_REFERENCES = Sequence("porting_order_reference", start=1001, metadata=SQLModel.metadata)


def _in(column: str, states: tuple[StrEnum, ...]) -> Any:
    return text(f"{column} IN ({', '.join(repr(state.value) for state in states)})")


class PortingFamily(SQLModel, table=True):
    """Orders that a partner asked for in one call and submits in one. What was refused then stands in `refused`."""

    __tablename__ = "porting_family"

    id: UUID = id_field()
    partner_id: UUID = foreign("organisation.id")
    customer_id: UUID = foreign("organisation.id")
    external_reference: str = Field(default="", max_length=100)
    port_at: datetime = instant()
    refused: list[dict[str, Any]] = json_list()
    made_by: str = Field(max_length=200)
    created_at: datetime = instant()
    submitted_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("porting_family", self.id, None, self.customer_id, self.partner_id)


class PortingOrder(SQLModel, table=True):
    """One number or one series that is asked of one donor: the unit of order and of fee (NP-03)."""

    __tablename__ = "porting_order"
    __table_args__ = (CheckConstraint("count BETWEEN 1 AND 10000", name="count"),)

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    case_id: UUID | None = Field(default=None, index=True)
    family_id: UUID | None = foreign("porting_family.id", nullable=True)
    external_reference: str = Field(default="", max_length=100)
    donor: str = Field(max_length=20)
    first: str = Field(max_length=16)
    last: str = Field(max_length=16)
    count: int
    number_type: str = Field(max_length=20)
    is_main: bool = False
    owner_id: str = Field(max_length=12)
    owner_name: str = Field(max_length=200)
    port_at: datetime = instant()
    mandate_id: UUID | None = foreign("mandate.id", nullable=True)
    state: OrderState = state_field(OrderState, OrderState.DRAFT)
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("porting_order", self.id, self.case_id, self.customer_id, self.partner_id)


class PortingNumber(SQLModel, table=True):
    """One telephone number of an order: the unit of state. At most one live port a number, by index."""

    __tablename__ = "porting_number"
    __table_args__ = (
        Index(
            "uq_porting_number_live",
            "e164",
            unique=True,
            postgresql_where=_in("state", LIVE_NUMBER_STATES),
        ),
        UniqueConstraint("order_id", "e164"),
        # A page of a list begins where the last one ended, however deep it lies.
        Index("ix_porting_number_list", "state", "e164", "id"),
        Index("ix_porting_number_begins", "e164", postgresql_ops={"e164": "text_pattern_ops"}),
    )

    id: UUID = id_field()
    order_id: UUID = foreign("porting_order.id")
    case_id: UUID | None = Field(default=None, index=True)
    customer_id: UUID
    partner_id: UUID | None = None
    e164: str = Field(max_length=16, index=True)
    state: NumberState = state_field(NumberState, NumberState.PENDING)
    reasons: list[dict[str, Any]] = json_list()
    ported_at: datetime | None = instant(nullable=True)
    attempt_id: UUID | None = foreign("porting_attempt.id", nullable=True)

    def subject(self) -> Subject:
        return Subject("porting_number", self.id, self.case_id, self.customer_id, self.partner_id)


class PortingAttempt(SQLModel, table=True):
    """One request to the donor. The row is the intent; its key and bytes never change once made (NP-08)."""

    __tablename__ = "porting_attempt"
    __table_args__ = (
        UniqueConstraint("order_id", "attempt"),
        Index(
            "uq_porting_attempt_open",
            "order_id",
            unique=True,
            postgresql_where=_in("state", OPEN_ATTEMPT_STATES),
        ),
        Index("ix_porting_attempt_due", "due_at", postgresql_where=_in("state", (AttemptState.PLANNED,))),
        Index(
            "ix_porting_attempt_check",
            "check_at",
            postgresql_where=_in("state", (AttemptState.SENDING, AttemptState.IN_DOUBT)),
        ),
        Index(
            "ix_porting_attempt_silent", "answer_by", postgresql_where=_in("state", (AttemptState.SUBMITTED,))
        ),
    )

    id: UUID = id_field()
    order_id: UUID = foreign("porting_order.id")
    case_id: UUID | None = Field(default=None, index=True)
    customer_id: UUID
    partner_id: UUID | None = None
    attempt: int = Field(ge=1)
    state: AttemptState = state_field(AttemptState, AttemptState.PLANNED)
    dossier_id: str = Field(max_length=40, unique=True)
    idempotency_key: str = Field(max_length=64, unique=True)
    payload: bytes | None = Field(default=None, sa_type=LargeBinary, nullable=True)
    payload_sha256: str = Field(default="", max_length=64)
    port_at: datetime = instant()
    due_at: datetime = instant()
    latest_at: datetime = instant()
    lease_until: datetime | None = instant(nullable=True)
    check_at: datetime | None = instant(nullable=True)
    sends: int = 0
    checks: int = 0
    was_in_doubt: bool = False
    submitted_at: datetime | None = instant(nullable=True)
    answered_at: datetime | None = instant(nullable=True)
    answer_due_at: datetime | None = instant(nullable=True)
    reasons: list[dict[str, Any]] = json_list()
    fee_quote_ore: int = 0
    fee_payer: str = Field(default="customer", max_length=20)
    fee_reason: str = Field(default="included", max_length=60)
    fee_accepted_by: str = Field(default="", max_length=200)
    fee_accepted_at: datetime | None = instant(nullable=True)
    fee_quote_id: UUID | None = foreign("fee_quote.id", nullable=True, index=False)
    gateway: str = Field(default="clearinghouse", max_length=40)
    series_count: int = 1
    answer_by: datetime | None = instant(nullable=True)
    parked_reason: str = long_text()
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("porting_attempt", self.id, self.case_id, self.customer_id, self.partner_id)


class WishKind(StrEnum):
    """What we wish of a donor that has our request."""

    CANCEL = "cancel"
    CHANGE = "change"


class PortingWish(SQLModel, table=True):
    """A wish to cancel or move a port that lies at the donor, with its outcome. One open wish an attempt."""

    __tablename__ = "porting_wish"
    __table_args__ = (
        Index(
            "uq_porting_wish_open",
            "attempt_id",
            unique=True,
            postgresql_where=_in("state", OPEN_WISH_STATES),
        ),
    )

    id: UUID = id_field()
    order_id: UUID = foreign("porting_order.id")
    attempt_id: UUID = foreign("porting_attempt.id")
    case_id: UUID | None = Field(default=None, index=True)
    customer_id: UUID
    partner_id: UUID | None = None
    kind: WishKind = enum_field(WishKind)
    port_at: datetime | None = instant(nullable=True)
    reason: str = long_text()
    state: WishState = state_field(WishState, WishState.WAITING)
    check_at: datetime | None = instant(nullable=True)
    answer: str = long_text()
    created_at: datetime = instant()
    answered_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("porting_wish", self.id, self.case_id, self.customer_id, self.partner_id)
