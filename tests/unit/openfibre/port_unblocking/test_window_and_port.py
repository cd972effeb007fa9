"""AV-01: scenarios 17 and 18 date for date; what equality of a port means; which orders restore it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel.leadtime import STOCKHOLM
from openfibre.port_unblocking.domain.availability import Offer, judge
from openfibre.port_unblocking.domain.port import (
    Port,
    Subscription,
    differences,
    equal,
    port_of,
    prove,
    rows_of,
)
from openfibre.port_unblocking.domain.restoration import Operation, Purpose, next_wishes
from openfibre.port_unblocking.domain.window import TIMERS, TimerKind, answer_window, due

BROADBAND = Subscription(
    provider="SP-A",
    service="BB-1000-100",
    subscription_id="old-1",
    sp_reference="A-REF-1",
    sp_subscription_id="A-SUB-1",
    operational_state="SUSPENDED",
    characteristics={"fixedIp": True, "ipAddress": ["1.2.3.4"], "SLA": "SLA-3"},
    equipment=({"vendorId": "ACME-ROUTER", "macAddress": "AA:BB:CC:11:22:33"},),
    dhcp={"ipv4CircuitId": "CO-1"},
)
VOIP = Subscription("SP-B", "VOIP", "old-2", "B-REF-1", "B-SUB-1")
NEW = Subscription("SP-N", "BB-1000-100", "new-1", "N-REF-1", "N-SUB-1")
IPTV = Subscription("SP-N", "IPTV", "new-2", "N-REF-2", "N-SUB-2")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("contact", "last_day", "closes"),
    [
        ("2027-02-01T10:00", date(2027, 2, 15), "2027-02-16T00:00"),
        ("2027-02-01T00:00", date(2027, 2, 15), "2027-02-16T00:00"),
        ("2027-02-01T23:59", date(2027, 2, 15), "2027-02-16T00:00"),
        ("2027-06-11T10:00", date(2027, 6, 28), "2027-06-29T00:00"),
        (
            "2027-03-15T10:00",
            date(2027, 3, 30),
            "2027-03-31T00:00",
        ),  # +14 is Easter Monday; summer time meanwhile
        ("2027-12-10T10:00", date(2027, 12, 27), "2027-12-28T00:00"),  # Christmas Eve, a Friday
    ],
)
def test_the_window_ends_with_its_day_in_stockholm(contact: str, last_day: date, closes: str) -> None:
    window = answer_window(at(contact))
    assert (window.last_day, window.closes_at) == (last_day, at(closes).astimezone(UTC))


def test_a_provider_may_give_its_consumers_another_window() -> None:
    assert answer_window(at("2027-02-01T10:00"), 30).last_day == date(2027, 3, 3)


def test_midnight_belongs_to_stockholm_and_not_to_utc() -> None:
    """A contact at 23:30 UTC on a Sunday is a Monday's contact in Stockholm."""
    window = answer_window(datetime(2027, 1, 31, 23, 30, tzinfo=UTC))
    assert (window.contacted_on, window.last_day) == (date(2027, 2, 1), date(2027, 2, 15))


def test_the_other_timers_are_as_the_table_says() -> None:
    start = at("2027-02-05T16:00")  # a Friday
    assert due(TimerKind.SWITCH_GAP, start) == at("2027-02-05T16:15")
    assert due(TimerKind.NOTICE, start) == at("2027-02-05T17:00")
    assert due(TimerKind.ROLLBACK, start) == at("2027-02-05T16:15")
    assert due(TimerKind.CONTACT, start) == at("2027-02-10T00:00"), "to the end of the second working day"
    assert [kind for kind, rule in TIMERS.items() if not rule.alarm] == [TimerKind.ANSWER]


def test_a_new_subscription_id_and_a_leased_address_do_not_matter() -> None:
    leased = replace(VOIP, characteristics={"fixedIp": False, "ipAddress": ["10.0.0.9"]})
    again = replace(VOIP, subscription_id="new-9", characteristics={"ipAddress": ["10.0.0.77"]})
    assert equal((BROADBAND, leased), (again, replace(BROADBAND, subscription_id="new-8")))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"characteristics": {"fixedIp": True, "ipAddress": ["1.2.3.5"], "SLA": "SLA-3"}}, "characteristics"),
        ({"characteristics": {"fixedIp": True, "ipAddress": ["1.2.3.4"], "SLA": "SLA-1"}}, "characteristics"),
        ({"equipment": ({"vendorId": "ACME-ROUTER", "macAddress": "AA:BB:CC:11:22:34"},)}, "equipment"),
        ({"sp_reference": "another"}, "sp_reference"),
        ({"sp_subscription_id": "another"}, "sp_subscription_id"),
        ({"operational_state": "ACTIVATED"}, "operational_state"),
        ({"dhcp": {"ipv4CircuitId": "CO-2"}}, "dhcp"),
    ],
)
def test_everything_that_a_provider_set_matters(change: dict, part: str) -> None:
    after = (replace(BROADBAND, **change), VOIP)
    assert not equal((BROADBAND, VOIP), after)
    assert [(d.provider, d.part) for d in differences((BROADBAND, VOIP), after)] == [("SP-A", part)]


def test_a_missing_and_an_extra_service_are_differences() -> None:
    found = differences((BROADBAND,), (NEW,))
    assert [(d.provider, d.before, d.after) for d in found] == [
        ("SP-A", "active", None),
        ("SP-N", None, "active"),
    ]


