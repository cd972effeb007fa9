"""The tables of the planner's workspace."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant, json_field, json_list, long_text, sequence_id


class CaseStanding(SQLModel, table=True):
    """Where a case stands, worked out when something changed instead of each time that somebody looks.

    Derived, never edited: `usecases/refresh_standings.py` writes it. `line` is its next action, risks and
    counts; `sort_on` the day it is sorted by; from `valid_until` on the passing of time makes it old.
    """

    __tablename__ = "case_standing"
    __table_args__ = (
        Index("ix_case_standing_open", "sort_on", "case_id", postgresql_where=text("queue <> 'ended'")),
        Index("ix_case_standing_queue", "queue", "sort_on", "case_id", postgresql_include=["is_at_risk"]),
        Index("ix_case_standing_valid", "valid_until"),
    )

    case_id: UUID = Field(foreign_key="delivery_case.id", primary_key=True)
    queue: str = Field(max_length=40)
    sort_on: date
    is_at_risk: bool = False
    line: dict[str, Any] = json_field()
    valid_until: datetime = instant()


class StaleCase(SQLModel, table=True):
    """A case whose standing no longer holds: written by triggers with whatever changed it, in the same commit."""

    __tablename__ = "stale_case"

    id: int = sequence_id()
    case_id: UUID = Field(index=True)


class SavedFilter(SQLModel, table=True):
    """A planner's own way to narrow the list, under a name."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("person_id", "name"),)

    id: UUID = id_field()
    person_id: UUID = foreign("person.id")
    name: str = Field(max_length=60)
    query: dict[str, str] = json_field()
    is_shared: bool = False


class GoLiveCapacity(SQLModel, table=True):
    """How many go-lives a day can take. The row without a day is for all days that have none of their own."""

    __tablename__ = "go_live_capacity"
    __table_args__ = (
        UniqueConstraint("day", postgresql_nulls_not_distinct=True),
        CheckConstraint("cases >= 0", name="cases"),
    )

    id: UUID = id_field()
    day: date | None = None
    cases: int
    set_by: str = Field(max_length=200)
    set_at: datetime = instant()
    reason: str = long_text()


class CaseComment(SQLModel, table=True):
    """What colleagues say to each other about a case. Customers and partners never see it."""

    __tablename__ = "case_comment"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    text: str = long_text()
    by: str = Field(max_length=200)
    person_id: UUID | None = foreign("person.id", nullable=True)
    at: datetime = instant()
    named: list[str] = json_list()


class Mention(SQLModel, table=True):
    """Somebody was named in a comment: it waits in the person's list until it is ticked off."""

    __tablename__ = "mention"
    __table_args__ = (
        UniqueConstraint("comment_id", "person_id"),
        Index("ix_mention_waiting", "person_id", "id", postgresql_where=text("seen_at IS NULL")),
    )

    id: UUID = id_field()
    comment_id: UUID = foreign("case_comment.id")
    case_id: UUID = foreign("delivery_case.id")
    person_id: UUID = foreign("person.id")
    seen_at: datetime | None = instant(nullable=True)


class CaseFile(SQLModel, table=True):
    """A file that lies with a case; removed, its line stays in the timeline.

    `is_shared` lets the customer and the partner see it; the partner also sees those that `is_partners` own.
    """

    __tablename__ = "case_file"

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    file_id: UUID = foreign("stored_file.id", index=False)
    name: str = Field(max_length=255)
    media_type: str = Field(max_length=120)
    size: int
    note: str = long_text()
    is_shared: bool = False
    is_partners: bool = False
    by: str = Field(max_length=200)
    at: datetime = instant()
