"""Money: the ledger, the price list, what a customer may cost a day, and what the gateway says we owe."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity, UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import enum_field, foreign, id_field, instant, long_text


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
    note: str = long_text()
    approved_by: str = ""
    at: datetime = instant()


class PriceItem(SQLModel, table=True):
    """What something costs from a day on, in öre. Added, never changed; the newest begun holds (NP-03)."""

    __tablename__ = "price_item"
    __table_args__ = (UniqueConstraint("code", "valid_from"),)

    id: UUID = id_field()
    code: str = Field(max_length=40)
    valid_from: date
    amount_ore: int = Field(ge=0)
    set_by: str = Field(max_length=200)
    set_at: datetime = instant()


class FeeBudget(SQLModel, table=True):
    """What porting may cost for one customer in a day, in öre, when it is not the installation's own limit."""

    __tablename__ = "fee_budget"

    customer_id: UUID = Field(primary_key=True, foreign_key="organisation.id")
    per_day_ore: int = Field(ge=0)
    reason: str = long_text()
    set_by: str = Field(max_length=200)
    set_at: datetime = instant()


class StatementMatch(StrEnum):
    """How a line of the gateway's statement stands against our ledger."""

    MATCHED = "matched"
    UNKNOWN_DOSSIER = "unknown_dossier"
    NOT_IN_LEDGER = "not_in_ledger"
    AMOUNT_DIFFERS = "amount_differs"


class StatementLine(SQLModel, table=True):
    """One charge by the gateway, held against the ledger. Each dossier is charged once, by constraint."""

    __tablename__ = "statement_line"
    __table_args__ = (UniqueConstraint("gateway", "dossier_id"),)

    id: UUID = id_field()
    gateway: str = Field(max_length=40)
    dossier_id: str = Field(max_length=40)
    series: int
    amount_ore: int
    charged_at: datetime = instant()
    attempt_id: UUID | None = foreign("porting_attempt.id", nullable=True)
    ledger_ore: int | None = None
    match: StatementMatch = enum_field(StatementMatch)
    checked_at: datetime = instant()
