"""The tables of the invoicing basis. That nothing is billed twice stands here, as a constraint."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, Sequence, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import enum_field, foreign, id_field, instant, json_field, json_list, long_text
from invoicing.domain.terms import InvoiceKind, Rhythm

# Bases are named by a running number: FU-1001. The legal number series belongs to the billing system.
INVOICE_REFERENCES = Sequence("invoicing_invoice_reference", start=1001, metadata=SQLModel.metadata)


class InvoicingAgreement(SQLModel, table=True):
    """A customer's terms of invoicing (IN-01). One a customer; changing them changes no line that is billed."""

    __tablename__ = "invoicing_agreement"

    id: UUID = id_field()
    customer_id: UUID = Field(foreign_key="organisation.id", unique=True)
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    rhythm: Rhythm = enum_field(Rhythm, Rhythm.QUARTERLY)
    is_grouped: bool = False
    buyer_reference: str = Field(default="", max_length=100)
    recipient: str = Field(default="", max_length=320)
    address: dict[str, str] = json_field()
    frame_agreement: str = Field(default="", max_length=60)
    frame_valid_until: date | None = None
    version: int = 1
    created_at: datetime = instant()


class PriceRow(SQLModel, table=True):
    """A price from a day on, for all customers or one; rows are added, never changed."""

    __tablename__ = "invoicing_price"
    __table_args__ = (
        UniqueConstraint("article", "customer_id", "valid_from", postgresql_nulls_not_distinct=True),
        CheckConstraint("amount_ore >= 0", name="amount"),
    )

    id: UUID = id_field()
    article: str = Field(max_length=40)
    customer_id: UUID | None = foreign("organisation.id", nullable=True)
    valid_from: date
    amount_ore: int
    entered_by: str = ""
    at: datetime = instant()


class Charge(SQLModel, table=True):
    """Something ordered during the agreement (DL-14), or work on a fault that was not ours (IN-03)."""

    __tablename__ = "invoicing_charge"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    article: str = Field(max_length=40)
    quantity: int = 1
    number: str = Field(default="", max_length=16)
    cost_centre: str = Field(default="", max_length=100)
    starts_on: date
    reason: str = long_text()
    entered_by: str = ""
    at: datetime = instant()


class EndedThing(SQLModel, table=True):
    """The last day that something monthly is charged: a subscription given up, an add-on ended."""

    __tablename__ = "invoicing_end"

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    thing: str = Field(max_length=120, unique=True)
    ends_on: date
    entered_by: str = ""
    at: datetime = instant()


class Waiver(SQLModel, table=True):
    """A charge that is let off, with the reason and who decided it."""

    __tablename__ = "invoicing_waiver"
    __table_args__ = (UniqueConstraint("thing", "period"),)

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    thing: str = Field(max_length=120)
    period: str = Field(max_length=7)
    reason: str = long_text()
    decided_by: str = ""
    at: datetime = instant()


class UsageFile(SQLModel, table=True):
    """A file of traffic that was taken in; the same bytes are never taken in again."""

    __tablename__ = "invoicing_usage_file"

    id: UUID = id_field()
    name: str = Field(max_length=255)
    sha256: str = Field(max_length=64, unique=True)
    rows: int
    taken_in_by: str = ""
    at: datetime = instant()


class UsageRow(SQLModel, table=True):
    """Text messages or minutes of a number on a day. One row a number, kind and day, by constraint."""

    __tablename__ = "invoicing_usage"
    __table_args__ = (UniqueConstraint("customer_id", "article", "number", "day"),)

    id: UUID = id_field()
    file_id: UUID = foreign("invoicing_usage_file.id")
    customer_id: UUID = Field(foreign_key="organisation.id")
    article: str = Field(max_length=40)
    number: str = Field(max_length=16)
    day: date
    quantity: int


class InvoiceRun(SQLModel, table=True):
    """One making of bases, for all that was due on a day. `after` is the last agreement dealt with."""

    __tablename__ = "invoicing_run"
    __table_args__ = (
        Index("ix_invoicing_run_unfinished", "id", postgresql_where=text("finished_at IS NULL")),
    )

    id: UUID = id_field()
    as_of: date
    after: UUID | None = None
    invoices: int = 0
    net_ore: int = Field(default=0, sa_type=BigInteger)
    failed: list[dict[str, str]] = json_list()
    made_by: str = ""
    at: datetime = instant()
    finished_at: datetime | None = instant(nullable=True)


class Invoice(SQLModel, table=True):
    """The basis of one invoice, as it was handed to the billing system. Never changed. Öre; VAT apart."""

    __tablename__ = "invoicing_invoice"

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    run_id: UUID = foreign("invoicing_run.id")
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    kind: InvoiceKind = enum_field(InvoiceKind)
    cost_centre: str = Field(default="", max_length=100)
    buyer_reference: str = Field(default="", max_length=100)
    address: dict[str, str] = json_field()
    issued_on: date
    due_on: date
    first_day: date
    last_day: date
    net_ore: int = Field(sa_type=BigInteger)
    vat_ore: int = Field(sa_type=BigInteger)


class InvoiceLine(SQLModel, table=True):
    """One billed thing and month. The constraint is what forbids to bill it twice, whatever a run does."""

    __tablename__ = "invoicing_line"
    __table_args__ = (UniqueConstraint("thing", "period"),)

    id: UUID = id_field()
    invoice_id: UUID = foreign("invoicing_invoice.id")
    customer_id: UUID = foreign("organisation.id")
    thing: str = Field(max_length=120)
    period: str = Field(max_length=7)
    article: str = Field(max_length=40)
    first_day: date
    last_day: date
    number: str = Field(default="", max_length=16)
    cost_centre: str = Field(default="", max_length=100)
    label: str = Field(default="", max_length=200)
    quantity: int
    unit_price_ore: int
    amount_ore: int = Field(sa_type=BigInteger)
    waived: str = long_text()
