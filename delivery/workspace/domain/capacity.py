"""How many go-lives a day can take, and what a day looks like beside that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from delivery.workspace.domain.errors import CAPACITY_WRONG
from kernel.workdays import is_workday

MOST: Final = 500
UNLESS_SET: Final = 8
"""Go-lives a working day can take until somebody says else; a planner's own guess, to be set by the operator."""
WEEKS_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class DayCapacity:
    """A day: how many go live, how many can, and whether that was said of this very day."""

    day: date
    cases: int
    users: int
    capacity: int
    is_own: bool
    is_workday: bool

    @property
    def is_over(self) -> bool:
        return self.cases > self.capacity

    @property
    def left(self) -> int:
        return max(0, self.capacity - self.cases)


def days_shown(first: date, weeks: int = WEEKS_SHOWN) -> list[date]:
    """Whole weeks from the Monday of a day's week."""
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(days=n) for n in range(7 * weeks)]


def day_capacity(
    day: date, booked: Mapping[date, tuple[int, int]], said: Mapping[date | None, int]
) -> DayCapacity:
    """`booked` is cases and their users by day; `said` the capacity by day, that of all other days under None.

    A day that is no working day takes none, for numbers move on working days only.
    """
    cases, users = booked.get(day, (0, 0))
    usual = said.get(None, UNLESS_SET) if is_workday(day) else 0
    return DayCapacity(day, cases, users, said.get(day, usual), day in said, is_workday(day))


def read_capacity(text: str) -> int:
    """A number as typed. Raises `CAPACITY_WRONG`."""
    if not text.strip().isdecimal() or int(text) > MOST:
        raise CAPACITY_WRONG.error("cases", most=MOST)
    return int(text)
