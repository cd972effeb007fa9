"""What a file without faults holds, stored by COPY: one column list a table, one row a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Final
from uuid import UUID

from pydantic_core import to_json
from sqlmodel import Session

from delivery.customer_data.domain.check import CheckResult
from delivery.customer_data.domain.records import GroupRow, SeriesRow, UserRow
from infra.copying import copy_rows
from kernel.ids import many_ids
from kernel.numbers import count

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


def store_rows(
    session: Session, version_id: UUID, result: CheckResult, watch: Callable[[int], None] | None = None
) -> int:
    """Store users, groups and series. Returns how many rows. Nothing is seen before the unit of work ends."""
    version = version_id.hex
    users = copy_rows(session, "customer_user", _USER_COLUMNS, _users(version, result.users), watch)
    groups = copy_rows(session, "answer_group", _GROUP_COLUMNS, _groups(version, result.groups))
    series = copy_rows(session, "customer_series", _SERIES_COLUMNS, _series(version, result.series))
    stored = users + groups + series
    if watch:
        watch(stored)
    return stored


def content_of(result: CheckResult) -> bytes:
    """What the rows hold, wherever they stood: equal bytes for equal lists."""
    groups = [(g.name, g.number, g.opening_hours, _members(g)) for g in result.groups]
    series = [(s.first, s.last, s.operator) for s in result.series]
    return to_json([[user[_PLACE:] for user in result.users], groups, series])


def _users(version: str, users: tuple[UserRow, ...]) -> Iterator[list[str]]:
    for key, user in zip(many_ids(len(users)), users, strict=True):
        yield [key, version, user.sheet, str(user.row), *[value or "" for value in user[_PLACE:]]]


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
        amount = str(count(first, last))
        yield [key, version, str(one.row), first, last, amount, one.operator or ""]
