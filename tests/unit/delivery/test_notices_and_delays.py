"""Ten working days before disturbing work, and how delays add up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.attribution.domain.delays import OF_REJECTION, DelayCause, Span, days_by_cause
from delivery.domain.states import ParcelEvent, SimState
from delivery.notices.domain.maintenance import NOTICE_DAYS, earliest_start, refuse_times
from delivery.sim_dispatch.domain.carrier import SCANS
from delivery.sim_dispatch.domain.words import SIM_STATES
from kernel.errors import DomainError
from kernel.leadtime import STOCKHOLM
from kernel.workdays import is_workday, workdays_between
from portingsvc.domain.rejections import Cause
from simulators.carrier.books import JOURNEY


def at(day: str, hour: int = 9) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("announced", "earliest"),
    [
        (at("2027-01-18"), date(2027, 2, 1)),
        (at("2027-01-18", 18), date(2027, 2, 2)),
        (at("2027-01-16"), date(2027, 2, 1)),
        (at("2026-12-16"), date(2027, 1, 5)),
    ],
)
def test_ten_whole_working_days_lie_between(announced: datetime, earliest: date) -> None:
    assert earliest_start(announced) == earliest


def refusal_of(start: datetime, now: datetime, *, disturbs: bool) -> str:
    """The code that work of two hours is refused with; empty when it is taken."""
    try:
        refuse_times(start, start + timedelta(hours=2), now, disturbs=disturbs)
    except DomainError as refused:
        return refused.code
    return ""


@given(st.integers(0, 1400), st.integers(0, 23), st.integers(0, 60))
def test_no_disturbing_work_comes_sooner_and_none_that_is_in_time_is_refused(
    later: int, hour: int, days: int
) -> None:
    now = datetime(2026, 1, 1, hour, 30, tzinfo=UTC) + timedelta(days=later)
    start = now + timedelta(days=days, hours=1)
    start_day = start.astimezone(STOCKHOLM).date()
    between = workdays_between(now.astimezone(STOCKHOLM).date(), start_day)
    refused = refusal_of(start, now, disturbs=True)
    assert refused == ("" if start_day >= earliest_start(now) else "NOTICE_TOO_SHORT")
    assert between >= NOTICE_DAYS or refused
    assert refusal_of(start, now, disturbs=False) == ""


@pytest.mark.parametrize(
    ("start", "end"),
    [(-1, 1), (1, 1), (2, 1), (24, 24 * 9)],
)
def test_times_that_make_no_sense_are_refused(start: int, end: int) -> None:
    now = at("2027-01-18")
    with pytest.raises(DomainError) as refused:
        refuse_times(now + timedelta(hours=start), now + timedelta(hours=end), now, disturbs=False)
    assert refused.value.code == "MAINTENANCE_BACKWARDS"


def test_days_are_working_days_and_what_has_no_cause_is_counted_apart() -> None:
    spans = [
        Span(DelayCause.CUSTOMER, date(2027, 1, 15), date(2027, 1, 18)),
        Span(DelayCause.CUSTOMER, date(2027, 1, 20), date(2027, 1, 22)),
        Span(None, date(2027, 1, 4), date(2027, 1, 8)),
    ]
    assert days_by_cause(spans) == {DelayCause.CUSTOMER: 3, None: 3}
    assert not is_workday(date(2027, 1, 6)), "Epiphany lies in the last of them"


def test_every_cause_of_a_rejection_is_one_of_a_delay() -> None:
    assert set(OF_REJECTION) == {cause.value for cause in Cause}


def test_every_state_of_a_card_has_words_and_every_step_of_the_carrier_too() -> None:
    assert set(SIM_STATES) == set(SimState)
    assert {code for code, _ in JOURNEY} <= set(SCANS)
    assert {scan.event for scan in SCANS.values()} >= {
        ParcelEvent.DELIVER,
        ParcelEvent.RETURN,
        ParcelEvent.LOSE,
    }
