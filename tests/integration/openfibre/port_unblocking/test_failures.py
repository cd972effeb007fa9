"""Scenario 20: what fails between deactivation and activation is restored first; nothing goes silently back."""

from __future__ import annotations

import time

import pytest

from openfibre.port_unblocking.domain.states import CaseState, OrderState
from openfibre.port_unblocking.usecases.collect_order_news import collect_order_news
from openfibre.port_unblocking.usecases.decide import accept_differences, look_again, try_again
from openfibre.port_unblocking.usecases.send_orders import send_orders

from .conftest import ACCESS, BROADBAND, OWNER, Story, alike


def test_an_activation_that_fails_after_the_deactivation_is_undone_at_once(story: Story) -> None:
    before = alike(story.port())
    story.operator.script({"provider": "SP-N", "work": "failed_between"})
    case_id = story.order()
    case = story.until(case_id, CaseState.EXIT_NOT_SWITCHED)
    assert alike(story.port()) == before
    assert case.proof["holds"] is True
    assert "återställd" in story.mails("sp-n@exempel.se")[-1].plain
    assert "nere en stund" in story.mails("sp-a@exempel.se")[-1].plain
    assert [e.kind for e in story.events("SP-A")] == ["port_unblocking.service_interrupted"]
    assert story.mails("sp-b@exempel.se") == [], "its service was never off"
    assert story.alarms() == ["switch_failed"]
    assert story.operator.books()["work"][:2] == ["-SP-A BB-1000-100", "+SP-A BB-1000-100"]


def test_the_second_of_two_services_failing_undoes_the_first_too(story: Story) -> None:
    before = alike(story.port())
    story.operator.script({"provider": "SP-N", "service": "VOIP", "work": "failed_between"})
    case_id = story.order("BB-1000-100", "VOIP")
    story.until(case_id, CaseState.EXIT_NOT_SWITCHED)
    assert alike(story.port()) == before
    assert {e.kind for e in story.events("SP-B")} == {"port_unblocking.service_interrupted"}


@pytest.mark.parametrize("work", ["refused", "failed_before"])
def test_an_order_refused_with_nothing_touched_goes_back_to_its_provider(story: Story, work: str) -> None:
    before = story.port()
    story.operator.script({"work": work})
    case_id = story.order()
    case = story.until(case_id, CaseState.MANUAL)
    assert (story.port(), case.problem) == (before, "ORDER_REFUSED")
    assert story.events("SP-A") == []
    story.do(OWNER, try_again, case_id)
    from openfibre.port_unblocking.usecases.send_forced import send_forced

    story.do(story.actors["SP-N"], send_forced, case_id)
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert [order.state for order in story.orders(case_id)] == [OrderState.FAILED, OrderState.DONE]


def test_a_compensation_that_fails_is_tried_again_until_the_port_is_whole(story: Story) -> None:
    before = alike(story.port())
    story.operator.script(
        {"provider": "SP-N", "work": "failed_between"},
        {"provider": "SP-A", "operation": "ACTIVATE", "work": "failed_before"},
    )
    case_id = story.order()
    story.until(case_id, CaseState.EXIT_NOT_SWITCHED)
    assert alike(story.port()) == before


def test_a_reactivation_that_fails_after_the_removal_raises_an_alarm_and_is_tried_again(story: Story) -> None:
    before = alike(story.port())
    case_id = story.switched()
    story.contact(case_id)
    story.operator.script({"provider": "SP-A", "operation": "ACTIVATE", "work": "failed_before"})
    story.dispute(case_id)
    story.until(case_id, CaseState.ROLLBACK_INCOMPLETE)
    assert story.alarms() == ["rollback_incomplete"]
    assert not [row for row in story.port() if row["provider"] == "SP-N"], "the new one is not brought back"
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before
    assert not [line for line in story.operator.books()["work"][2:] if line.startswith("+SP-N")]


def test_a_removal_that_fails_leaves_the_port_and_is_tried_again(story: Story) -> None:
    before = alike(story.port())
    case_id = story.switched()
    story.contact(case_id)
    story.operator.script({"operation": "DEACTIVATE", "work": "failed_before"})
    story.dispute(case_id)
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before


def test_a_port_that_comes_back_different_is_no_restored_port(story: Story) -> None:
    """The operator gives another fixed address: no claim of equality, the difference in words, a person decides."""
    case_id = story.switched()
    story.contact(case_id)
    story.operator.script({"provider": "SP-A", "operation": "ACTIVATE", "work": "altered"})
    story.dispute(case_id)
    case = story.until(case_id, CaseState.ROLLBACK_INCOMPLETE)
    assert case.proof["holds"] is False
    (difference,) = case.proof["differences"]
    assert (difference["part"], difference["provider"]) == ("characteristics", "SP-A")
    assert difference["before"]["ipAddress"] == ["1.2.3.4"]
    mended = next(row for row in story.port() if row["provider"] == "SP-A")
    others = [row for row in story.port() if row["provider"] != "SP-A"]
    right = {**mended, "characteristics": BROADBAND["characteristics"]}
    story.operator.lay_out(ACCESS, ["BB-1000-100"], subscriptions=[right, *others])
    story.do(OWNER, look_again, case_id)
    case = story.until(case_id, CaseState.RESTORED)
    assert case.proof["holds"] is True


