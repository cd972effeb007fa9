"""Answers, what became of each, and what was signed."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant, json_field, sequence_id


class AnswerSheet(SQLModel, table=True):
    """The answers to one section, or to one item of a section that repeats (`item` is empty else).

    `answers` are kept as they were typed, right or wrong. `marks` says for each which version it is, who gave
    it and when. A repeating section also has a sheet without item, which carries `done_at` for the whole.
    """

    __tablename__ = "answer_sheet"
    __table_args__ = (UniqueConstraint("case_id", "section", "item"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    section: str = Field(max_length=30)
    item: str = Field(default="", max_length=80)
    position: int = 0
    answers: dict[str, Any] = json_field()
    marks: dict[str, Any] = json_field()
    made_at: datetime = instant()
    removed_at: datetime | None = instant(nullable=True)
    removed_by: str = ""
    done_at: datetime | None = instant(nullable=True)
    done_by: str = ""


class AnswerChange(SQLModel, table=True):
    """Who answered what, when: append-only (X-02). `question` is `+` or `-` for an item added or removed."""

    __tablename__ = "answer_change"
    __table_args__ = (Index("ix_answer_change_case_section", "case_id", "section", "item"),)

    id: int = sequence_id()
    case_id: UUID = foreign("delivery_case.id", index=False)
    section: str = Field(max_length=30)
    item: str = Field(max_length=80)
    question: str = Field(max_length=40)
    version: int
    answer: dict[str, Any] = json_field()
    said_by: str = Field(max_length=200)
    person_id: UUID | None = None
    at: datetime = instant()


class SignedAnswers(SQLModel, table=True):
    """The answers that were signed with a version of the lists; a later revision takes an earlier one's place."""

    __tablename__ = "signed_answers"
    __table_args__ = (UniqueConstraint("case_id", "revision"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    version_id: UUID = foreign("customer_data_version.id")
    revision: int
    sections: dict[str, Any] = json_field()
    sha256: str = Field(max_length=64)
    signed_by: str
    signed_at: datetime = instant()
