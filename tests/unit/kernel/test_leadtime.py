"""Lead counting: the contract's sentence, its example, and its edges."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kernel.errors import DomainError
from kernel.leadtime import STOCKHOLM, latest_submit_at, latest_submit_date, plan, port_slot
from kernel.workdays import Calendar, calendar


def test_the_example_of_the_contract() -> None:
    made = plan(datetime(2026, 12, 16, 9, 0))  # noqa: DTZ001  (a naive time is Stockholm's)
    assert made.counted_from == date(2026, 12, 16)
    assert made.earliest_port_date == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("submitted", "counted_from", "earliest"),
    [
        ("2026-12-16T17:00", "2026-12-16", "2027-01-05"),  # at the cut-off is not after it
        ("2026-12-16T17:00:01", "2026-12-17", "2027-01-07"),  # Twelfth Day is skipped too
        ("2026-12-16T23:59", "2026-12-17", "2027-01-07"),
        ("2026-12-16T00:00", "2026-12-16", "2027-01-05"),
        ("2026-12-19T09:00", "2026-12-21", "2027-01-11"),  # Saturday
        ("2026-12-24T09:00", "2026-12-28", "2027-01-14"),  # Christmas Eve
        ("2026-06-18T18:00", "2026-06-22", "2026-07-06"),  # after the cut-off before Midsummer
        ("2026-12-16T15:59+00:00", "2026-12-16", "2027-01-05"),  # 16:59 in Stockholm
        ("2026-12-16T16:01+00:00", "2026-12-17", "2027-01-07"),  # 17:01 in Stockholm
        ("2026-07-01T15:01+00:00", "2026-07-02", "2026-07-16"),  # the same in summer time
        ("2026-12-15T23:30+00:00", "2026-12-16", "2027-01-05"),  # past midnight in Stockholm
    ],
)
def test_a_submission_counts_from_its_working_day(submitted: str, counted_from: str, earliest: str) -> None:
    made = plan(datetime.fromisoformat(submitted))
    assert (str(made.counted_from), str(made.earliest_port_date)) == (counted_from, earliest)


def test_a_donor_may_have_a_longer_lead_an_earlier_cutoff_and_closed_days() -> None:
    at = datetime(2026, 12, 16, 14, 30, tzinfo=STOCKHOLM)
    closed = Calendar(frozenset({date(2026, 12, 18)}))
    assert plan(at, lead=12).earliest_port_date == date(2027, 1, 8)
    assert plan(at, cutoff=time(14)).counted_from == date(2026, 12, 17)
    assert plan(at, days=closed).earliest_port_date == date(2027, 1, 7)


@pytest.mark.parametrize("lead", [9, 0, -1])
def test_ten_is_a_floor(lead: int) -> None:
    with pytest.raises(DomainError, match="LEAD_TOO_SHORT"):
        plan(datetime(2026, 12, 16, tzinfo=STOCKHOLM), lead=lead)
    with pytest.raises(DomainError, match="LEAD_TOO_SHORT"):
        latest_submit_date(date(2027, 1, 5), lead=lead)


def test_the_latest_submission_is_the_latest() -> None:
    """For every go-live of two years: made then it is in time, made a moment later it is not."""
    for n in range(730):
        go_live = date(2026, 1, 1) + timedelta(days=n)
        for lead in (10, 13):
            last = latest_submit_at(go_live, lead=lead)
            assert plan(last, lead=lead).earliest_port_date <= go_live
            assert plan(last + timedelta(seconds=1), lead=lead).earliest_port_date > go_live


def test_every_step_is_explained_in_both_languages() -> None:
    made = plan(datetime(2026, 12, 19, 18, 0, tzinfo=STOCKHOLM))
    swedish = " ".join(step.sv for step in made.explanation)
    english = " ".join(step.en for step in made.explanation)
    for words in (swedish, english):
        assert "2026-12-19" in words  # submitted
        assert "2026-12-21" in words  # counted from
        assert "2026-12-24, 2026-12-25, 2026-12-31, 2027-01-01, 2027-01-06" in words  # not counted
        assert "2027-01-11" in words  # the answer
    assert "ingen arbetsdag" in swedish
    assert "no working day" in english


def test_days_off_that_change_nothing_are_not_mentioned() -> None:
    made = plan(datetime(2026, 9, 7, 9, 0, tzinfo=STOCKHOLM))
    assert len(made.explanation) == 2


@pytest.mark.parametrize("instant", [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)])
def test_an_instant_beyond_the_calendar_is_refused(instant: datetime) -> None:
    with pytest.raises(DomainError, match="DATE_OUT_OF_RANGE"):
        plan(instant)


def test_a_port_slot_is_the_hour_on_stockholms_clock() -> None:
    assert port_slot(date(2027, 1, 5), 10).astimezone(UTC).hour == 9
    assert port_slot(date(2026, 7, 1), 10).astimezone(UTC).hour == 8


def test_the_hour_that_spring_leaves_out_is_refused() -> None:
    with pytest.raises(DomainError, match="HOUR_NOT_ON_CLOCK"):
        port_slot(date(2026, 3, 29), 2)
    assert port_slot(date(2026, 3, 29), 3).astimezone(UTC).hour == 1


def test_of_the_hour_that_autumn_has_twice_the_first_is_meant() -> None:
    assert port_slot(date(2026, 10, 25), 2).astimezone(UTC).hour == 0


def test_clocks_never_change_on_a_working_day() -> None:
    """So no booked port can fall into a lost or doubled hour."""
    for year in range(2005, 2038):
        for n in range(365):
            day = date(year, 1, 1) + timedelta(days=n)
            midnight = datetime.combine(day, time(), STOCKHOLM)
            evening = datetime.combine(day, time(23), STOCKHOLM)
            if midnight.utcoffset() != evening.utcoffset():
                assert not calendar().is_workday(day)
