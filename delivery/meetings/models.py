"""The tables of trainings and calendar feeds."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from delivery.meetings.domain.training import Audience, TrainingKind, TrainingState
from infra.columns import enum_field, foreign, id_field, instant, state_field
from infra.outbox import Subject


class TrainingSession(SQLModel, table=True):
    """A time at which people are trained."""

    __tablename__ = "training_session"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="times"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    partner_id: UUID | None = None
    state: TrainingState = state_field(TrainingState, TrainingState.PLANNED)
    kind: TrainingKind = enum_field(TrainingKind)
    audience: Audience = enum_field(Audience)
    starts_at: datetime = instant()
    ends_at: datetime = instant()
    place: str = Field(max_length=300)
    seats: int
    trainer: str = Field(default="", max_length=200)
    sequence: int = 0
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("training_session", self.id, self.case_id, self.customer_id, self.partner_id)


class TrainingSeat(SQLModel, table=True):
    """Somebody's seat, and whether they came."""

    __tablename__ = "training_seat"
    __table_args__ = (UniqueConstraint("session_id", "email"),)

    id: UUID = id_field()
    session_id: UUID = foreign("training_session.id")
    name: str = Field(max_length=200)
    email: str = Field(max_length=320)
    attended: bool | None = None


class CalendarFeed(SQLModel, table=True):
    """A person's secret address to subscribe to. Only the hash of its token is kept; a new one ends the old."""

    __tablename__ = "calendar_feed"

    id: UUID = id_field()
    person_id: UUID = Field(foreign_key="person.id", unique=True)
    token_sha256: str = Field(max_length=64, unique=True)
    made_at: datetime = instant()
    read_at: datetime | None = instant(nullable=True)
