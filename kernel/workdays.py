"""Swedish working days, 2005 to 2050, from a table made once by the rules of the law.

A working day (arbetsdag) is not a Saturday or Sunday, not a public holiday (lag 1989:253), and not
Midsummer, Christmas or New Year's Eve. Counting is two look-ups in a table, whatever the distance.
A party that keeps further days closed is a `Calendar` of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Final

from kernel.errors import DomainError, ErrorKind, spec

FIRST_YEAR: Final = 2005
LAST_YEAR: Final = 2050
_FIRST: Final = date(FIRST_YEAR, 1, 1)
_LAST: Final = date(LAST_YEAR, 12, 31)
_SATURDAY: Final = 5
_FRIDAY: Final = 4
_DAY: Final = timedelta(days=1)
_ORIGIN: Final = _FIRST.toordinal()
_SPAN: Final = _LAST.toordinal() - _ORIGIN + 1

DATE_OUT_OF_RANGE = spec(
    "DATE_OUT_OF_RANGE",
    ErrorKind.INVALID,
    sv="Vi räknar arbetsdagar mellan {first} och {last}; {given} ligger utanför.",
    en="We count working days between {first} and {last}; {given} lies outside.",
)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leaps, in_leap = divmod(in_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - in_leap) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _weekday_on_or_after(start: date, weekday: int) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7)


def holidays_of(year: int) -> frozenset[date]:
    """The days off of a year that are no plain Sundays: public holidays and the three eves."""
    easter = easter_sunday(year)
    return frozenset(
        {
            date(year, 1, 1),
            date(year, 1, 6),
            easter - 2 * _DAY,
            easter,
            easter + _DAY,
            date(year, 5, 1),
            easter + 39 * _DAY,
            easter + 49 * _DAY,
            date(year, 6, 6),
            _weekday_on_or_after(date(year, 6, 19), _FRIDAY),
            _weekday_on_or_after(date(year, 6, 20), _SATURDAY),
            _weekday_on_or_after(date(year, 10, 31), _SATURDAY),
            date(year, 12, 24),
            date(year, 12, 25),
            date(year, 12, 26),
            date(year, 12, 31),
        }
    )


@dataclass(frozen=True)
class Calendar:
    """Working days with, if wanted, further days on which a party is closed."""

    closed: frozenset[date] = frozenset()
    _days: list[date] = field(init=False, repr=False, compare=False)
    _rank: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out the table: every working day, and for every day how many came up to and with it."""
        days: list[date] = []
        rank: list[int] = []
        off = {day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in holidays_of(year)} | self.closed
        for position in range(_SPAN):
            day = date.fromordinal(_ORIGIN + position)
            if day.weekday() < _SATURDAY and day not in off:
                days.append(day)
            rank.append(len(days))
        object.__setattr__(self, "_days", days)
        object.__setattr__(self, "_rank", rank)

    def _position(self, day: date) -> int:
        position = day.toordinal() - _ORIGIN
        if not 0 <= position < _SPAN:
            raise out_of_range(day)
        return position

    def is_workday(self, day: date) -> bool:
        """Whether it is a working day. Raises `DATE_OUT_OF_RANGE`."""
        position = self._position(day)
        return self._rank[position] > (self._rank[position - 1] if position else 0)

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (before it when negative); `day` itself is not counted.

        With zero it is `day` if that is a working day, else the next one.
        """
        position = day.toordinal() - _ORIGIN
        if 0 <= position < _SPAN:
            passed = self._rank[position]
            # Backwards, the day itself must not count when it is a working day.
            index = passed + count - (count > 0 or self._rank[position - 1] < passed)
            if 0 <= index < len(self._days):
                return self._days[index]
        raise out_of_range(f"{day} {count:+d}")

    def between(self, first: date, last: date) -> int:
        """Working days after `first` up to and with `last`; negative when `last` comes first."""
        return self._rank[self._position(last)] - self._rank[self._position(first)]

    def on_or_after(self, day: date) -> date:
        """`day`, or the next working day."""
        return self.add(day, 0)

    def on_or_before(self, day: date) -> date:
        """`day`, or the working day before it."""
        return day if self.is_workday(day) else self.add(day, -1)

    def days(self, first: date, last: date) -> list[date]:
        """The working days from `first` to `last`, both counted."""
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]


def out_of_range(given: object) -> DomainError:
    """The refusal of a date that the table does not reach."""
    return DATE_OUT_OF_RANGE.error("date", first=_FIRST, last=_LAST, given=given)


@cache
def calendar(closed: frozenset[date] = frozenset()) -> Calendar:
    """The Swedish calendar, with further closed days if given; made once for each such set."""
    return Calendar(closed)


def is_workday(day: date) -> bool:
    """Whether it is a Swedish working day."""
    return calendar().is_workday(day)


# The plain calendar's own method: a call less, in what planning calls most.
add_workdays = calendar().add


def workdays_between(first: date, last: date) -> int:
    """Swedish working days after `first` up to and with `last`."""
    return calendar().between(first, last)


def last_workday(day: date) -> date:
    """The day itself, or the working day before it."""
    return calendar().on_or_before(day)


def is_past(due_on: date, today: date) -> bool:
    """Whether a day to have something done by is over: a weekend or a holiday makes nothing late."""
    return due_on < last_workday(today)
