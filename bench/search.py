"""A planner's search at five thousand cases and a million numbers, against the same statement without indexes.

Each way of searching once: reference, company, organisation number, telephone number, SIM card. Left is what the
database takes when it may use no index, right what it takes as it stands; both find the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from time import perf_counter
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import Session

from bench.workspace import million
from infra.copying import copy_rows
from infra.db import get_engine, unit_of_work
from kernel.ids import many_ids

GOAL: Final = 5.0
ROUNDS: Final = 5
USERS_A_CASE: Final = 40
_AT_ONCE: Final = 100_000
_NO_INDEX: Final = ("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan")
# One of each kind, in the middle of what is laid up.
ASKED: Final = {
    "reference": "VX-M2500",
    "company": "Exempel 2500 AB",
    "organisation number": "5500002500",
    "telephone number": "070-050 01 07",
    "SIM card": "89462000000100007",
}


def run() -> dict[str, Any]:
    """Milliseconds for one search of each kind, the best of several rounds, the sides in turn."""
    plain, ours = timed()
    left, right = sum(plain.values()), sum(ours.values())
    told = {"name": "search", "left": round(left, 3), "right": round(right, 3)}
    return {**told, "ratio": round(left / right, 2), "goal": GOAL, "ok": left / right >= GOAL}


def timed() -> tuple[dict[str, float], dict[str, float]]:
    """By kind of search, without indexes and with them."""
    lay_up_lists()
    plain, ours = dict.fromkeys(ASKED, float("inf")), dict.fromkeys(ASKED, float("inf"))
    for _ in range(ROUNDS):
        for kind, asked in ASKED.items():
            with unit_of_work() as session:
                took, found = _search(session, asked)
                ours[kind] = min(ours[kind], took)
            with unit_of_work() as session:
                for setting in _NO_INDEX:
                    session.execute(text(f"SET LOCAL {setting} = off"))
                took, unaided = _search(session, asked)
                plain[kind] = min(plain[kind], took)
            assert found == unaided, kind
            assert found, kind
    return plain, ours


def _search(session: Session, asked: str) -> tuple[float, dict[Any, set[Any]]]:
    from delivery.workspace.queries import search

    start = perf_counter()
    found = search(session, asked)
    return (perf_counter() - start) * 1000, {case: set(hits) for case, hits in found.items()}


@cache
def lay_up_lists() -> None:
    """To the cases and their million numbers: customers' lists with two hundred thousand users, and a card each."""
    at = million().isoformat()
    with unit_of_work() as session:
        cases = session.execute(
            text("SELECT id, customer_id FROM delivery_case WHERE reference LIKE 'VX-M%' ORDER BY id")
        ).all()
    versions = list(many_ids(len(cases)))
    _copy(
        "customer_data_version",
        "id case_id customer_id number state filename sha256 content_key mapping outline counts issues "
        "uploaded_by uploaded_at signed_by",
        (
            [version, str(case), str(customer), "1", "signed", "", "", "", "[]", "[]", "{}", "[]", "", at, ""]
            for version, (case, customer) in zip(versions, cases, strict=True)
        ),
    )
    empty = (
        "sheet first_name last_name email fixed other_number extension subscription extension_type device "
        "department cost_centre operator"
    )
    users = list(many_ids(len(cases) * USERS_A_CASE))
    _copy(
        "customer_user",
        f"id version_id row name mobile sim_type {empty}",
        (
            [
                user,
                versions[n // USERS_A_CASE],
                "2",
                f"Användare {n}",
                f"+4676{n:07d}",
                "SIM",
                *[""] * len(empty.split()),
            ]
            for n, user in enumerate(users)
        ),
    )
    ids = many_ids(len(users))
    _copy(
        "sim_card",
        "id iccid kind pin_encrypted puk_encrypted state case_id customer_id user_id number",
        (
            [
                *(next(ids), f"89462{n:012d}00", "SIM", "", "", "received"),
                *(str(cases[n // USERS_A_CASE][0]), str(cases[n // USERS_A_CASE][1]), user, f"+4676{n:07d}"),
            ]
            for n, user in enumerate(users)
        ),
    )
    with get_engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _copy(table: str, columns: str, rows: Iterable[list[str]]) -> None:
    """`columns` are names, separated by spaces."""
    ready = list(rows)
    for start in range(0, len(ready), _AT_ONCE):
        with unit_of_work() as session:
            copy_rows(session, table, columns.split(), ready[start : start + _AT_ONCE])


if __name__ == "__main__":
    for side in zip(*(each.items() for each in timed()), strict=True):
        print(side)
