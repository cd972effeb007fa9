"""The few column shapes that every table uses, written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Identity, Index, LargeBinary, Table, Text, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from infra.db import enum_column
from kernel.ids import new_id

if TYPE_CHECKING:
    from enum import StrEnum


def table_of(model: type[SQLModel]) -> Table:
    """The table of a model, for statements that are made once and run a thousand times a second."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]  # SQLModel's own


def id_field() -> Any:
    """Primary key, a UUID version 7."""
    return Field(default_factory=new_id, sa_type=Uuid, primary_key=True)


def instant(*, nullable: bool = False, index: bool = False) -> Any:
    """An instant in UTC."""
    if nullable:
        return Field(default=None, sa_type=DateTime(timezone=True), nullable=True, index=index)
    return Field(sa_type=DateTime(timezone=True), nullable=False, index=index)


def json_field(*, nullable: bool = False) -> Any:
    """A JSON document (list or object)."""
    if nullable:
        return Field(default=None, sa_type=JSONB, nullable=True)
    return Field(default_factory=dict, sa_type=JSONB, nullable=False)


def json_list() -> Any:
    """A JSON list, empty unless given."""
    return Field(default_factory=list, sa_type=JSONB, nullable=False)


def state_field(states: type[StrEnum], initial: StrEnum) -> Any:
    """The state of an entity. Only `infra.transitions.move` writes it after the row is made."""
    return Field(default=initial, sa_type=enum_column(states), nullable=False, index=True)


def enum_field(values: type[StrEnum], default: StrEnum | None = None, *, nullable: bool = False) -> Any:
    """A column with a fixed set of words."""
    if default is None and not nullable:
        return Field(sa_type=enum_column(values), nullable=False)
    return Field(default=default, sa_type=enum_column(values), nullable=nullable)


def long_text(default: str | None = "") -> Any:
    """Text without a length limit."""
    return Field(default=default, sa_type=Text, nullable=default is None)


def blob() -> Any:
    """Bytes."""
    return Field(sa_type=LargeBinary, nullable=False)


def sequence_id() -> Any:
    """A running number that the database gives (`bigint generated always`)."""
    return Field(default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True))


def foreign(target: str, *, nullable: bool = False, index: bool = True) -> Any:
    """A foreign key to `table.column`."""
    if nullable:
        return Field(default=None, foreign_key=target, nullable=True, index=index)
    return Field(foreign_key=target, nullable=False, index=index)


__all__ = [
    "UUID",
    "blob",
    "enum_field",
    "foreign",
    "id_field",
    "instant",
    "json_field",
    "json_list",
    "long_text",
    "sequence_id",
    "state_field",
    "table_of",
]


def by_prefix(name: str, column: str) -> Index:
    """An index by which a value is found by how it begins, whatever the database's collation."""
    return Index(
        name, column, postgresql_ops={column: "text_pattern_ops"}, postgresql_where=text(f"{column} <> ''")
    )
