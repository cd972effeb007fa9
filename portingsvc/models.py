"""The tables of the porting service. Rules stand in `domain/`; uniqueness that money hangs on stands here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Identity,
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
    json_field,
    json_list,
    long_text,
    state_field,
)
from infra.outbox import Subject
from portingsvc.domain.states import (
    LIVE_NUMBER_STATES,
    OPEN_ATTEMPT_STATES,
    AttemptState,
    MandateState,
    NumberState,
    OrderState,
)

# Orders are named by a running number that people can say on the telephone: PO-1001.
ORDER_REFERENCES = Sequence("porting_order_reference", start=1001, metadata=SQLModel.metadata)


def _in(column: str, states: tuple[StrEnum, ...]) -> Any:
    return text(f"{column} IN ({', '.join(repr(state.value) for state in states)})")


class Mandate(SQLModel, table=True):
    """A porting mandate (fullmakt): the owner of numbers lets us port them from one donor (CU-05)."""

    __tablename__ = "mandate"

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    case_id: UUID | None = Field(default=None, index=True)
    donor: str = Field(max_length=20)
    owner_id: str = Field(max_length=12)
    owner_name: str = Field(max_length=200)
    series: list[dict[str, str]] = json_list()
    state: MandateState = state_field(MandateState, MandateState.NOT_SENT)
    valid_until: datetime | None = instant(nullable=True)
    signatory_name: str = ""
    signatory_person_id: UUID | None = None
    evidence: dict[str, Any] = json_field()
    document_id: UUID | None = foreign("stored_file.id", nullable=True, index=False)
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("mandate", self.id, self.case_id, self.customer_id, self.partner_id)


class PortingOrder(SQLModel, table=True):
    """One number or one series that is asked of one donor: the unit of order and of fee (NP-03)."""

    __tablename__ = "porting_order"
    __table_args__ = (CheckConstraint("count BETWEEN 1 AND 10000", name="count"),)

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    case_id: UUID | None = Field(default=None, index=True)
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
    parked_reason: str = long_text()
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("porting_attempt", self.id, self.case_id, self.customer_id, self.partner_id)


class RepairTask(SQLModel, table=True):
    """What must be put right after a rejection before the next attempt, by whom, until when (NP-04)."""

    __tablename__ = "repair_task"

    id: UUID = id_field()
    order_id: UUID = foreign("porting_order.id")
    attempt_id: UUID = foreign("porting_attempt.id")
    case_id: UUID | None = Field(default=None, index=True)
    repairer: str = Field(max_length=20)
    reasons: list[dict[str, Any]] = json_list()
    fields: list[str] = json_list()
    due_at: datetime = instant()
    fee_quote_ore: int = 0
    contacted_at: datetime | None = instant(nullable=True)
    contact_by: str = ""
    contact_channel: str = ""
    contact_note: str = long_text()
    changes: dict[str, Any] = json_field()
    created_at: datetime = instant()
    closed_at: datetime | None = instant(nullable=True, index=True)


class Payer(StrEnum):
    """Who bears a fee."""

    CUSTOMER = "customer"
    OPERATOR = "operator"
    DONOR = "donor"


class FeeEntry(SQLModel, table=True):
    """One line of the fee ledger, in öre. Lines are added, never changed (NP-03)."""

    __tablename__ = "fee_entry"
    __table_args__ = (UniqueConstraint("attempt_id", "kind"),)

    id: int = Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))
    order_id: UUID = foreign("porting_order.id")
    attempt_id: UUID = foreign("porting_attempt.id")
    case_id: UUID | None = Field(default=None, index=True)
    kind: str = Field(max_length=20)
    amount_ore: int
    payer: Payer = enum_field(Payer)
    reason: str = Field(max_length=60)
    approved_by: str = ""
    at: datetime = instant()


class GatewayMessage(SQLModel, table=True):
    """The inbox: every message from a gateway, stored before it is confirmed, handled afterwards."""

    __tablename__ = "gateway_message"
    __table_args__ = (
        UniqueConstraint("gateway", "message_id"),
        Index(
            "ix_gateway_message_waiting", "gateway", "position", postgresql_where=text("handled_at IS NULL")
        ),
    )

    id: UUID = id_field()
    gateway: str = Field(max_length=40)
    message_id: str = Field(max_length=80)
    position: int = Field(sa_type=BigInteger)
    kind: str = Field(max_length=40)
    dossier_id: str = Field(max_length=40, index=True)
    body: dict[str, Any] = json_field()
    received_at: datetime = instant()
    confirmed_at: datetime | None = instant(nullable=True)
    handled_at: datetime | None = instant(nullable=True)
    outcome: str = long_text()


class GatewayCursor(SQLModel, table=True):
    """How far the messages of a gateway have been read."""

    __tablename__ = "gateway_cursor"

    gateway: str = Field(primary_key=True, max_length=40)
    position: int = Field(default=0, sa_type=BigInteger)
