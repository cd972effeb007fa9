"""Statements that the busiest calls ask, given to the driver without a detour.

They are written as all others, with SQLAlchemy, and belong to the unit of work they are asked in. SQLAlchemy's part
in asking one is as long as the driver's own; here it is done once, when the statement is first asked (ADR 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import psycopg
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy import ClauseElement, Connection, Dialect
    from sqlmodel import Session

_CURSOR: Final = "often"
Process = Callable[[Any], Any] | None
"""Puts a value into the driver's form; none where it is in it already."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The statement in the driver's words, the parameters that are given each time, and those that never change."""

    sql: str
    given: Sequence[tuple[str, Process]]
    fixed: dict[str, Any]


class Often:
    """A statement with its parameters named by `bindparam`; every one must be given."""

    def __init__(self, statement: ClauseElement) -> None:
        self._statement: Final = statement
        self._prepared: _Prepared | None = None

    def ask(self, session: Session, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Ask it with these values. Rows come as tuples, in the driver's types; none where it gives none.

        Raises what SQLAlchemy would raise, so that a unit of work need not know how it was asked.
        """
        connection = session.connection()
        prepared = self._prepared or self._prepare(connection.dialect)
        given = {name: process(values[name]) if process else values[name] for name, process in prepared.given}
        cursor = _cursor_of(connection)
        try:
            cursor.execute(prepared.sql, given | prepared.fixed, prepare=True)
            return cursor.fetchall() if cursor.pgresult and cursor.pgresult.nfields else []
        except psycopg.Error as refused:
            raise _as_told(connection, cursor.connection, prepared.sql, refused) from refused

    def _prepare(self, dialect: Dialect) -> _Prepared:
        compiled: Any = self._statement.compile(dialect=dialect)
        given: list[tuple[str, Process]] = []
        fixed: dict[str, Any] = {}
        for bind, name in compiled.bind_names.items():
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            if bind.required:
                given.append((name, process))
            else:
                fixed[name] = process(bind.value) if process else bind.value
        self._prepared = _Prepared(str(compiled), given, fixed)
        return self._prepared


def _cursor_of(connection: Connection) -> psycopg.Cursor[tuple[Any, ...]]:
    """One cursor for each connection of the pool, for as long as that lives: to make one takes a fifth of asking."""
    found: psycopg.Cursor[tuple[Any, ...]] | None = connection.info.get(_CURSOR)
    if found is None:
        driver: Any = connection.connection.driver_connection
        found = connection.info[_CURSOR] = driver.cursor()
    return found


def _as_told(
    connection: Connection, driver: psycopg.Connection[Any], sql: str, refused: psycopg.Error
) -> BaseException:
    """The error as SQLAlchemy tells it; a connection that is lost is thrown away."""
    lost = bool(driver.closed)
    if lost:
        connection.invalidate(refused)
    return DBAPIError.instance(
        sql,
        None,
        refused,
        psycopg.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=connection.dialect,
    )