def test_a_port_comes_back_from_its_stored_form_as_it_was() -> None:
    port = (BROADBAND, VOIP)
    assert port_of(rows_of(port)) == port


def test_the_proof_maps_old_ids_to_new_ones() -> None:
    proof = prove((BROADBAND,), (replace(BROADBAND, subscription_id="new-7"),))
    assert proof.holds
    assert proof.new_ids == {"old-1": "new-7"}
    assert not prove((BROADBAND,), ()).holds


def carry_out(port: Port, wanted: Port) -> tuple[Port, list[tuple[str, str, str]]]:
    """An obedient communication operator: does each wish, gives new ids, and leaves a log."""
    log, known = [], {each.place: each for each in wanted}
    for _ in range(10):
        wishes = next_wishes(port, wanted, "SP-N")
        if not wishes:
            return port, log
        for wish in wishes:
            log.append((wish.purpose.value, wish.provider, wish.operation.value))
            if wish.operation is Operation.DEACTIVATE:
                port = tuple(each for each in port if each.subscription_id != wish.subscription_id)
            elif wish.operation is Operation.ACTIVATE:
                made = known[wish.provider, wish.service]
                port += (replace(made, subscription_id=f"new-{len(log)}", operational_state="ACTIVATED"),)
            else:
                state = "SUSPENDED" if wish.operation is Operation.SUSPEND else "ACTIVATED"
                port = tuple(
                    replace(each, operational_state=state)
                    if each.subscription_id == wish.subscription_id
                    else each
                    for each in port
                )
    raise AssertionError("it never ends")


def test_the_restoration_removes_first_then_activates_then_suspends() -> None:
    """Scenario 18: also what the new provider added later is removed, and SUSPENDED comes back."""
    port, log = carry_out((NEW, IPTV), (BROADBAND, VOIP))
    assert equal(port, (BROADBAND, VOIP))
    assert [purpose for purpose, _, _ in log] == ["removal", "removal", *["reactivation"] * 3]
    assert log[-1] == ("reactivation", "SP-A", "SUSPEND")


def test_a_service_of_a_third_provider_is_left_alone() -> None:
    third = Subscription("SP-X", "ALARM", "x-1")
    assert next_wishes((third, VOIP), (VOIP,), "SP-N") == ()


def test_beside_a_third_provider_a_service_is_asked_back_without_force() -> None:
    third = Subscription("SP-X", "BB-100", "x-1")
    (alone,) = next_wishes((), (BROADBAND,), "SP-N")
    (beside,) = next_wishes((third,), (BROADBAND,), "SP-N")
    assert (alone.body["forcedTakeover"], beside.body["forcedTakeover"]) == (True, False)


def test_a_reactivation_carries_all_that_was_set() -> None:
    (wish,) = next_wishes((), (BROADBAND,), "SP-N")
    assert wish.purpose is Purpose.REACTIVATION
    assert wish.body["characteristics"]["ipAddress"] == ["1.2.3.4"]
    assert wish.body["equipment"] == [{"vendorId": "ACME-ROUTER", "macAddress": "AA:BB:CC:11:22:33"}]
    assert (wish.body["spReference"], wish.body["spSubscriptionId"]) == ("A-REF-1", "A-SUB-1")


SERVICES = st.sampled_from(["BB-1000-100", "VOIP", "IPTV"])
OLD = st.lists(
    st.builds(
        Subscription,
        st.sampled_from(["SP-A", "SP-B"]),
        SERVICES,
        st.uuids().map(str),
        operational_state=st.sampled_from(["ACTIVATED", "SUSPENDED"]),
    ),
    unique_by=lambda each: each.place,
)


@given(OLD, st.data())
def test_from_any_half_done_switch_the_port_comes_back(old: list[Subscription], data) -> None:
    left = data.draw(st.lists(st.sampled_from(old), unique_by=lambda each: each.place)) if old else []
    new = data.draw(
        st.lists(
            st.builds(Subscription, st.just("SP-N"), SERVICES, st.uuids().map(str)),
            max_size=3,
            unique_by=lambda each: each.place,
        )
    )
    port, log = carry_out((*left, *new), tuple(old))
    assert equal(port, tuple(old))
    purposes = [purpose for purpose, _, _ in log]
    assert purposes == sorted(purposes, key=["removal", "reactivation"].index), "17 precedes 18"


def test_a_port_is_blocked_when_a_wanted_service_is_taken_now() -> None:
    now = datetime(2027, 1, 18, 8, tzinfo=UTC)
    offers = [
        Offer("BB-1000-100", None, True),
        Offer("IPTV", datetime(2027, 2, 1, tzinfo=UTC), False),
        Offer("VOIP", datetime(2014, 3, 1, tzinfo=UTC), False),
    ]
    assert judge(offers, ["VOIP"], now).is_free
    blocked = judge(offers, ["BB-1000-100", "VOIP"], now)
    assert (blocked.blocked, blocked.not_forcible, blocked.free_from) == (("BB-1000-100",), (), None)
    soon = judge(offers, ["IPTV"], now)
    assert (soon.not_forcible, soon.free_from) == (("IPTV",), datetime(2027, 2, 1, tzinfo=UTC))
    assert judge(offers, ["RADIO"], now).not_offered == ("RADIO",)
    assert not judge(offers, ["RADIO"], now).is_free
