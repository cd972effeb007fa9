"""AV-01, seed 001: the table of an unblocking, step by step, and the guards of each step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernel.errors import DomainError, ErrorKind
from openfibre.port_unblocking.domain import guards
from openfibre.port_unblocking.domain.guards import Facts
from openfibre.port_unblocking.domain.states import (
    CASE,
    DISPLACEMENT,
    FINAL_CASE_STATES,
    ORDER,
    CaseEvent,
    CaseState,
    DisplacementEvent,
    DisplacementState,
    OrderEvent,
    OrderState,
)
from openfibre.port_unblocking.domain.steps import SHOWN_TO_NEW, STEPS, Party

C, E = CaseState, CaseEvent
# Rows of the specification's 2.2, one for one: from, event, to, who.
WALK = [
    (C.CHECKED, E.FIND_FREE, C.EXIT_NORMAL_ORDER, "system"),
    (C.CHECKED, E.FIND_BLOCKED, C.VERIFYING, "system"),
    (C.VERIFYING, E.CORRECT_ACCESS, C.CHECKED, "partner"),
    (C.VERIFYING, E.FIND_OWN_SERVICES, C.EXIT_OPERATOR_SWITCH, "partner"),
    (C.VERIFYING, E.DECLINE, C.EXIT_ABANDONED, "partner"),
    (C.VERIFYING, E.CLEAR, C.ORDERED, "partner"),
    (C.ORDERED, E.SEND_FORCED, C.FORCED_SENT, "partner"),
    (C.ORDERED, E.HAND_OVER, C.MANUAL, "partner"),
    (C.FORCED_SENT, E.REFUSE, C.MANUAL, "system"),
    (C.FORCED_SENT, E.ACCEPT, C.SWITCHING, "system"),
    (C.SWITCHING, E.FAIL, C.COMPENSATING, "system"),
    (C.COMPENSATING, E.COMPENSATE, C.EXIT_NOT_SWITCHED, "system"),
    (C.SWITCHING, E.ACTIVATE, C.ACTIVE_NEW, "system"),
    (C.ACTIVE_NEW, E.CONTACT, C.AWAITING_BK, "system"),
    (C.AWAITING_BK, E.SETTLE, C.CLOSED_OK, "system"),
    (C.AWAITING_BK, E.DISPUTE, C.DISPUTED, "system"),
    (C.DISPUTED, E.REACTIVATE, C.ROLLING_BACK, "system"),
    (C.ROLLING_BACK, E.RESTORE, C.RESTORED, "system"),
    (C.ROLLING_BACK, E.STALL, C.ROLLBACK_INCOMPLETE, "system"),
    (C.ROLLBACK_INCOMPLETE, E.RESTORE, C.RESTORED, "system"),
    (C.RESTORED, E.INFORM, C.CLOSED_ROLLED_BACK, "partner"),
]


@pytest.mark.parametrize(("state", "event", "to", "who"), WALK)
def test_the_table_leads_where_the_specification_says(state, event, to, who) -> None:
    assert CASE.decide(state, event, actor=who).to is to


def test_the_only_way_out_of_a_half_done_restoration_is_a_whole_one() -> None:
    """Never silently back to the new provider: no row leads from there to an active new service."""
    reached = CASE.reachable(C.ROLLBACK_INCOMPLETE)
    assert reached == {C.ROLLBACK_INCOMPLETE, C.RESTORED, C.CLOSED_ROLLED_BACK}


def test_what_the_operator_does_to_the_port_is_caused_by_no_provider() -> None:
    for event in (
        E.ACCEPT,
        E.FAIL,
        E.COMPENSATE,
        E.ACTIVATE,
        E.STALL,
        E.RESTORE,
        E.SETTLE,
        E.DISPUTE,
        E.CONTACT,
    ):
        rows = [row for row in CASE.table if row.event is event]
        assert rows
        assert all("partner" not in row.actors for row in rows), event


def test_every_open_state_has_a_way_on() -> None:
    assert {row for state in CASE.states() - set(FINAL_CASE_STATES) for row in [state]} == {
        source for row in CASE.table for source in row.sources
    }


def test_silence_counts_only_after_a_contact() -> None:
    with pytest.raises(DomainError):
        DISPLACEMENT.decide(DisplacementState.DISPLACED, DisplacementEvent.DEEM, actor="system")
    deemed = DISPLACEMENT.decide(DisplacementState.AWAITING, DisplacementEvent.DEEM, actor="system")
    assert deemed.to is DisplacementState.DEEMED


def test_an_order_in_doubt_cannot_be_sent() -> None:
    with pytest.raises(DomainError):
        ORDER.decide(OrderState.IN_DOUBT, OrderEvent.SEND, actor="system")
    with pytest.raises(DomainError):
        ORDER.decide(OrderState.SENT, OrderEvent.SEND, actor="system")


READY = Facts(
    address_confirmed=True,
    apartment_confirmed=True,
    own_services=False,
    terminate_at_activation=True,
    forcible=True,
)


def code_of(event: CaseEvent, facts: Facts) -> str:
    closed = guards.first_closed(event, facts)
    return closed.refusal.code if closed else ""


def test_a_verified_consumer_on_a_forcible_port_passes_every_guard() -> None:
    assert code_of(E.CLEAR, READY) == code_of(E.SEND_FORCED, READY) == ""


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"address_confirmed": False}, "ADDRESS_NOT_CONFIRMED"),
        ({"apartment_confirmed": False}, "ADDRESS_NOT_CONFIRMED"),
        ({"own_services": None}, "OWN_SERVICES_NOT_RULED_OUT"),
        ({"own_services": True}, "OWN_SERVICES_NOT_RULED_OUT"),
        ({"terminate_at_activation": False}, "TERMINATION_NOT_DECIDED"),
        ({"forcible": False}, "NOT_FORCIBLE"),
        ({"other_open_case": True}, "ACCESS_HAS_OPEN_CASE"),
        ({"frozen_until": "2027-05-05"}, "NETWORK_FREEZE"),
        ({"repeated_until": "2027-03-20"}, "REPEAT_NEEDS_APPROVAL"),
    ],
)
def test_each_guard_alone_stops_a_forced_order(change: dict, code: str) -> None:
    """Scenario 19: G2 unconfirmed is refused by us even where ON-API would accept."""
    assert code_of(E.SEND_FORCED, replace(READY, **change)) == code


@pytest.mark.parametrize("newly", [None, True, False])
def test_newly_moved_in_is_asked_and_opens_and_shuts_nothing(newly) -> None:
    assert code_of(E.SEND_FORCED, replace(READY, newly_moved_in=newly)) == ""


def test_a_portal_option_does_for_a_forcible_service_and_an_approval_for_a_repeat() -> None:
    assert code_of(E.SEND_FORCED, replace(READY, forcible=False, portal_option=True)) == ""
    assert code_of(E.SEND_FORCED, replace(READY, repeated_until="2027-03-20", repeat_approved=True)) == ""


def test_only_the_displaced_provider_asks_back_and_only_in_time() -> None:
    """Scenario 20: another provider is refused (403)."""
    mine = Facts(is_displaced_provider=True, has_snapshot=True, window_open=True)
    assert code_of(E.REACTIVATE, mine) == ""
    other = replace(mine, is_displaced_provider=False)
    assert code_of(E.REACTIVATE, other) == "NOT_THE_DISPLACED_PROVIDER"
    assert guards.G6_WHO.refusal.kind is ErrorKind.FORBIDDEN
    assert code_of(E.REACTIVATE, replace(mine, has_snapshot=False)) == "NO_SNAPSHOT"
    assert code_of(E.REACTIVATE, replace(mine, window_open=False)) == "WINDOW_CLOSED"
    late = replace(mine, is_displaced_provider=False, window_open=False, by_network_owner=True)
    assert code_of(E.OVERRIDE, late) == ""


def test_there_are_twenty_steps_and_each_mark_is_an_event_of_a_machine() -> None:
    assert [step.number for step in STEPS] == list(range(1, 21))
    known = {f"{m.name}.{row.event}" for m in (CASE, DISPLACEMENT) for row in m.table}
    named = {mark for step in STEPS for mark in step.marks} - {"opened", "port_displacement.told"}
    assert named <= known
    assert [step.number for step in STEPS if step.undo] == [16, 17, 18, 19, 20]


def test_the_new_provider_sees_no_step_of_the_existing_side() -> None:
    hidden = {step.number for step in STEPS if step.party in (Party.BTL, Party.BK)} | {11}
    assert not hidden & SHOWN_TO_NEW
