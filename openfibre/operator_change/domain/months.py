"""Months backwards, always from the original date and never chained (open-fibre 1.7)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from kernel.workdays import calendar

HALF_MONTH_DAYS: Final = 15
_MONTHS: Final = 12
_DAY: Final = timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """The same day number so many months back, or the last of that month when it has no such day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def one_and_a_half_months_before(day: date) -> date:
    """One calendar month, then fifteen days: a flat 45 days would be another date."""
    return months_before(day, 1) - HALF_MONTH_DAYS * _DAY


def first_month_shift(day: date) -> date:
    """The first of a month, on or after `day`."""
    if day.day == 1:
        return day
    return date(day.year + day.month // _MONTHS, day.month % _MONTHS + 1, 1)


def working_day_before(day: date) -> date:
    """`day`, or the working day before it: what must lie at least so far ahead is never moved forward."""
    return calendar().on_or_before(day)


def working_day_after(day: date) -> date:
    """`day`, or the next working day."""
    return calendar().on_or_after(day)


def earliest(ready_on: date, raw: Callable[[date], date]) -> date:
    """The first date whose requirement can still be met: `raw(T) >= ready_on`, sought day by day.

    Adding months instead would be wrong, because going back clamps to short months.
    """
    day = ready_on
    while raw(day) < ready_on:
        day += _DAY
    return day
