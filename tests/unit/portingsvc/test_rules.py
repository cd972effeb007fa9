"""The porting service's tables and small rules, without any service."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.errors import DomainError
from kernel.numbers import NumberType
from portingsvc.domain import fees, schedule
from portingsvc.domain.donors import DONORS, donor, donor_of
from portingsvc.domain.outcomes import Outcome, outcome_of
from portingsvc.domain.rejections import REASONS, Cause, heaviest_cause, reason_of
from portingsvc.domain.rollup import event_for, target_state
from portingsvc.domain.states import MACHINES, NUMBER, ORDER, NumberState, OrderEvent, OrderState
from simulators.gateway.codes import BLOCKING_CODES
from simulators.gateway.codes import DONORS as SIMULATED

MONDAY = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
mixes = st.lists(st.sampled_from(NumberState), min_size=1, max_size=6)


@given(mixes)
def test_every_mix_of_numbers_has_one_order_state(mix: list[NumberState]) -> None:
    assert target_state(mix) in ORDER.states()


@given(mixes)
def test_one_cancelled_number_never_cancels_the_order(mix: list[NumberState]) -> None:
    gone = {NumberState.CANCELLED, NumberState.EXCLUDED}
    assert (target_state(mix) is OrderState.CANCELLED) == (set(mix) <= gone)


@given(mixes)
def test_the_order_of_the_numbers_does_not_matter(mix: list[NumberState]) -> None:
    assert target_state(mix) is target_state(sorted(mix, reverse=True))


@given(mixes)
def test_a_number_to_repair_is_seen_until_something_has_moved(mix: list[NumberState]) -> None:
    moved = {NumberState.PORTED, NumberState.PORTED_BACK, NumberState.RETURNED}
    if {NumberState.REJECTED, NumberState.FAILED} & set(mix) and not moved & set(mix):
        assert target_state(mix) is OrderState.ACTION_REQUIRED


@given(mixes)
def test_every_step_that_the_rule_asks_for_is_in_the_order_s_table(mix: list[NumberState]) -> None:
    for state in (OrderState.SUBMITTED, OrderState.DATE_CONFIRMED, OrderState.ACTION_REQUIRED):
        event = event_for(state, mix)
        if event is not None:
            assert ORDER.decide_any(state, event).to is target_state(mix)


def test_an_order_that_stands_where_its_numbers_say_does_not_move() -> None:
    assert event_for(OrderState.PORTED, [NumberState.PORTED]) is None
    assert event_for(OrderState.DATE_CONFIRMED, [NumberState.PORTED]) is OrderEvent.PORT


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_what_is_not_in_a_table_is_refused_with_what_is(machine) -> None:
    events = {row.event for row in machine.table}
    for state in machine.states():
        for actor in ("customer", "planner", "partner", "donor", "system"):
            for event in events - set(machine.allowed(state, actor)):
                with pytest.raises(DomainError) as refused:
                    machine.decide(state, event, actor=actor)
                assert refused.value.facts["allowed"] == [str(e) for e in machine.allowed(state, actor)]


def test_there_is_no_way_back_over_the_pivot() -> None:
    after = {NumberState.PORTED, NumberState.PORTED_BACK, NumberState.RETURNED}
    assert NUMBER.reachable(NumberState.PORTED) == after
    assert NumberState.PORTED not in {row.to for row in NUMBER.table if "planner" in row.actors}
    assert ORDER.reachable(OrderState.PORTED) == {OrderState.PORTED}


def test_our_reasons_and_the_gateway_s_codes_are_the_same_list() -> None:
    assert {code: reason.blocking_code for code, reason in REASONS.items()} == BLOCKING_CODES
    assert set(DONORS) == set(SIMULATED)


def test_a_code_we_do_not_know_is_a_reason_for_the_planner() -> None:
    assert (reason_of("777").code, reason_of("777").blocking_code) == ("UNKNOWN", "777")


def test_a_rejection_is_the_customer_s_only_when_all_of_it_is() -> None:
    assert heaviest_cause(["OWNER_ID_MISMATCH"]) is Cause.CUSTOMER
    assert heaviest_cause(["OWNER_ID_MISMATCH", "PROTOCOL_ERROR"]) is Cause.OPERATOR
    assert heaviest_cause(["CONTRACT_BINDING"]) is Cause.DONOR


@pytest.mark.parametrize(
    ("attempt", "cause", "payer", "amount"),
    [
        (1, None, "customer", 0),
        (1, Cause.CUSTOMER, "customer", 0),
        (2, Cause.CUSTOMER, "customer", 34_500),
        (2, Cause.OPERATOR, "operator", 34_500),
        (3, Cause.DONOR, "operator", 34_500),
    ],
)
def test_who_pays_for_an_attempt(attempt: int, cause: Cause | None, payer: str, amount: int) -> None:
    quoted = fees.quote(attempt, cause, date(2027, 1, 18))
    assert (quoted.payer, quoted.amount_ore) == (payer, amount)


def test_the_price_is_the_one_of_the_day() -> None:
    assert fees.price_on(fees.FURTHER_ATTEMPT, date(2025, 12, 31)) == 29_500
    assert fees.price_on(fees.FURTHER_ATTEMPT, date(2026, 1, 1)) == 34_500
    own = [fees.Price(fees.FURTHER_ATTEMPT, date(2026, 1, 1), 10_000)]
    assert fees.price_on(fees.FURTHER_ATTEMPT, date(2026, 1, 1), own) == 10_000, "the installation's own wins"
    assert fees.price_on(fees.FURTHER_ATTEMPT, date(2019, 1, 1)) == 29_500


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Telia", "TELIA"),
        ("telia sverige AB", "TELIA"),
        ("Hi3G Access AB", "TRE"),
        ("3", "TRE"),
        ("Tele 2", "TELE2"),
        ("  TELENOR (publ) ", "TELENOR"),
        ("Comviq", "TELE2"),
        ("nobody", None),
        ("", None),
    ],
)
def test_operators_as_people_write_them(written: str, code: str | None) -> None:
    assert donor_of(written) == code


def test_no_donor_s_lead_is_shorter_than_ten_working_days() -> None:
    assert all(row.lead(kind) >= 10 for row in DONORS.values() for kind in NumberType)


def test_headroom_counts_the_repairs_that_still_fit() -> None:
    telia = donor("TELIA")
    first_day = schedule.plan_for(telia, "mobile", MONDAY).earliest_port_date
    at = schedule.next_slot(telia, first_day)
    assert schedule.headroom(telia, "mobile", MONDAY, at - timedelta(days=1)) == -1
    assert schedule.headroom(telia, "mobile", MONDAY, at) == 0
    later = schedule.next_slot(telia, telia.calendar.add(first_day, schedule.REPAIR_DAYS))
    assert schedule.headroom(telia, "mobile", MONDAY, later) == 1


def test_the_stop_deadline_is_two_working_days_before_the_port() -> None:
    port = schedule.next_slot(donor("TELIA"), date(2027, 2, 16))
    assert schedule.stop_deadline(donor("TELIA"), port).date() == date(2027, 2, 12)


@pytest.mark.parametrize(
    ("instant", "part"),
    [
        (datetime(2027, 2, 13, 9, tzinfo=UTC), "ingen arbetsdag"),
        (datetime(2027, 2, 16, 20, tzinfo=UTC), "hela timmar"),
        (datetime(2027, 2, 16, 9, 30, tzinfo=UTC), "hela timmar"),
        (datetime(2027, 1, 20, 9, tzinfo=UTC), "behöver 10 arbetsdagar"),
    ],
)
def test_why_a_port_cannot_be_then(instant: datetime, part: str) -> None:
    why = schedule.why_not(donor("TELIA"), "mobile", MONDAY, instant)
    assert why is not None
    assert part in why.sv


def test_only_a_documented_no_is_a_definite_no() -> None:
    assert {status for status in range(200, 600) if outcome_of(status) is Outcome.NOT_ACCEPTED} == {
        401,
        403,
        429,
        503,
    }
    assert outcome_of(500) is Outcome.IN_DOUBT
    assert outcome_of(409) is Outcome.IN_DOUBT
