"""The tables of a delivery."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Sequence, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from delivery.domain.states import CaseState, DataState, FaultState, ParcelState, SimState
from infra.columns import by_prefix, foreign, id_field, instant, json_field, json_list, long_text, state_field
from infra.outbox import Subject

CASE_REFERENCES = Sequence("delivery_case_reference", start=1001, metadata=SQLModel.metadata)  # VX-1001
PARCEL_REFERENCES = Sequence("parcel_reference", start=1001, metadata=SQLModel.metadata)


class DeliveryCase(SQLModel, table=True):
    """One company's way to its new switchboard, from order to hand-over (DL-01)."""

    __tablename__ = "delivery_case"
    __table_args__ = (
        Index(
            "uq_delivery_case_external_reference",
            "partner_id",
            "external_reference",
            unique=True,
            postgresql_where=text("external_reference <> ''"),
        ),
    )

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    planner_id: UUID | None = foreign("person.id", nullable=True)
    state: CaseState = state_field(CaseState, CaseState.FORBEREDELSER)
    external_reference: str = ""
    go_live_on: date = Field(index=True)
    main_number: str = Field(default="", max_length=16)
    go_live_confirmed_at: datetime | None = instant(nullable=True)
    agreement_address: dict[str, str] = json_field()
    sim_address: dict[str, str] = json_field()
    options: list[str] = json_list()
    size: int = 0
    sample_seed: str = ""
    sample: list[str] = json_list()
    technical_lead_id: UUID | None = foreign("person.id", nullable=True)
    administrative_lead_id: UUID | None = foreign("person.id", nullable=True)
    version: int = 1
    created_at: datetime = instant()
    ports_released_at: datetime | None = instant(nullable=True)
    live_at: datetime | None = instant(nullable=True)
    hand_over_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("delivery_case", self.id, self.id, self.customer_id, self.partner_id)


