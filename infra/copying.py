"""Many rows at once, by COPY, within the unit of work that they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, Final

import psycopg
from sqlmodel import Session

from kernel.errors import INVALID_INPUT

_ROWS_A_BLOCK: Final = 1_000
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_rows(
    session: Session,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    watch: Callable[[int], None] | None = None,
) -> int:
    """Store rows given as texts that the columns' types can read. Returns how many.

    What was added to the session before is flushed first. `watch` is told after each block how many have gone.
    Raises `INVALID_INPUT` for a value that no column can hold.
    """
    session.flush()
    connection: Any = session.connection().connection.driver_connection
    statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    rows, sent = iter(rows), 0
    try:
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            while block := list(islice(rows, _ROWS_A_BLOCK)):
                copy.write("".join(_lines(block)))
                sent += len(block)
                if watch:
                    watch(sent)
    except psycopg.DataError as unstorable:
        raise INVALID_INPUT.error() from unstorable
    return sent


def _lines(rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Each row as a line. Only a row that holds one of the four signs is escaped, for most hold none."""
    for row in rows:
        line = "\t".join(row)
        if "\\" in line or "\n" in line or "\r" in line or line.count("\t") != len(row) - 1:
            line = "\t".join(value.translate(_ESCAPES) for value in row)
        yield f"{line}\n"
