"""Who is away, and which reminders have gone."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from delivery.people.domain.timers import TimerKind
from infra.columns import enum_field, foreign, id_field, instant


class Absence(SQLModel, table=True):
    """Days, both counted, on which somebody is away and another answers."""

    __tablename__ = "absence"

    id: UUID = id_field()
    person_id: UUID = foreign("person.id")
    cover_id: UUID = foreign("person.id")
    first_day: date
    last_day: date = Field(index=True)
    set_by: str = Field(max_length=200)
    set_at: datetime = instant()


class SentTimer(SQLModel, table=True):
    """A reminder or escalation that has gone. Another due day is another timer; the same one rings once."""

    __tablename__ = "sent_timer"
    __table_args__ = (UniqueConstraint("case_id", "key", "due_on", "kind"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    key: str = Field(max_length=60)
    due_on: date
    kind: TimerKind = enum_field(TimerKind)
    at: datetime = instant()
