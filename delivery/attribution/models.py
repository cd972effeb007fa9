"""The table of delays."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from delivery.attribution.domain.delays import DelayCause, DelayKind
from infra.columns import enum_field, foreign, id_field, instant, long_text


class Delay(SQLModel, table=True):
    """Something that took longer, whose doing it was, and how that is known. `about` names the thing itself."""

    __tablename__ = "delay"
    __table_args__ = (UniqueConstraint("case_id", "kind", "about"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    kind: DelayKind = enum_field(DelayKind)
    about: str = Field(max_length=120)
    what: str = long_text()
    first_day: date
    last_day: date
    cause: DelayCause | None = enum_field(DelayCause, nullable=True)
    evidence: str = long_text()
    said_by: str = ""
    at: datetime = instant()
