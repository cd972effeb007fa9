"""Swedish working days against another witness, day by day from 2005 to 2050."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from kernel.errors import DomainError
from kernel.workdays import (
    FIRST_YEAR,
    LAST_YEAR,
    Calendar,
    add_workdays,
    calendar,
    is_workday,
    workdays_between,
)

FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
SWEDEN = holidays.country_holidays(
    "SE", years=range(FIRST_YEAR, LAST_YEAR + 1), categories=("public", "de_facto")
)
WITNESSED = [day for day in EVERY_DAY if SWEDEN.is_working_day(day)]


def test_every_day_is_what_the_library_says_it_is() -> None:
    assert [day for day in EVERY_DAY if is_workday(day)] == WITNESSED


def test_adding_lands_where_counting_day_by_day_lands() -> None:
    """For every day and every n from 1 to 60, forwards and backwards: in the witness's list, n places on."""
    reached = 0
    for day in EVERY_DAY:
        reached += reached < len(WITNESSED) and WITNESSED[reached] == day
        ahead = WITNESSED[reached : reached + 60]
        assert [add_workdays(day, n) for n in range(1, len(ahead) + 1)] == ahead
        before = reached - (day == WITNESSED[reached - 1] if reached else 0)
        behind = WITNESSED[max(before - 60, 0) : before][::-1]
        assert [add_workdays(day, -n) for n in range(1, len(behind) + 1)] == behind


def test_adding_agrees_with_the_librarys_own_counting() -> None:
    for day in EVERY_DAY[:-100:97]:
        for n in (1, 10, 60):
            assert add_workdays(day, n) == SWEDEN.get_nth_working_day(day, n)


def test_adding_nothing_gives_the_day_or_the_next_working_day() -> None:
    assert add_workdays(date(2026, 12, 16), 0) == date(2026, 12, 16)
    assert add_workdays(date(2026, 12, 24), 0) == date(2026, 12, 28)


def test_between_undoes_add() -> None:
    for day in EVERY_DAY[:-120:31]:
        for n in (1, 7, 60):
            assert workdays_between(day, add_workdays(day, n)) == n


def test_between_does_not_count_the_first_day_and_counts_the_last() -> None:
    assert workdays_between(date(2026, 12, 16), date(2026, 12, 17)) == 1
    assert workdays_between(date(2026, 12, 16), date(2026, 12, 16)) == 0
    assert workdays_between(date(2026, 12, 17), date(2026, 12, 16)) == -1
    assert workdays_between(date(2026, 12, 24), date(2026, 12, 27)) == 0


@pytest.mark.parametrize(("year", "days"), [(2025, 249), (2026, 251), (2027, 253)])
def test_a_year_has_as_many_working_days_as_known(year: int, days: int) -> None:
    assert workdays_between(date(year - 1, 12, 31), date(year, 12, 31)) == days


@pytest.mark.parametrize(
    "off", ["2026-06-19", "2026-12-24", "2026-12-31", "2027-05-06", "2026-06-06", "2026-10-31"]
)
def test_eves_and_holidays_are_no_working_days(off: str) -> None:
    assert not is_workday(date.fromisoformat(off))


@pytest.mark.parametrize("on", ["2026-04-02", "2026-04-30", "2026-05-15", "2027-01-05", "2026-10-30"])
def test_days_before_and_between_holidays_are_working_days(on: str) -> None:
    assert is_workday(date.fromisoformat(on))


def test_a_donor_may_keep_further_days_closed() -> None:
    closed = Calendar(frozenset({date(2026, 5, 15)}))
    assert not closed.is_workday(date(2026, 5, 15))
    assert closed.add(date(2026, 5, 13), 1) == date(2026, 5, 18)
    assert calendar().add(date(2026, 5, 13), 1) == date(2026, 5, 15)
    assert closed.on_or_after(date(2026, 5, 14)) == date(2026, 5, 18)
    assert closed.on_or_before(date(2026, 5, 17)) == date(2026, 5, 13)
    assert closed.days(date(2026, 5, 13), date(2026, 5, 19)) == [
        date(2026, 5, 13),
        date(2026, 5, 18),
        date(2026, 5, 19),
    ]


def test_a_calendar_is_laid_out_once_for_each_set_of_closed_days() -> None:
    closed = frozenset({date(2026, 5, 15)})
    assert calendar(closed) is calendar(frozenset(closed))


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2004, 12, 31), 1),
        (date(2051, 1, 1), -1),
        (date(2050, 12, 30), 1),
        (date(2005, 1, 3), -1),
        (date(2026, 1, 1), 10**9),
        (date.min, 0),
        (date.max, 0),
    ],
)
def test_what_lies_outside_the_table_is_refused(day: date, count: int) -> None:
    with pytest.raises(DomainError, match="DATE_OUT_OF_RANGE"):
        add_workdays(day, count)


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(2051, 1, 1)])
def test_a_day_outside_the_table_is_no_question_to_ask(day: date) -> None:
    with pytest.raises(DomainError, match="DATE_OUT_OF_RANGE"):
        is_workday(day)
    with pytest.raises(DomainError, match="DATE_OUT_OF_RANGE"):
        workdays_between(date(2026, 1, 1), day)
