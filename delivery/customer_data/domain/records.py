"""What a checked workbook holds: tidy rows, each with the place it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class UserRow(NamedTuple):
    """One user. What was blank or faulty is None; the fault stands among the issues. Numbers are E.164.

    `first_name` and `last_name` are None where the sheet has one column for the name; `name` is always whole.
    `other_number` is set only where a sheet has a third column of numbers. A tuple and not a dataclass,
    because a hundred thousand of them are made at once.
    """

    sheet: str
    row: int
    name: str | None
    first_name: str | None
    last_name: str | None
    email: str | None
    mobile: str | None
    landline: str | None
    other_number: str | None
    extension: str | None
    subscription: str | None
    sim_type: str | None
    extension_type: str | None
    device: str | None
    department: str | None
    cost_centre: str | None
    current_operator: str | None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The user's own numbers, each once."""
        given = (self.mobile, self.landline, self.other_number)
        return tuple(dict.fromkeys(number for number in given if number))


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One answer group with its members, found among the users. `number` is E.164."""

    sheet: str
    row: int
    name: str | None
    number: str | None
    opening_hours: str | None
    members: tuple[UserRow, ...]


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One number series, first to last in E.164; both None when the series is faulty."""

    sheet: str
    row: int
    first: str | None
    last: str | None
    count: int
    operator: str | None
