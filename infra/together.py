"""Rows of several tables in one statement: a page that needs a little of much asks the database once.

What comes back are rows to read, never to change: they belong to no session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Enum, func, inspect, literal, select, union_all
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)
_Reader = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Read(Generic[Row]):
    """Some rows of a table; `without` names columns that the reader can do without.

    `newest` takes only so many, those with the greatest `by`.
    """

    model: type[Row]
    where: tuple[Any, ...]
    without: frozenset[str] = frozenset()
    newest: int | None = None
    by: str = "id"


def read_together(session: Session, *wanted: Read[Any]) -> list[list[Any]]:
    """The rows of each read, in the order of the reads; the rows of one read in no order. One statement."""
    session.flush()
    parts = []
    for place, each in enumerate(wanted):
        names = [name for name in _readers(each.model) if name not in each.without]
        rows = select(*(getattr(each.model, name) for name in names)).where(*each.where)
        if each.newest is not None:
            rows = rows.order_by(getattr(each.model, each.by).desc()).limit(each.newest)
        parts.append(select(literal(place), func.to_jsonb(rows.subquery().table_valued())))
    found: list[list[Any]] = [[] for _ in wanted]
    for place, values in session.execute(union_all(*parts)):
        model = wanted[place].model
        readers = _readers(model)
        found[place].append(model(**{name: readers[name](value) for name, value in values.items()}))
    return found


def _make_readers(model: Any) -> dict[str, _Reader]:
    """How each column's JSON becomes the value that the model has."""
    return {column.key: _reader(column.type) for column in inspect(model).columns}


_readers: Callable[[Any], dict[str, _Reader]] = cache(_make_readers)


def _reader(kind: Any) -> _Reader:
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return _optional(kind.enum_class)
    of: dict[type, _Reader] = {
        UUID: UUID,
        datetime: datetime.fromisoformat,
        date: date.fromisoformat,
    }
    return _optional(of.get(_python_type(kind), _as_is))


def _python_type(kind: Any) -> type:
    try:
        found: type = kind.python_type
    except NotImplementedError:
        return object
    return found


def _as_is(value: Any) -> Any:
    return value


def _optional(reader: type[StrEnum] | _Reader) -> _Reader:
    return lambda value: None if value is None else reader(value)
