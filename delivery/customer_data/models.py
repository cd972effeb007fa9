"""What is kept about a customer's lists beside the versions themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant, json_field, json_list, long_text


class KnownHeading(SQLModel, table=True):
    """What a customer's people have said that a heading of theirs means.

    `heading` is squeezed to letters and digits. `field` is empty when the column is not to be read; `kind`
    is empty when `heading` is the name of a sheet that is no list.
    """

    __tablename__ = "known_heading"
    __table_args__ = (UniqueConstraint("customer_id", "kind", "heading"),)

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    kind: str = Field(max_length=20)
    heading: str = Field(max_length=100)
    field: str = Field(max_length=40)
    said_by: str = Field(max_length=200)
    said_at: datetime = instant()


class CustomerDataImport(SQLModel, table=True):
    """A large file on its way from upload to stored version, done by a worker.

    The counts tell how many rows have been read, checked and stored so far. `due_at` (machine time) is when a
    worker may take it, or take it over from one that died. It has ended when `ended_at` stands; then either
    `version_number`, `cancelled_by` or `refusal` says how.
    """

    __tablename__ = "customer_data_import"
    __table_args__ = (
        Index("ix_customer_data_import_due", "due_at", postgresql_where=text("ended_at IS NULL")),
    )

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    customer_id: UUID
    partner_id: UUID | None = None
    file_id: UUID = foreign("stored_file.id", index=False)
    filename: str = ""
    mapping: list[dict[str, Any]] = json_list()
    cause: dict[str, str] = json_field()
    rows_expected: int = 0
    rows_read: int = 0
    rows_checked: int = 0
    rows_stored: int = 0
    due_at: datetime | None = instant(nullable=True)
    tries: int = 0
    created_at: datetime = instant()
    cancelled_by: str = ""
    version_number: int | None = None
    is_news: bool = False
    refusal: dict[str, str] = json_field()
    error: str = long_text()
    ended_at: datetime | None = instant(nullable=True)
