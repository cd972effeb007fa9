"""NP-02, NP-06, NP-11: waves with the main number last, and dates that explain themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.errors import DomainError
from portingsvc.domain.messages import MESSAGES
from portingsvc.domain.possible_dates import Family, explain
from portingsvc.domain.waves import refuse_disorder, split_into_waves, waves_of
from portingsvc.usecases.handle_message import _HANDLERS

MONDAY = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
NINE = datetime(2027, 2, 16, 8, 0, tzinfo=UTC)
TEN, NEXT_DAY = NINE + timedelta(hours=1), NINE + timedelta(days=1)
A, B = ("+46846500400", "+46846500449"), ("+46846500450", "+46846500499")
MOBILE = ("+46701740605", "+46701740605")


def test_the_main_number_is_last() -> None:
    refuse_disorder([(*A, "TELIA", True, TEN), (*MOBILE, "TRE", False, NINE)])
    with pytest.raises(DomainError) as refused:
        refuse_disorder([(*A, "TELIA", True, NINE), (*MOBILE, "TRE", False, TEN)])
    assert refused.value.code == "MAIN_NUMBER_NOT_LAST"
    assert "10:00" in refused.value.detail("sv")


def test_adjacent_series_of_a_donor_move_at_one_hour() -> None:
    refuse_disorder([(*A, "TELIA", False, NINE), (*B, "TELIA", False, NINE)])
    refuse_disorder([(*A, "TELIA", False, NINE), (*B, "TELE2", False, TEN)])
    with pytest.raises(DomainError) as refused:
        refuse_disorder([(*A, "TELIA", False, NINE), (*B, "TELIA", False, TEN)])
    assert refused.value.code == "SERIES_SPLIT_IN_TIME"


counts = st.lists(st.tuples(st.sampled_from(["TELIA", "TELE2", "TRE"]), st.integers(1, 90)), max_size=12)


@given(counts, st.integers(1, 4), st.booleans())
def test_every_split_is_a_plan_that_the_rule_takes(sizes, hours: int, has_main: bool) -> None:
    items = []
    for n, (donor, size) in enumerate(sizes):
        first = 46_701_000_000 + n * 100
        items.append((f"+{first}", f"+{first + size - 1}", donor, has_main and n == 0))
    times = [NINE + timedelta(hours=each) for each in range(hours)]
    timed = split_into_waves(items, times)
    refuse_disorder(timed)
    assert sorted(each[:2] for each in timed) == sorted(each[:2] for each in items)
    waves = waves_of(timed)
    assert [wave.port_at for wave in waves] == sorted({each[4] for each in timed})
    if has_main and items:
        assert waves[-1].has_main


def test_all_families_together_wait_for_the_slowest_and_share_its_days() -> None:
    told = explain([Family("TELIA", "geographic", 50), Family("TRE", "mobile", 3)], MONDAY, TEN)
    assert told.earliest_for_all == date(2027, 2, 1)
    assert told.possible_for_all[0] == told.earliest_for_all
    assert len(told.possible_for_all) == 10
    assert told.headroom == min(each.wanted.headroom for each in told.families if each.wanted)
    assert all(each.wanted and each.wanted.why_not is None for each in told.families)


def test_a_date_that_cannot_be_says_why_in_both_languages_and_has_no_headroom() -> None:
    saturday = datetime(2027, 2, 13, 9, 0, tzinfo=UTC)
    told = explain([Family("TELIA", "geographic", 1)], MONDAY, saturday)
    why = told.families[0].wanted.why_not
    assert why is not None
    assert "ingen arbetsdag" in why.sv
    assert "no working day" in why.en
    too_soon = explain([Family("TELIA", "geographic", 1)], MONDAY, MONDAY + timedelta(days=2))
    assert too_soon.headroom == -1


def test_every_message_that_is_handled_stands_in_the_table_of_messages() -> None:
    assert set(_HANDLERS) == set(MESSAGES) - {"request"}
