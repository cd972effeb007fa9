"""The tables of SIM dispatch beside the cards and parcels themselves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant, long_text


class ParcelScan(SQLModel, table=True):
    """What the carrier said of a parcel, each thing once."""

    __tablename__ = "parcel_scan"
    __table_args__ = (UniqueConstraint("parcel_id", "position"),)

    id: UUID = id_field()
    parcel_id: UUID = foreign("parcel.id")
    position: int
    code: str = Field(max_length=40)
    at: datetime = instant()


class SimWaiver(SQLModel, table=True):
    """A planner lets a number's port go though its user has no SIM in hand, and says why (SM-04)."""

    __tablename__ = "sim_waiver"
    __table_args__ = (UniqueConstraint("case_id", "number"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    number: str = Field(max_length=16)
    reason: str = long_text()
    by: str
    at: datetime = instant()


class SimStockLevel(SQLModel, table=True):
    """How many free cards of a kind there shall be at least; with fewer, the desk says that the stock is low."""

    __tablename__ = "sim_stock_level"
    __table_args__ = (CheckConstraint("at_least >= 0", name="at_least"),)

    kind: str = Field(max_length=10, primary_key=True)
    at_least: int
    set_by: str = Field(max_length=200)
    set_at: datetime = instant()
    reason: str = long_text()
