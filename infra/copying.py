"""Many rows at once, by COPY, within the unit of work that they belong to."""

from __future__ import annotations

import select
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from sqlmodel import Session

from infra.db import refusal_of

_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_MOST_WAITING: Final = 4 * 1024 * 1024
"""How many bytes may wait in our memory for the database to read them."""
Send = Callable[[Sequence[str]], None]
"""Takes rows as `line_of` makes them."""


@contextmanager
def copying(session: Session, table: str, columns: Sequence[str]) -> Iterator[Send]:
    """Open a COPY; the database works while the caller makes the next rows ready.

    What was added to the session before is flushed first. Until the block ends nothing else can be asked of
    the session. Raises what `refusal_of` says for a value that no column can hold.
    """
    session.flush()
    connection: Any = session.connection().connection.driver_connection
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    try:
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            waiting = 0

            def send(lines: Sequence[str]) -> None:
                nonlocal waiting
                block = "\n".join(lines) + "\n"
                copy.write(block)
                waiting = waiting + len(block) if connection.pgconn.flush() else 0
                if waiting > _MOST_WAITING:
                    _hand_over(connection.pgconn)
                    waiting = 0

            yield send
    except psycopg.DataError as unstorable:
        raise refusal_of(unstorable) from unstorable


def _hand_over(wire: Any) -> None:
    """Wait until all is on its way: left to itself, libpq keeps whatever a slow database has not read."""
    while wire.flush():
        readable, _, _ = select.select([wire.socket], [wire.socket], [])
        if readable:
            wire.consume_input()


def copy_rows(session: Session, table: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Store rows that are all ready, given as texts that the columns' types can read."""
    if rows:
        with copying(session, table, columns) as send:
            send([line_of(row) for row in rows])


def line_of(values: Sequence[str]) -> str:
    """Some neighbouring columns of a row; parts joined by a tab make a longer one. Most need no escaping."""
    line = "\t".join(values)
    if "\\" in line or "\n" in line or "\r" in line or line.count("\t") != len(values) - 1:
        return "\t".join([value.translate(_ESCAPES) for value in values])
    return line
