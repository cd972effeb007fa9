"""Connected and Disconnected against the wave's accesses, set by set (KO-04)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from openfibre.operator_change.domain.reconcile import OUTCOMES, ListKind, RowStatus
from openfibre.operator_change.repository.bulk import analyse, copy_in

_COLUMN: Final = {ListKind.DISCONNECTED: "down_on", ListKind.CONNECTED: "up_on"}
# The table of `domain.reconcile`, as rows that the accesses are joined with.
_OUTCOMES: Final = ", ".join(
    f"({down}, {up}, {agreed}, '{status.value}')" for (down, up, agreed), status in OUTCOMES.items()
)


def load_list(session: Session, rows: Iterable[tuple[int, str, str, date]]) -> int:
    """Put a list's rows (number, AccessID, service, day) aside for the rest of the transaction."""
    session.execute(
        text(
            """CREATE TEMP TABLE IF NOT EXISTS ko_listed
               (number int, access_id varchar(36), service varchar(200), day date) ON COMMIT DROP"""
        )
    )
    session.execute(text("TRUNCATE ko_listed"))
    count = copy_in(session, "ko_listed", ("number", "access_id", "service", "day"), rows)
    analyse(session, "ko_listed", count)
    return count


def listed_twice(session: Session) -> list[int]:
    """Rows that stand on the list a second time."""
    return list(
        session.scalars(
            text(
                """SELECT number FROM (SELECT number, row_number() OVER
                     (PARTITION BY access_id, service ORDER BY number) AS place FROM ko_listed) seen
                   WHERE place > 1 ORDER BY number"""
            )
        )
    )


def not_in_wave(session: Session, wave_id: UUID) -> list[int]:
    """Rows of the list that name no service of the wave."""
    return list(
        session.scalars(
            text(
                """SELECT l.number FROM ko_listed l WHERE NOT EXISTS (
                     SELECT 1 FROM ko_access a WHERE a.wave_id = :wave AND a.service_old = l.service
                       AND a.access_old = l.access_id) ORDER BY 1"""
            ),
            {"wave": wave_id},
        )
    )


def unload(session: Session, numbers: Iterable[int]) -> None:
    """Leave rows of the list out."""
    session.execute(text("DELETE FROM ko_listed WHERE number = ANY(:numbers)"), {"numbers": list(numbers)})


def apply_list(session: Session, wave_id: UUID, kind: ListKind, *, over: bool) -> None:
    """The list as it now is: what it names is marked with its day, what it names no more is unmarked.

    Outcomes follow in the same write: each row of the wave is written once, and only if something changed.
    """
    _settle(
        session,
        wave_id,
        over=over,
        day="l.day",
        column=_COLUMN[kind],
        listed="LEFT JOIN ko_listed l ON l.access_id = b.access_old AND l.service = b.service_old",
    )


def reconcile_wave(session: Session, wave_id: UUID, *, over: bool) -> None:
    """Write every access's outcome. A waiver of an outcome that has changed falls."""
    _settle(session, wave_id, over=over)


def _settle(
    session: Session,
    wave_id: UUID,
    *,
    over: bool,
    column: str = "down_on",
    day: str = "b.down_on",
    listed: str = "",
) -> None:
    days = {"down_on": "b.down_on", "up_on": "b.up_on", column: day}
    session.execute(
        text(
            f"""UPDATE ko_access a SET {column} = found.day, outcome = found.status,
                       waived_reason = CASE WHEN a.outcome = found.status THEN a.waived_reason ELSE '' END,
                       waived_by = CASE WHEN a.outcome = found.status THEN a.waived_by ELSE '' END
                FROM (SELECT b.id, {day} AS day,
                             CASE WHEN t.status = 'PENDING' AND :over THEN 'NOT_MIGRATED' ELSE t.status END
                               AS status
                      FROM ko_access b JOIN ko_party p ON p.id = b.provider_id {listed}
                      JOIN (VALUES {_OUTCOMES}) AS t (down, up, agreed, status)
                        ON t.down = ({days["down_on"]} IS NOT NULL) AND t.up = ({days["up_on"]} IS NOT NULL)
                       AND t.agreed = (p.party = 'TLA')
                      WHERE b.wave_id = :wave) found
                WHERE a.id = found.id
                  AND (a.outcome <> found.status OR a.{column} IS DISTINCT FROM found.day)"""
        ),
        {"wave": wave_id, "over": over},
    )


def tally(
    session: Session, wave_id: UUID, *, own: list[UUID] | None = None, only_open: bool = False
) -> Counter[RowStatus]:
    """How many accesses have each outcome; of some providers only if named; without waived ones if so asked."""
    mine = "AND provider_id = ANY(:own)" if own is not None else ""
    mine += " AND waived_reason = ''" if only_open else ""
    rows = session.execute(
        text(f"SELECT outcome, count(*) FROM ko_access WHERE wave_id = :wave {mine} GROUP BY outcome"),
        {"wave": wave_id, "own": own} if own is not None else {"wave": wave_id},
    )
    return Counter({RowStatus(outcome): count for outcome, count in rows})


def open_blockers(session: Session, wave_id: UUID) -> int:
    """Rows that stop the wave from closing: a blocking outcome that nobody has waived. Pending ones too."""
    return int(
        session.scalar(
            text(
                """SELECT count(*) FROM ko_access WHERE wave_id = :wave AND waived_reason = ''
                   AND outcome NOT IN ('MATCHED', 'ENDED')"""
            ),
            {"wave": wave_id},
        )
        or 0
    )


def fingerprint(
    session: Session, wave_id: UUID, kind: ListKind, *, own: UUID | None = None
) -> tuple[str, int]:
    """A list's hash and number of rows, of one provider's rows if named: what a receipt is given on."""
    column = _COLUMN[kind]
    mine = "AND provider_id = :own" if own is not None else ""
    rows = session.execute(
        text(
            f"""SELECT access_old, service_old, {column} FROM ko_access
                WHERE wave_id = :wave AND {column} IS NOT NULL {mine} ORDER BY access_old, service_old"""
        ),
        {"wave": wave_id, "own": own} if own is not None else {"wave": wave_id},
    )
    digest, count = hashlib.sha256(), 0
    for access, service, day in rows:
        digest.update(f"{access};{service};{day}\n".encode())
        count += 1
    return digest.hexdigest(), count
