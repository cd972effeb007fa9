"""Dates explained: for a set of numbers, when they can move, why not then, and how long one may wait (NP-02, NP-11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from kernel.language import Text
from kernel.numbers import check_number
from portingsvc.domain import schedule
from portingsvc.domain.donors import DONOR_UNKNOWN, DONORS, Donor, donor, donor_of
from portingsvc.domain.errors import NOTHING_TO_PORT, NUMBERS_REFUSED

SHOWN: Final = 10
_HORIZON: Final = 400
_LISTED: Final = 5


@dataclass(frozen=True, slots=True)
class Family:
    """Numbers that share every rule: one donor, one kind. `count` says how many they are."""

    donor: str
    number_type: str
    count: int


@dataclass(frozen=True, slots=True)
class Sorted:
    """Numbers by family, and apart from them what cannot be ported, each with its codes."""

    families: tuple[Family, ...]
    refused: Mapping[str, tuple[str, ...]]


def sort_out(numbers: Iterable[tuple[str, str]]) -> Sorted:
    """Numbers or series in any writing, each with its donor's code or name. One bad holds no other up.

    A number's codes are those of `check_number`, or `DONOR_UNKNOWN`. Raises `NUMBERS_REFUSED`, with the codes of
    each, when none can be ported; `NOTHING_TO_PORT` for none at all.
    """
    counts: Counter[tuple[str, str]] = Counter()
    refused: dict[str, tuple[str, ...]] = {}
    for written, operator in numbers:
        found = check_number(written)
        code = donor_of(operator) or operator.strip().upper()
        if not found.ok:
            refused[written] = tuple(map(str, found.codes))
        elif code not in DONORS:
            refused[written] = (DONOR_UNKNOWN.code,)
        else:
            counts[code, str(found.type)] += found.count
    if refused and not counts:
        listed = ", ".join(list(refused)[:_LISTED])
        raise NUMBERS_REFUSED.error("numbers", count=len(refused), listed=listed, codes=refused)
    if not counts:
        raise NOTHING_TO_PORT.error("numbers")
    return Sorted(tuple(Family(*family, count) for family, count in counts.items()), refused)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a wanted time means for a family: whether it can be, and what hangs on it.

    `headroom` is how many reject–repair–resubmit rounds still fit; -1 says that it is too late already.
    """

    port_at: datetime
    why_not: Text | None
    latest_submit: datetime
    stop_deadline: datetime
    headroom: int


@dataclass(frozen=True, slots=True)
class FamilyDates:
    """When a family can move. `possible` are whole-hour times a day: the donor's hours hold on each."""

    family: Family
    donor_name: str
    lead: int
    earliest: date
    possible: tuple[date, ...]
    hours: tuple[int, ...]
    explanation: tuple[Text, ...]
    wanted: Wanted | None


@dataclass(frozen=True, slots=True)
class Dates:
    """All families, and what they have in common: siblings move on one day and at one hour."""

    asked_at: datetime
    families: tuple[FamilyDates, ...]
    earliest_for_all: date
    possible_for_all: tuple[date, ...]
    hours_for_all: tuple[int, ...]

    @property
    def headroom(self) -> int | None:
        """The least of all families, when a time was wanted."""
        rounds = [each.wanted.headroom for each in self.families if each.wanted is not None]
        return min(rounds, default=None)


def explain(
    families: Iterable[Family], now: datetime, wanted: datetime | None = None, shown: int = SHOWN
) -> Dates:
    """One answer for all. `families` must not be empty."""
    told = tuple(_family(each, now, wanted, shown) for each in sorted(families, key=_name))
    earliest = max(each.earliest for each in told)
    common = _common_days([donor(each.family.donor) for each in told], earliest, shown)
    hours = set(told[0].hours).intersection(*(each.hours for each in told[1:]))
    return Dates(now, told, common[0] if common else earliest, common, tuple(sorted(hours)))


def _name(family: Family) -> tuple[str, str]:
    return family.donor, family.number_type


def _family(family: Family, now: datetime, wanted: datetime | None, shown: int) -> FamilyDates:
    at = donor(family.donor)
    plan = schedule.plan_for(at, family.number_type, now)
    return FamilyDates(
        family=family,
        donor_name=at.name,
        lead=at.lead(family.number_type),
        earliest=plan.earliest_port_date,
        possible=_common_days([at], plan.earliest_port_date, shown),
        hours=at.hours,
        explanation=plan.explanation,
        wanted=_wanted(at, family.number_type, now, wanted) if wanted is not None else None,
    )


def _wanted(at: Donor, number_type: str, now: datetime, port_at: datetime) -> Wanted:
    return Wanted(
        port_at=port_at,
        why_not=schedule.why_not(at, number_type, now, port_at),
        latest_submit=schedule.latest_submit(at, number_type, port_at),
        stop_deadline=schedule.stop_deadline(at, port_at),
        headroom=schedule.headroom(at, number_type, now, port_at),
    )


def _common_days(donors: Sequence[Donor], earliest: date, shown: int) -> tuple[date, ...]:
    """The first days from `earliest` on that are working days of every donor."""
    found: list[date] = []
    for ahead in range(_HORIZON):
        day = earliest + timedelta(days=ahead)
        if all(each.calendar.is_workday(day) for each in donors):
            found.append(day)
            if len(found) == shown:
                break
    return tuple(found)
