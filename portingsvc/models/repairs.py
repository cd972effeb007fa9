"""What a person must see to: a rejection to repair, a donor that is silent or wrong."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from infra.columns import enum_field, foreign, id_field, instant, json_field, json_list, long_text


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
    contested_at: datetime | None = instant(nullable=True)
    contest_grounds: str = long_text()
    changes: dict[str, Any] = json_field()
    created_at: datetime = instant()
    closed_at: datetime | None = instant(nullable=True, index=True)


class EscalationKind(StrEnum):
    """Why a person must take something up with a donor."""

    NO_ANSWER = "no_answer"
    LATE_PORT = "late_port"
    CONTESTED = "contested"
    REACTIVATION = "reactivation"


class Escalation(SQLModel, table=True):
    """Something to take up with a donor, by a person, until an hour (NP-07, NP-12)."""

    __tablename__ = "porting_escalation"
    __table_args__ = (
        Index(
            "uq_porting_escalation_open",
            "order_id",
            "kind",
            unique=True,
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: UUID = id_field()
    order_id: UUID = foreign("porting_order.id")
    attempt_id: UUID = foreign("porting_attempt.id")
    case_id: UUID | None = Field(default=None, index=True)
    kind: EscalationKind = enum_field(EscalationKind)
    due_at: datetime = instant()
    opened_at: datetime = instant()
    closed_at: datetime | None = instant(nullable=True)
    closed_by: str = Field(default="", max_length=200)
    note: str = long_text()