class CaseActivity(SQLModel, table=True):
    """One activity of a case, kept as `delivery.domain.phases` had it then; `expected_on` is a slip, a day told."""

    __tablename__ = "case_activity"
    __table_args__ = (UniqueConstraint("case_id", "key"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    key: str = Field(max_length=60)
    phase: str = Field(max_length=20)
    owner: str = Field(max_length=40)
    kind: str = Field(max_length=20)
    position: int
    gate: bool = False
    due_on: date | None = None
    expected_on: date | None = None
    done_at: datetime | None = instant(nullable=True)
    done_by: str = ""
    waived_at: datetime | None = instant(nullable=True)
    waived_reason: str = long_text()
    result: dict[str, Any] = json_field()


class CustomerDataVersion(SQLModel, table=True):
    """One upload or edit of the customer's data, kept whole (CU-03).

    By `sha256` of the file and `content_key` of what it holds the same thing sent twice is known. `mapping` says which
    column was read as what, `outline` is the beginning of each sheet, `counts` tells how many `issues` there are.
    """

    __tablename__ = "customer_data_version"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    partner_id: UUID | None = None
    number: int
    state: DataState = state_field(DataState, DataState.RECEIVED)
    file_id: UUID | None = foreign("stored_file.id", nullable=True, index=False)
    filename: str = ""
    sha256: str = Field(default="", max_length=64)
    content_key: str = Field(default="", max_length=64)
    mapping: list[dict[str, Any]] = json_list()
    outline: list[dict[str, Any]] = json_list()
    counts: dict[str, int] = json_field()
    issues: list[dict[str, Any]] = json_list()
    uploaded_by: str = ""
    uploaded_at: datetime = instant()
    signed_by: str = ""
    signed_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("customer_data_version", self.id, self.case_id, self.customer_id, self.partner_id)


class CustomerUser(SQLModel, table=True):
    """A person who gets an extension, as a version of the data tells it (CU-01)."""

    __tablename__ = "customer_user"
    __table_args__ = (
        by_prefix("ix_customer_user_mobile", "mobile"),
        by_prefix("ix_customer_user_fixed", "fixed"),
    )

    id: UUID = id_field()
    version_id: UUID = foreign("customer_data_version.id")
    row: int
    sheet: str = ""
    name: str = ""
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    mobile: str = Field(default="", max_length=16)
    fixed: str = Field(default="", max_length=16)
    other_number: str = Field(default="", max_length=16)
    extension: str = Field(default="", max_length=10)
    subscription: str = ""
    sim_type: str = ""
    extension_type: str = ""
    device: str = ""
    department: str = ""
    cost_centre: str = ""
    operator: str = ""


class AnswerGroup(SQLModel, table=True):
    """A group that answers calls together, with opening hours and members (CU-01)."""

    __tablename__ = "answer_group"

    id: UUID = id_field()
    version_id: UUID = foreign("customer_data_version.id")
    row: int
    name: str
    number: str = Field(default="", max_length=16)
    opening_hours: str = ""
    members: list[str] = json_list()


class CustomerSeries(SQLModel, table=True):
    """A number series that the customer lists, with the operator that has it today (CU-01)."""

    __tablename__ = "customer_series"

    id: UUID = id_field()
    version_id: UUID = foreign("customer_data_version.id")
    row: int
    first: str = Field(max_length=16)
    last: str = Field(max_length=16)
    count: int
    operator: str = ""


class PortingPreparation(SQLModel, table=True):
    """The customer's answers about one present operator before a port is asked for (CU-04)."""

    __tablename__ = "porting_preparation"
    __table_args__ = (UniqueConstraint("case_id", "donor"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    donor: str = Field(max_length=20)
    series: list[list[str]] = json_list()
    default_owner_id: str = Field(default="", max_length=12)
    owner_id: str = Field(default="", max_length=12)
    owner_name: str = ""
    answers: dict[str, bool] = json_field()
    answered_by: str = ""
    answered_at: datetime | None = instant(nullable=True)


class SimCard(SQLModel, table=True):
    """A SIM card or eSIM profile. PIN and PUK stand encrypted and are shown on its envelope only (SM-03)."""

    __tablename__ = "sim_card"
    __table_args__ = (
        by_prefix("ix_sim_card_iccid_begins", "iccid"),
        Index("ix_sim_card_desk", "state", "iccid", postgresql_include=["kind"]),
    )

    id: UUID = id_field()
    iccid: str = Field(max_length=20, unique=True)
    kind: str = Field(max_length=10)
    pin_encrypted: bytes
    puk_encrypted: bytes
    activation_encrypted: bytes | None = None
    state: SimState = state_field(SimState, SimState.IN_STOCK)
    case_id: UUID | None = foreign("delivery_case.id", nullable=True)
    customer_id: UUID | None = None
    partner_id: UUID | None = None
    user_id: UUID | None = foreign("customer_user.id", nullable=True)
    number: str = Field(default="", max_length=16, index=True)
    parcel_id: UUID | None = foreign("parcel.id", nullable=True)
    envelope: int | None = None

    def subject(self) -> Subject:
        return Subject("sim_card", self.id, self.case_id, self.customer_id, self.partner_id)


class Parcel(SQLModel, table=True):
    """All envelopes that go to one address at one time (SM-02)."""

    __tablename__ = "parcel"
    __table_args__ = (Index("ix_parcel_look", "look_at", postgresql_where=text("look_at IS NOT NULL")),)

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    partner_id: UUID | None = None
    state: ParcelState = state_field(ParcelState, ParcelState.PACKING)
    address: dict[str, str] = json_field()
    tracking: str = ""
    created_at: datetime = instant()
    dispatched_at: datetime | None = instant(nullable=True)
    delivered_at: datetime | None = instant(nullable=True)
    carrier_said: str = Field(default="", max_length=40)
    carrier_said_at: datetime | None = instant(nullable=True)
    look_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("parcel", self.id, self.case_id, self.customer_id, self.partner_id)


class TestCall(SQLModel, table=True):
    """A test call on go-live day: to the main number, or to one of the drawn sample (DL-07)."""

    __test__ = False  # the word is the field's own; pytest must not collect it
    __tablename__ = "test_call"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    number: str = Field(max_length=16)
    why: str = Field(max_length=20)
    ok: bool
    note: str = long_text()
    called_by: str
    at: datetime = instant()


class GoLiveFault(SQLModel, table=True):
    """A fault found at go-live or in the two working days after it, with an owner (DL-07, DL-08)."""

    __tablename__ = "go_live_fault"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    partner_id: UUID | None = None
    state: FaultState = state_field(FaultState, FaultState.OPEN)
    number: str = Field(default="", max_length=16)
    text: str = long_text()
    owner: str = ""
    found_at: datetime = instant()
    mended_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        return Subject("go_live_fault", self.id, self.case_id, self.customer_id, self.partner_id)


class CaseNote(SQLModel, table=True):
    """A line in a case's timeline that is no state change: what was decided, waived, said."""

    __tablename__ = "case_note"
    __table_args__ = (Index("ix_case_note_envelope", "id", postgresql_where=text("kind = 'envelope'")),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    kind: str = Field(max_length=40)
    text: str = long_text()
    facts: dict[str, Any] = json_field()
    by: str
    at: datetime = instant()