def test_a_person_may_accept_a_difference_and_the_proof_says_so(story: Story) -> None:
    case_id = story.switched()
    story.contact(case_id)
    story.operator.script({"provider": "SP-A", "operation": "ACTIVATE", "work": "altered"})
    story.dispute(case_id)
    story.until(case_id, CaseState.ROLLBACK_INCOMPLETE)
    story.do(OWNER, accept_differences, case_id, reason="Kunden nöjer sig med ny adress.")
    case = story.case(case_id)
    assert case.state is CaseState.RESTORED
    assert case.proof["holds"] is False
    assert case.proof["accepted_by"] == OWNER.name


def test_a_switch_that_takes_too_long_wakes_somebody(story: Story) -> None:
    story.operator.script({"work_after_ms": 1500})
    case_id = story.order()
    story.until(case_id, CaseState.SWITCHING)
    story.advance(minutes=16)
    assert story.alarms() == ["switch_slow"]
    story.until(case_id, CaseState.ACTIVE_NEW)


def test_a_look_that_came_too_late_changes_nothing(story: Story) -> None:
    """A worker that read the port before the removal and wakes after it must not remove or activate again."""
    from openfibre.port_unblocking.usecases import look_at_ports as looking

    case_id = story.switched()
    story.contact(case_id)
    story.dispute(case_id)
    (stale,) = looking._claim(10)
    seen = story.client.port(ACCESS)
    story.do(OWNER, look_again, case_id)
    looking.look_at_ports(lambda _: story.client)
    send_orders(lambda _: story.client)
    collect_order_news(lambda _: story.client)
    removal = story.orders(case_id)[-1]
    assert (removal.operation.value, removal.state) == ("DEACTIVATE", OrderState.DONE)
    looking._apply(stale, seen)
    assert story.orders(case_id)[-1].id == removal.id, "the removed is not removed again"
    story.until(case_id, CaseState.RESTORED)
    assert story.operator.books()["duplicates_received"] == 0


def test_the_picture_is_taken_anew_when_the_order_had_to_wait(story: Story) -> None:
    """The operator was busy; meanwhile the provider had its service unlocked: that is what comes back."""
    story.operator.script({"fault": "too_many_requests"})
    case_id = story.order()
    story.work()  # the picture, and the order that is not taken
    assert story.orders(case_id)[0].sends == 1
    unlocked = {**BROADBAND, "operationalState": "ACTIVATED"}
    story.operator.lay_out(ACCESS, ["BB-1000-100"], subscriptions=[unlocked])
    before = alike(story.port())
    story.until(case_id, CaseState.ACTIVE_NEW)
    story.contact(case_id)
    story.dispute(case_id)
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before


def test_a_picture_is_never_taken_of_a_port_that_an_order_may_have_changed(story: Story) -> None:
    """One of two orders was not taken, the other was, unknown to us: the first picture stays."""
    before = alike(story.port())
    story.operator.script(
        {"service": "VOIP", "fault": "too_many_requests"},
        {"service": "BB-1000-100", "fault": "drop_after_accept"},
    )
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id)
    story.dispute(case_id)
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before


def test_a_parked_order_waits_for_a_person_and_then_goes_on(story: Story, monkeypatch) -> None:
    from openfibre.port_unblocking.usecases import look_up_orders as looking_up

    monkeypatch.setattr(looking_up, "_MOST_CHECKS", 1)
    story.operator.script({"fault": "drop_after_accept"})
    case_id = story.order()
    story.work()
    story.operator.script(deaf=True)
    deadline = time.monotonic() + 60
    while story.orders(case_id)[0].state is not OrderState.PARKED:
        story.work()
        assert time.monotonic() < deadline, story.orders(case_id)[0].state
    assert story.alarms() == ["manual"]
    story.operator.script()
    for _ in range(3):
        story.work()
    assert story.orders(case_id)[0].state is OrderState.PARKED
    story.do(OWNER, look_again, case_id)
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert story.operator.books()["duplicates_received"] == 0


def test_a_compensation_that_comes_back_different_is_a_person_s_to_accept(story: Story) -> None:
    """Else the access would be blocked by its open case for ever."""
    story.operator.script(
        {"operation": "ACTIVATE", "provider": "SP-N", "work": "failed_between"},
        {"operation": "ACTIVATE", "provider": "SP-A", "work": "altered"},
    )
    case_id = story.order()
    story.until(case_id, CaseState.COMPENSATING)
    deadline = time.monotonic() + 60
    while "not_equal" not in story.alarms():
        story.work()
        assert time.monotonic() < deadline
    story.do(OWNER, accept_differences, case_id, reason="Adressen är bytt i samråd med kunden.")
    case = story.case(case_id)
    assert (case.state, case.proof["holds"]) == (CaseState.EXIT_NOT_SWITCHED, False)
    assert case.proof["accepted_by"] == OWNER.name
    assert case.snapshot_kept_until is not None
