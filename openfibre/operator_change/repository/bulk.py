"""Sets of rows: COPY in, compare and settle in SQL, stream out. A hundred thousand accesses at a time (KO-03)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from psycopg import sql
from sqlalchemy import text
from sqlmodel import Session

from openfibre.operator_change.domain.check_rows import CheckedRow
from openfibre.operator_change.domain.columns import FIELDS
from openfibre.operator_change.domain.values import address_key

_PLACES: Final = [
    FIELDS.index(name)
    for name in ("street", "street_number", "littera", "postcode", "town", "apartment", "apartment_owner")
]
_ROW_COLUMNS: Final = ("data_set_id", "number", "provider_id", "address_key", *FIELDS)
_BATCH: Final = 5_000
_MANY: Final = 2_000


def copy_in(session: Session, table: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> int:
    """COPY rows into a table, in the transaction of the session. Returns how many."""
    connection: Any = session.connection().connection.driver_connection
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(sql.Identifier(name) for name in columns)
    )
    count = 0
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def store_rows(session: Session, data_set_id: UUID, rows: Iterable[CheckedRow]) -> int:
    """Keep the rows of a file that passed."""
    return copy_in(session, "ko_row", _ROW_COLUMNS, (_stored(data_set_id, row) for row in rows))


def _stored(data_set_id: UUID, row: CheckedRow) -> list[Any]:
    values = row.values
    key = address_key(*(values[place] or "" for place in _PLACES))
    return [data_set_id, row.number, row.provider.id if row.provider else None, key, *values]


def analyse(session: Session, table: str, rows: int) -> None:
    """Tell the planner of many new rows: it would otherwise choose its joins for an empty table.

    A few change no plan, and the statement holds others of its kind back until the transaction ends.
    """
    if rows >= _MANY:
        session.execute(text(f"ANALYZE {table}"))


_DUPLICATES: Final = """
    SELECT number FROM (
        SELECT number, row_number() OVER (PARTITION BY {key} ORDER BY number) AS place
        FROM ko_row WHERE data_set_id = :data_set {where}
    ) seen WHERE place > 1 ORDER BY number
"""


def duplicate_accesses(session: Session, data_set_id: UUID) -> list[int]:
    """Rows whose AccessID and service stood on an earlier row of the file."""
    found = text(_DUPLICATES.format(key="access_old, coalesce(service_old, '')", where=""))
    return list(session.scalars(found, {"data_set": data_set_id}))


def duplicate_ports(session: Session, data_set_id: UUID) -> list[int]:
    """Rows whose switch port stood on an earlier row of the file."""
    found = text(
        _DUPLICATES.format(key="switch_id, switch_port", where="AND switch_port <> '' AND switch_id <> ''")
    )
    return list(session.scalars(found, {"data_set": data_set_id}))


def drop_rows(session: Session, data_set_id: UUID, numbers: Iterable[int]) -> None:
    """Take out rows that turned out wrong once all were seen together."""
    session.execute(
        text("DELETE FROM ko_row WHERE data_set_id = :data_set AND number = ANY(:numbers)"),
        {"data_set": data_set_id, "numbers": list(numbers)},
    )


def forget_rows(session: Session, data_set_id: UUID) -> None:
    """Let go of the rows of a file that another has replaced."""
    session.execute(text("DELETE FROM ko_row WHERE data_set_id = :data_set"), {"data_set": data_set_id})


def lay_up_accesses(session: Session, wave_id: UUID, data_set_id: UUID, rows: int) -> None:
    """The wave's services, as service data names them; one that is known gets its provider anew."""
    session.execute(
        text(
            """
            INSERT INTO ko_access
                (wave_id, provider_id, access_old, service_old, outcome, waived_reason, waived_by)
            SELECT :wave, provider_id, access_old, service_old, 'PENDING', '', ''
            FROM ko_row WHERE data_set_id = :data_set AND provider_id IS NOT NULL
            ON CONFLICT (wave_id, access_old, service_old) DO UPDATE SET provider_id = excluded.provider_id
            """
        ),
        {"wave": wave_id, "data_set": data_set_id},
    )
    analyse(session, "ko_access", rows)


def take_new_ids(session: Session, wave_id: UUID, data_set_id: UUID) -> None:
    """New AccessID and service of each access, from the incoming operator's migration data."""
    session.execute(
        text(
            """
            UPDATE ko_access a SET access_new = r.access_new, service_new = r.service_new
            FROM ko_row r
            WHERE r.data_set_id = :data_set AND a.wave_id = :wave
              AND a.access_old = r.access_old AND a.service_old = r.service_old
            """
        ),
        {"wave": wave_id, "data_set": data_set_id},
    )


def has_companies(session: Session, wave_id: UUID) -> bool:
    """Whether any row that holds in a wave serves a company (D2)."""
    return bool(
        session.scalar(
            text(
                """
                SELECT EXISTS (SELECT 1 FROM ko_row r JOIN ko_data_set d ON d.id = r.data_set_id
                               WHERE d.wave_id = :wave AND d.state IN ('accepted', 'faulty')
                                 AND r.segment = 'FORETAG')
                """
            ),
            {"wave": wave_id},
        )
    )


def providers_in(session: Session, data_set_id: UUID) -> set[UUID]:
    """Whose rows a file holds."""
    return set(
        session.scalars(
            text("SELECT DISTINCT provider_id FROM ko_row WHERE data_set_id = :data_set"),
            {"data_set": data_set_id},
        )
    ) - {None}


def providers_of_wave(session: Session, wave_id: UUID) -> set[UUID]:
    """Which providers have services in a wave."""
    return set(
        session.scalars(
            text("SELECT DISTINCT provider_id FROM ko_access WHERE wave_id = :wave"), {"wave": wave_id}
        )
    )


def rows_of(
    session: Session, data_set_id: UUID, *, wave_id: UUID, own: list[UUID] | None
) -> Iterator[tuple[Any, ...]]:
    """The rows of a file in its order: all, or a provider's own (by name, or by its service on the access)."""
    names = ", ".join(f"r.{name}" for name in FIELDS)
    mine = """AND (r.provider_id = ANY(:own) OR (r.provider_id IS NULL AND EXISTS (
                  SELECT 1 FROM ko_access a WHERE a.wave_id = :wave AND a.access_old = r.access_old
                    AND a.provider_id = ANY(:own))))"""
    query = text(
        f"SELECT {names} FROM ko_row r WHERE r.data_set_id = :data_set {mine if own is not None else ''} "
        "ORDER BY r.number"
    )
    facts: dict[str, Any] = {"data_set": data_set_id}
    if own is not None:
        facts |= {"own": own, "wave": wave_id}
    result = session.execute(query, facts, execution_options={"yield_per": _BATCH})
    for row in result:
        yield tuple(row)
