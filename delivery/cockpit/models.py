"""The tables of the go-live day and the hand-over after it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from delivery.cockpit.domain.decisions import DecisionKind
from infra.columns import enum_field, foreign, id_field, instant, json_field, long_text
from infra.reports import Channel


class GoLiveDecision(SQLModel, table=True):
    """A line of the decision log: what was decided, about which number if one, why, by whom."""

    __tablename__ = "go_live_decision"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    kind: DecisionKind = enum_field(DecisionKind)
    action: str = Field(default="", max_length=40)
    number: str = Field(default="", max_length=16)
    text: str = long_text()
    facts: dict[str, object] = json_field()
    by: str = Field(max_length=200)
    at: datetime = instant()


class DayMessage(SQLModel, table=True):
    """Something that users were told on the day, in the planner's words."""

    __tablename__ = "day_message"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    audience: str = Field(max_length=20)
    text: str = long_text()
    by: str = Field(max_length=200)
    at: datetime = instant()


class DayMessageCopy(SQLModel, table=True):
    """One mail or text message of it; `message_id` is the mail's or text message's own row, as reports name it."""

    __tablename__ = "day_message_copy"

    id: UUID = id_field()
    day_message_id: UUID = foreign("day_message.id")
    channel: Channel = enum_field(Channel)
    message_id: UUID = Field(unique=True)


class ContactWays(SQLModel, table=True):
    """How customers reach the operator, or a partner, after hand-over; `guidelines` are a partner's own (DL-11).

    Each change is a row; the greatest `version` of an organisation holds.
    """

    __tablename__ = "contact_ways"
    __table_args__ = (UniqueConstraint("organisation_id", "version"),)

    id: UUID = id_field()
    organisation_id: UUID = foreign("organisation.id", index=False)
    version: int = 1
    email: str = Field(max_length=320)
    urgent_phone: str = Field(max_length=40)
    guidelines: str = long_text()
    changed_by: str = Field(max_length=200)
    changed_at: datetime = instant()


class HandOverPackage(SQLModel, table=True):
    """The documentation as it was handed over, once a case."""

    __tablename__ = "hand_over_package"

    id: UUID = id_field()
    case_id: UUID = Field(foreign_key="delivery_case.id", unique=True)
    file_id: UUID = foreign("stored_file.id", index=False)
    at: datetime = instant()
