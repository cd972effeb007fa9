"""What a file without faults holds, stored by COPY: one column list a table, one row a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from pydantic_core import to_json
from sqlmodel import Session

from delivery.customer_data.domain.check import CheckResult, Take
from delivery.customer_data.domain.records import GroupRow, SeriesRow, UserRow
from delivery.customer_data.progress import UNWATCHED, Progress
from infra.copying import copy_rows, copying, line_of
from kernel.ids import many_ids

_USER_COLUMNS: Final = (
    "id",
    "version_id",
    "sheet",
    "row",
    "name",
    "first_name",
    "last_name",
    "email",
    "mobile",
    "fixed",
    "other_number",
    "extension",
    "subscription",
    "sim_type",
    "extension_type",
    "device",
    "department",
    "cost_centre",
    "operator",
)
"""In the order of `UserRow`, behind the two ids."""
_GROUP_COLUMNS: Final = ("id", "version_id", "row", "name", "number", "opening_hours", "members")
_SERIES_COLUMNS: Final = ("id", "version_id", "row", "first", "last", "count", "operator")
_PLACE: Final = 2
"""How many of a row's first values say where it stood, and not what it holds."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The findings, and the key of what the list holds: equal for lists that hold just the same."""

    result: CheckResult
    content_key: str


def check_and_store(
    session: Session,
    version_id: UUID,
    check: Callable[[Take], CheckResult],
    progress: Progress = UNWATCHED,
) -> Stored:
    """Store users while they are checked, then groups and series. What has faults is for the caller to undo.

    Nothing is seen by others before the unit of work ends.
    """
    version, done, content = version_id.hex, 0, hashlib.sha256()
    with copying(session, "customer_user", _USER_COLUMNS) as send:

        def take(users: list[UserRow]) -> None:
            nonlocal done
            held = [line_of([value or "" for value in user[_PLACE:]]) for user in users]
            send(_lines(version, users, held))
            content.update("\n".join(held).encode())
            done += len(users)
            progress.checked(done)
            progress.stored(done)

        result = check(take)
    copy_rows(session, "answer_group", _GROUP_COLUMNS, list(_groups(version, result.groups)))
    copy_rows(session, "customer_series", _SERIES_COLUMNS, list(_series(version, result.series)))
    progress.stored(done + len(result.groups) + len(result.series))
    content.update(_groups_and_series(result))
    return Stored(result, content.hexdigest())


def _groups_and_series(result: CheckResult) -> bytes:
    """What they hold, wherever they stood."""
    groups = [(g.name, g.number, g.opening_hours, _members(g)) for g in result.groups]
    return to_json([groups, [(s.first, s.last, s.operator) for s in result.series]])


def _lines(version: str, users: list[UserRow], held: list[str]) -> list[str]:
    """What each row holds, behind its ids and its place."""
    sheets = {user.sheet: line_of([user.sheet]) for user in (users[0], users[-1])}
    return [
        f"{key}\t{version}\t{sheets.get(user[0]) or line_of([user[0]])}\t{user[1]}\t{values}"
        for key, user, values in zip(many_ids(len(users)), users, held, strict=True)
    ]


def _members(group: GroupRow) -> list[str]:
    return [member.extension or member.email or member.name or "" for member in group.members]


def _groups(version: str, groups: tuple[GroupRow, ...]) -> Iterator[list[str]]:
    for key, group in zip(many_ids(len(groups)), groups, strict=True):
        members = json.dumps(_members(group), ensure_ascii=False)
        hours = group.opening_hours or ""
        yield [key, version, str(group.row), group.name or "", group.number or "", hours, members]


def _series(version: str, series: tuple[SeriesRow, ...]) -> Iterator[list[str]]:
    for key, one in zip(many_ids(len(series)), series, strict=True):
        first, last = one.first or "", one.last or ""
        yield [key, version, str(one.row), first, last, str(one.count), one.operator or ""]
