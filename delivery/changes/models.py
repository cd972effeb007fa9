"""Changes asked for after sign-off."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from delivery.changes.domain.requests import ChangeKind, ChangeState
from infra.columns import enum_field, foreign, id_field, instant, long_text, state_field
from infra.outbox import Subject


class ChangeRequest(SQLModel, table=True):
    """What a customer wants otherwise than it signed, with the cost in working days as told when it was asked.

    `cost_days` is none where only the planner can say. `moved_to` is the go-live day it was agreed with.
    """

    __tablename__ = "change_request"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    state: ChangeState = state_field(ChangeState, ChangeState.ASKED)
    kind: ChangeKind = enum_field(ChangeKind)
    text: str = long_text()
    cost_days: int | None = None
    asked_by: str = Field(max_length=200)
    asked_by_id: UUID | None = foreign("person.id", nullable=True)
    asked_at: datetime = instant()
    answered_by: str = Field(default="", max_length=200)
    answered_at: datetime | None = instant(nullable=True)
    answer: str = long_text()
    moved_to: date | None = None

    def subject(self) -> Subject:
        return Subject("change_request", self.id, self.case_id, self.customer_id, None)
