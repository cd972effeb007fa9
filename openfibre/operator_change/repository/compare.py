"""The cross-reference list against what it was made from: each check is one question to the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

_NEW: Final = "ko_row n WHERE n.data_set_id = :new"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that a list is compared with: access data of AKO, service data that reached the TKO."""

    access: list[UUID]
    service: list[UUID]


@dataclass(frozen=True, slots=True)
class Question:
    """A check: the finding's code and column, and the query for the rows at fault."""

    code: str
    column: str
    query: str


# Window counts over the file itself: how many new ids an old one has, and the other way round.
_PAIRS: Final = f"""
    SELECT n.number, n.exception_reason, n.access_new, n.address_key,
           min(n.access_new) OVER by_old <> max(n.access_new) OVER by_old
           OR min(n.access_old) OVER by_new <> max(n.access_old) OVER by_new AS uneven,
           min(n.address_key) OVER by_new <> max(n.address_key) OVER by_new AS apart
    FROM {_NEW} AND n.access_new IS NOT NULL
    WINDOW by_old AS (PARTITION BY n.access_old), by_new AS (PARTITION BY n.access_new)
"""
QUESTIONS: Final = (
    Question(
        "OLD_ID_UNKNOWN",
        "access_id_gammalt",
        f"""SELECT n.number FROM {_NEW} AND cardinality(CAST(:access AS uuid[])) > 0 AND NOT EXISTS (
                SELECT 1 FROM ko_row o WHERE o.data_set_id = ANY(:access) AND o.access_old = n.access_old)""",
    ),
    Question(
        "NEW_ID_AT_TWO_ADDRESSES",
        "access_id_nytt",
        f"SELECT number FROM ({_PAIRS}) pairs WHERE apart",
    ),
    Question(
        "NOT_ONE_TO_ONE",
        "access_id_nytt",
        f"SELECT number FROM ({_PAIRS}) pairs WHERE uneven AND NOT apart AND exception_reason IS NULL",
    ),
    Question(
        "ADDRESS_DIFFERS",
        "gatunamn",
        f"""SELECT n.number FROM {_NEW} AND EXISTS (
                SELECT 1 FROM ko_row o WHERE o.data_set_id = ANY(:access) AND o.access_old = n.access_old
                  AND o.address_key <> n.address_key)""",
    ),
    Question(
        "OLD_SERVICE_DIFFERS",
        "tjanst_gammal",
        f"""SELECT n.number FROM {_NEW} AND n.service_new IS NOT NULL
              AND cardinality(CAST(:service AS uuid[])) > 0 AND NOT EXISTS (
                SELECT 1 FROM ko_row s WHERE s.data_set_id = ANY(:service)
                  AND s.access_old = n.access_old AND s.service_old = n.service_old)""",
    ),
    Question(
        "TL_REFERENCE_CHANGED",
        "tl_referens",
        f"""SELECT n.number FROM {_NEW} AND n.service_new IS NOT NULL AND EXISTS (
                SELECT 1 FROM ko_row s WHERE s.data_set_id = ANY(:service)
                  AND s.access_old = n.access_old AND s.service_old = n.service_old
                  AND s.tl_reference IS DISTINCT FROM n.tl_reference)""",
    ),
)


def faults(session: Session, data_set_id: UUID, sources: Sources) -> list[tuple[Question, list[int]]]:
    """Each question with the rows at fault."""
    facts: dict[str, Any] = {"new": data_set_id, "access": sources.access, "service": sources.service}
    return [(each, sorted(session.scalars(text(each.query), facts))) for each in QUESTIONS]


def missing_accesses(session: Session, data_set_id: UUID, sources: Sources) -> list[str]:
    """Old AccessIDs of the access data that the list leaves out."""
    return list(
        session.scalars(
            text(
                f"""SELECT o.access_old FROM ko_row o WHERE o.data_set_id = ANY(:access) AND NOT EXISTS (
                        SELECT 1 FROM {_NEW} AND n.access_old = o.access_old) ORDER BY 1"""
            ),
            {"new": data_set_id, "access": sources.access},
        )
    )
