"""What is to be moved, grouped by the operator that has it today: series whole, single numbers apart.

A user's column for the present operator speaks of the user's mobile, so a number inside a listed series is
folded into the series, whatever that column says.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedSeries:
    """A series as the customer lists it, E.164."""

    first: str
    last: str
    operator: str


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number that a user or a group has, E.164, and the operator written beside it."""

    number: str
    operator: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """What is ordered as one: a series, or a single number (then `first` is `last`)."""

    first: str
    last: str

    @property
    def count(self) -> int:
        return int(self.last[1:]) - int(self.first[1:]) + 1

    def holds(self, number: str) -> bool:
        """Whether a number lies in the range. Lengths must agree: +468… of 8 and of 9 digits differ."""
        return len(number) == len(self.first) and self.first <= number <= self.last


@dataclass(frozen=True, slots=True)
class Grouping:
    """Ranges by donor code, and what no operator could be told for."""

    by_donor: dict[str, tuple[Range, ...]]
    unclear: tuple[str, ...]

    @property
    def ranges(self) -> tuple[Range, ...]:
        return tuple(each for ranges in self.by_donor.values() for each in ranges)


def group_by_donor(
    series: Sequence[ListedSeries],
    numbers: Iterable[ListedNumber],
    donor_of: Callable[[str], str | None],
    default_donor: str | None = None,
) -> Grouping:
    """Group all that is to be moved. `donor_of` reads an operator's name as people write it.

    `default_donor` is used for what names no operator, or one we do not know; without it that is `unclear`.
    """
    found: dict[str, dict[Range, None]] = defaultdict(dict)
    unclear: list[str] = []

    def place(what: Range, operator: str) -> None:
        donor = (donor_of(operator) if operator else None) or default_donor
        if donor is None:
            unclear.append(what.first)
        else:
            found[donor][what] = None

    ranges = sorted((Range(each.first, each.last), each.operator) for each in series)
    starts = [each.first for each, _ in ranges]
    for each, operator in ranges:
        place(each, operator)
    for listed in numbers:
        before = bisect_right(starts, listed.number)
        if not any(each.holds(listed.number) for each, _ in ranges[max(0, before - 1) : before]):
            place(Range(listed.number, listed.number), listed.operator)
    return Grouping({donor: tuple(found[donor]) for donor in sorted(found)}, tuple(unclear))
