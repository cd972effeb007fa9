"""The tables of a delivery: the plan's shape, what applies, where each activity stands, when a gate opens."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.domain.roles import ROLES, OrganisationKind, Role
from delivery.domain.activities import Activity, Anchors, Due, Kind, checked
from delivery.domain.options import Option, read_options
from delivery.domain.phase_words import WORDS
from delivery.domain.phases import ACTIVITIES, BY_KEY, PHASE_TITLES
from delivery.domain.plan import (
    FOLLOWING,
    Standing,
    Stored,
    anchors,
    board,
    in_reach,
    is_by_hand,
    lacking,
    lay_out,
)
from delivery.domain.progress import FOLLOWS
from delivery.domain.states import CASE, PHASES, CaseState
from kernel.errors import DomainError

FORE, GENOM, DRIFT = PHASES


def row(key: str, phase: CaseState = FORE, after: tuple[str, ...] = ()) -> Activity:
    return Activity(key, phase, Role.LEVERANSPLANERARE, Kind.CONFIRM, Due(0), after)


def test_every_activity_has_its_words_and_no_words_are_left_over() -> None:
    assert set(WORDS) == set(BY_KEY)


def test_every_phase_of_a_case_has_a_title() -> None:
    assert set(PHASE_TITLES) == set(CASE.states())


def test_whoever_fills_in_at_the_customer_is_asked_and_never_waits_on_themselves() -> None:
    asked = [each for each in ACTIVITIES if ROLES[each.owner].side is OrganisationKind.CUSTOMER]
    assert {each.kind for each in asked} <= {Kind.INPUT, Kind.CONFIRM}
    assert len(asked) >= 6


def test_what_nobody_ticks_follows_from_a_fact() -> None:
    by_nobody = {each.key for each in ACTIVITIES if each.kind in (Kind.WAIT, Kind.AUTOMATIC)}
    assert by_nobody | FOLLOWING == set(FOLLOWS)
    assert not any(is_by_hand(key) for key in FOLLOWS)


def test_a_gate_stands_at_the_end_of_each_phase() -> None:
    for phase in PHASES:
        assert any(each.gate for each in ACTIVITIES if each.phase is phase)


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ((row("a"), row("a")), "twice"),
        ((row("a", after=("b",)),), "does not exist"),
        ((row("a", after=("b",)), row("b", GENOM)), "later phase"),
        ((row("a", after=("b",)), row("b", after=("a",))), "cycle"),
    ],
)
def test_a_table_that_is_no_plan_is_refused(rows: tuple[Activity, ...], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        checked(rows, PHASES)


def test_each_activity_stands_after_all_it_waits_for() -> None:
    seen: set[str] = set()
    for each in ACTIVITIES:
        assert set(each.after) <= seen, each.key
        seen.add(each.key)


@pytest.mark.parametrize(
    ("ordered", "comes", "stays_out"),
    [
        (set(), "customer_data", "network_ready"),
        ({Option.SOFTPHONE}, "network_ready", "training"),
        ({Option.SIP_PHONES}, "it_contact", "integrations"),
        ({Option.INTEGRATIONS}, "integrations", "app_sms"),
        ({Option.TRAINING}, "training", "network_ready"),
        ({Option.STATISTICS}, "add_ons", "go_live_support"),
        ({Option.APP_SMS, Option.GO_LIVE_SUPPORT}, "app_sms", "add_ons"),
    ],
)
def test_the_plan_holds_what_the_ordered_options_call_for(
    ordered: set[Option], comes: str, stays_out: str
) -> None:
    on = anchors(date(2027, 1, 11), date(2027, 2, 23), None)
    keys = {activity.key for activity, *_ in lay_out(frozenset(ordered), on)}
    assert comes in keys
    assert stays_out not in keys


def test_due_days_are_working_days_from_their_anchor() -> None:
    on = Anchors(opened=date(2027, 1, 11), complete_data=date(2027, 1, 14), go_live=date(2027, 2, 23))
    due = {activity.key: day for activity, day, _ in lay_out(frozenset(), on)}
    assert due["customer_data"] == date(2027, 1, 12)  # thirty working days before go-live
    assert due["mandate"] == date(2027, 1, 19)  # three after the data, a weekend between
    assert due["porting_requested"] == date(2027, 2, 9)
    assert due["documentation"] == date(2027, 2, 23)
    assert due["hand_over"] == date(2027, 2, 25)


def test_an_activity_is_blocked_until_what_it_waits_for_is_done_or_waived() -> None:
    def standing(*settled: Stored) -> Standing:
        rows = {each.key: each for each in (Stored("customer_data"), Stored("leads_assigned"), *settled)}
        return next(each.standing for each in board(rows.values()) if each.key == "leads_assigned")

    assert standing() is Standing.BLOCKED
    assert standing(Stored("customer_data", done=True)) is Standing.OPEN
    assert standing(Stored("customer_data", waived=True)) is Standing.OPEN
    assert standing(Stored("leads_assigned", done=True)) is Standing.DONE


def test_what_does_not_apply_is_not_waited_for() -> None:
    placed = board([Stored("training")])
    assert placed[0].waits_for == ()


def test_a_gate_lacks_its_unsettled_results_only() -> None:
    stored = [Stored("customer_data", done=True), Stored("mandate"), Stored("licences"), Stored("it_contact")]
    placed = board(stored)
    assert [each.key for each in lacking(placed, FORE)] == ["mandate"]
    assert lacking(placed, GENOM) == (), "licences are no gate's"
    waived = board([*stored[:1], Stored("mandate", waived=True)])
    assert lacking(waived, FORE) == ()


def test_only_phases_that_have_begun_are_in_reach() -> None:
    placed = board([Stored("customer_data", done=True), Stored("licences"), Stored("documentation")])
    assert [each.key for each in in_reach(placed, FORE)] == []
    assert [each.key for each in in_reach(placed, GENOM)] == ["licences"]
    assert {each.key for each in in_reach(placed, DRIFT)} == {"licences", "documentation"}


def test_an_unknown_option_is_refused_with_those_that_exist() -> None:
    with pytest.raises(DomainError) as refused:
        read_options(["softphone", "fax"])
    assert refused.value.code == "OPTION_UNKNOWN"
    assert "fax" in refused.value.detail("sv")
    assert "training" in refused.value.detail("en")
