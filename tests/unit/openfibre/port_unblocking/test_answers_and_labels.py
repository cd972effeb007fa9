"""What an operator's answer means; how a lost order is known again; that every word is there."""

from __future__ import annotations

import pytest

from openfibre.port_unblocking.domain.alarms import ALARMS, OF_TIMER, Alarm
from openfibre.port_unblocking.domain.answers import (
    Outcome,
    PlacedOrder,
    Sought,
    Standing,
    outcome_of,
    recognise,
)
from openfibre.port_unblocking.domain.labels import (
    CASE_STATES,
    DISPLACEMENT_STATES,
    OPERATIONS,
    ORDER_STATES,
)
from openfibre.port_unblocking.domain.restoration import Operation
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState, OrderState
from openfibre.port_unblocking.domain.window import TIMERS


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (201, Outcome.RECEIVED),
        (200, Outcome.RECEIVED),
        (409, Outcome.REFUSED),
        (400, Outcome.REFUSED),
        (429, Outcome.NOT_ACCEPTED),
        (503, Outcome.NOT_ACCEPTED),
        (500, Outcome.IN_DOUBT),
        (502, Outcome.IN_DOUBT),
        (504, Outcome.IN_DOUBT),
        (302, Outcome.IN_DOUBT),
        (204, Outcome.IN_DOUBT),
    ],
)
def test_only_an_agreed_no_is_a_no(status: int, outcome: Outcome) -> None:
    assert outcome_of(status) is outcome


def order(name: str, operation: str = "ACTIVATE", **facts: str) -> PlacedOrder:
    return PlacedOrder(name, operation, Standing.RECEIVED, "", **facts)


TAKEOVER = Sought("ACTIVATE", "BB-1000-100", "", "N-REF", "N-SUB")
REMOVAL = Sought("DEACTIVATE", "BB-1000-100", "sub-1", "", "")
MINE = {"service": "BB-1000-100", "sp_reference": "N-REF", "sp_subscription_id": "N-SUB"}


def test_a_lost_activation_is_known_by_service_and_references() -> None:
    found = [order("a", service="VOIP", sp_reference="N-REF", sp_subscription_id="N-SUB"), order("b", **MINE)]
    assert recognise(TAKEOVER, found, frozenset()).external_id == "b"
    assert recognise(TAKEOVER, found[:1], frozenset()) is None


def test_an_order_that_is_another_row_of_ours_is_not_the_lost_one() -> None:
    """After an undone first try the same order stands there twice: the old one is known, the new one is sought."""
    found = [order("first", **MINE), order("second", **MINE)]
    assert recognise(TAKEOVER, found, frozenset({"first"})).external_id == "second"
    assert recognise(TAKEOVER, found[:1], frozenset({"first"})) is None


def test_a_lost_removal_is_known_by_its_subscription() -> None:
    found = [
        order("a", "DEACTIVATE", subscription_id="sub-2"),
        order("b", "SUSPEND", subscription_id="sub-1"),
    ]
    assert recognise(REMOVAL, found, frozenset()) is None
    found.append(order("c", "DEACTIVATE", subscription_id="sub-1"))
    assert recognise(REMOVAL, found, frozenset()).external_id == "c"


def test_every_state_operation_and_alarm_has_words() -> None:
    assert set(CASE_STATES) == set(CaseState)
    assert set(DISPLACEMENT_STATES) == set(DisplacementState)
    assert set(ORDER_STATES) == set(OrderState)
    assert set(OPERATIONS) == set(Operation)
    assert set(ALARMS) == set(Alarm)
    assert {kind for kind, rule in TIMERS.items() if rule.alarm} == set(OF_TIMER)
