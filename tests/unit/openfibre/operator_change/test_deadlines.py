"""Scenarios 1–9 and 13 of open-fibre section 5, date for date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from openfibre.operator_change.domain import remarks
from openfibre.operator_change.domain.deadlines import (
    DEFAULT_NOTICE_MONTHS,
    Severity,
    Standing,
    access_data_before,
    days_late,
    directly_after,
    earliest_technical,
    fee_notice,
    feeder_due,
    is_mixed,
    plan,
    shifts_books,
    standing,
)
from openfibre.operator_change.domain.months import first_month_shift, months_before
from openfibre.operator_change.domain.parties import Segment

T = date(2027, 5, 3)


def dated(technical: date, *, mixed: bool = True, brytpunkt: date | None = None):
    return {each.id: (each.raw, each.due) for each in plan(technical, mixed=mixed, brytpunkt_on=brytpunkt)}


def test_1_companies_in_the_wave_give_four_months() -> None:
    assert dated(T)["D2"] == (date(2027, 1, 3), date(2026, 12, 30))
    deadline = plan(T, mixed=True, only="D2")[0]
    in_time, a_day_late = date(2027, 1, 3), date(2027, 1, 4)
    assert standing(deadline, done_on=in_time, today=in_time) is Standing.MET
    assert standing(deadline, done_on=a_day_late, today=a_day_late) is Standing.LATE
    assert (days_late(deadline.raw, in_time), days_late(deadline.raw, a_day_late)) == (0, 1)


def test_2_households_only_give_one_and_a_half_and_a_company_changes_that() -> None:
    assert dated(T, mixed=False)["D2"] == (date(2027, 3, 19), date(2027, 3, 19))
    assert not is_mixed({Segment.PRIVAT})
    assert is_mixed({Segment.PRIVAT, Segment.FORETAG})
    changed = plan(T, mixed=True, only="D2")[0]
    assert standing(changed, done_on=None, today=date(2027, 2, 10)) is Standing.OVERDUE


def test_3_the_other_dates_of_the_same_wave() -> None:
    found = dated(T)
    assert found["D3"] == (date(2027, 4, 12), date(2027, 4, 12))
    assert found["D4"] == (date(2027, 4, 3), date(2027, 4, 2))
    assert (found["D1start"][0], found["D1end"][0]) == (date(2026, 11, 3), date(2027, 1, 3))
    assert [each.code for each in remarks.on_start(date(2027, 1, 4), T)] == ["START_LATE"]
    assert [each.code for each in remarks.on_start(date(2026, 11, 2), T)] == ["START_EARLY"]
    assert remarks.on_start(date(2027, 1, 3), T) == remarks.on_start(date(2026, 11, 3), T) == []


@pytest.mark.parametrize(
    ("technical", "raw", "due"),
    [
        (date(2027, 6, 30), date(2027, 2, 28), date(2027, 2, 26)),
        (date(2028, 6, 30), date(2028, 2, 29), date(2028, 2, 29)),
        (date(2027, 7, 31), date(2027, 3, 31), date(2027, 3, 31)),
    ],
)
def test_4_months_clamp_and_are_never_chained(technical: date, raw: date, due: date) -> None:
    assert dated(technical)["D2"] == (raw, due)


@pytest.mark.parametrize("technical", [date(2027, 3, 31), date(2027, 3, 30)])
def test_5_one_and_a_half_months_are_a_month_and_fifteen_days(technical: date) -> None:
    assert dated(technical, mixed=False)["D2"] == (date(2027, 2, 13), date(2027, 2, 12))


def test_6_the_earliest_migration_is_sought_forward() -> None:
    assert earliest_technical(date(2026, 10, 31), mixed=True)[0] == date(2027, 3, 1)
    assert access_data_before(date(2027, 2, 28), mixed=True) == date(2026, 10, 28)
    assert earliest_technical(date(2026, 11, 20), mixed=True) == (date(2027, 3, 20), date(2027, 3, 22))
    assert earliest_technical(date(2026, 11, 20), mixed=False)[0] == date(2027, 1, 5)


def test_7_holidays_move_the_due_date_back() -> None:
    found = dated(date(2027, 7, 26))
    assert found["D4"] == (date(2027, 6, 26), date(2027, 6, 24))
    assert found["D2"] == (date(2027, 3, 26), date(2027, 3, 25))


def test_8_the_cut_over_has_its_own_dates() -> None:
    assert first_month_shift(T) == date(2027, 6, 1)
    assert dated(T)["D6"] == (date(2027, 3, 1), date(2027, 3, 1))
    process_start = plan(T, mixed=True, only="D6")[0]
    assert standing(process_start, done_on=date(2027, 3, 2), today=date(2027, 3, 2)) is Standing.LATE
    assert process_start.rule.severity is Severity.BREACH
    (remark,) = remarks.on_brytpunkt(date(2027, 5, 15))
    assert (remark.code, remark.severity) == ("NOT_MONTH_SHIFT", Severity.WARN)
    assert "ej månadsskifte" in remark.text.sv
    assert remarks.on_brytpunkt(date(2027, 6, 1)) == []
    assert first_month_shift(date(2027, 12, 2)) == date(2028, 1, 1)
    assert first_month_shift(date(2027, 11, 30)) == date(2027, 12, 1)


@pytest.mark.parametrize(
    ("effective", "notice", "raw", "due"),
    [
        (date(2027, 6, 1), DEFAULT_NOTICE_MONTHS[Segment.FORETAG], date(2027, 2, 1), date(2027, 2, 1)),
        (date(2027, 6, 1), DEFAULT_NOTICE_MONTHS[Segment.PRIVAT], date(2027, 4, 1), date(2027, 4, 1)),
        (date(2027, 6, 1), 6, date(2026, 11, 1), date(2026, 10, 30)),
        (date(2027, 10, 1), 1, date(2027, 8, 1), date(2027, 7, 30)),
    ],
)
def test_9_fees_change_after_notice_and_a_month(effective: date, notice: int, raw: date, due: date) -> None:
    assert fee_notice(effective, notice) == (raw, due)


def test_12_a_freeze_holds_its_migration_and_no_late_data() -> None:
    assert remarks.on_freeze(date(2027, 4, 26), date(2027, 5, 5), T, date(2027, 4, 12)) == []
    (misses,) = remarks.on_freeze(date(2027, 4, 26), date(2027, 5, 2), T)
    assert (misses.code, misses.severity) == ("FREEZE_MISSES_MIGRATION", Severity.ERROR)
    (late,) = remarks.on_freeze(date(2027, 4, 26), date(2027, 5, 5), T, date(2027, 4, 26))
    assert late.code == "DATA_IN_FREEZE"


def test_13_connected_on_the_day_or_the_day_after() -> None:
    assert remarks.on_connection(date(2027, 5, 3), T) == remarks.on_connection(date(2027, 5, 4), T) == []
    (wrong,) = remarks.on_connection(date(2027, 5, 5), T)
    assert (wrong.code, wrong.severity) == ("CONNECT_DATE", Severity.ERROR)
    (holiday,) = remarks.on_connection(date(2027, 5, 1), date(2027, 4, 30))
    assert (holiday.code, holiday.severity) == ("CONNECT_ON_DAY_OFF", Severity.WARN)


def test_migration_data_far_too_early_is_stale() -> None:
    deadline = plan(T, mixed=True, only="D3")[0]
    assert standing(deadline, done_on=date(2027, 3, 24), today=T) is Standing.STALE
    assert standing(deadline, done_on=date(2027, 4, 5), today=T) is Standing.MET
    assert standing(deadline, done_on=None, today=date(2027, 4, 12)) is Standing.AHEAD
    assert standing(deadline, done_on=None, today=date(2027, 4, 13)) is Standing.OVERDUE


def test_what_feeds_another_is_due_ten_working_days_before() -> None:
    deadline = plan(T, mixed=True, only="D3")[0]
    assert feeder_due(deadline) == date(2027, 3, 25)  # långfredag, påskdagarna lie between
    assert directly_after(date(2026, 12, 21)) == date(2026, 12, 30)


def test_the_turns_of_the_books_are_remarked() -> None:
    assert shifts_books(date(2027, 7, 1))
    assert not shifts_books(T)
    assert [each.code for each in remarks.on_technical(date(2027, 12, 31))] == ["BOOKS_TURN"]


@given(st.dates(date(2006, 1, 1), date(2049, 12, 31)), st.integers(0, 24))
def test_months_before_is_what_dateutil_says(day: date, months: int) -> None:
    assert months_before(day, months) == day - relativedelta(months=months)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.booleans())
def test_no_earlier_day_would_have_done(ready: date, mixed: bool) -> None:
    found, suggested = earliest_technical(ready, mixed=mixed)
    assert access_data_before(found, mixed=mixed) >= ready
    assert access_data_before(found - timedelta(days=1), mixed=mixed) < ready
    assert suggested >= found


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.booleans())
def test_due_is_never_after_raw_save_where_a_window_opens(technical: date, mixed: bool) -> None:
    for each in plan(technical, mixed=mixed):
        assert each.due >= each.raw if each.id == "D1start" else each.due <= each.raw
