"""NP-07: a booked port is moved or stopped by asking its donor, who may refuse; after the pivot only forward."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlmodel import select

from infra.clock import current
from infra.db import unit_of_work
from kernel.errors import DomainError
from portingsvc import repository
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.domain.wish_states import WishState
from portingsvc.models import PortingAttempt, PortingOrder
from portingsvc.queries import (
    escalations_of_case,
    fees_of_case,
    numbers_of_case,
    repairs_of_case,
    wishes_of_order,
)
from portingsvc.usecases.after_pivot import port_back, reactivate, return_numbers
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.change_port_date import change_port_date
from portingsvc.usecases.exclude_numbers import exclude_numbers
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.replan_orders import replan_orders
from portingsvc.usecases.retry_order import Correction, retry_order
from portingsvc.usecases.watch_donors import watch_donors

from .conftest import GO_LIVE, Story, by

NUMBER = ("+46701740605", "+46701740605")
OTHER = ("+46701740606", "+46701740606")
SERIES = ("+46846500400", "+46846500409")
LATER = GO_LIVE + timedelta(days=1)


def in_state(state: OrderState):
    return lambda orders: all(order.state is state for order in orders)


def do(use_case, *arguments, role: str = "planner", reason: str = "kunden bad om det", **facts):
    with unit_of_work() as session:
        cause = by(role, current(session)).because(reason)
        if "cause" in facts:
            raise AssertionError
        return use_case(session, *arguments, **facts, cause=cause)


def test_an_order_that_is_not_sent_is_moved_at_once(story: Story) -> None:
    (order,) = story.order(NUMBER, release=False)
    assert do(change_port_date, order.id, LATER) is None
    assert story.orders()[0].port_at == LATER


def test_a_booked_port_is_moved_when_the_donor_agrees(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    assert do(change_port_date, order.id, LATER) is not None
    (order,) = story.settle(lambda found: found[0].port_at == LATER)
    with unit_of_work() as session:
        (wish,) = wishes_of_order(session, order.id)
    assert wish.state is WishState.GRANTED
    story.go_to(GO_LIVE)
    story.work()
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED, "the old hour passes and nothing moves"
    story.go_to(LATER)
    story.settle(in_state(OrderState.PORTED))


def test_a_second_wish_waits_for_the_answer_to_the_first(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    do(change_port_date, order.id, LATER)
    with pytest.raises(DomainError) as refused:
        do(cancel_order, order.id)
    assert refused.value.code == "WISH_ALREADY_OPEN"
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED, "all of the refused call is undone"


def test_after_the_stop_deadline_neither_date_nor_order_can_be_changed(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(order.stop_deadline + timedelta(minutes=1))
    for use_case, more in ((cancel_order, ()), (change_port_date, (LATER,))):
        with pytest.raises(DomainError) as refused:
            do(use_case, order.id, *more)
        assert refused.value.code == "TOO_LATE_TO_STOP"
        assert "kl." in refused.value.detail("sv")
        assert "at" in refused.value.detail("en")


def test_a_refused_cancellation_leaves_the_order_where_the_donor_has_it(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "refuse_cancel": True}])
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    do(cancel_order, order.id)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        (wish,) = wishes_of_order(session, order.id)
    assert (wish.state, wish.answer) == (WishState.REFUSED, "too late to stop, or refused by the donor")
    story.go_to(GO_LIVE)
    story.settle(in_state(OrderState.PORTED))


def test_a_wish_that_is_carried_twice_is_answered_once(story: Story) -> None:
    """Its first carrier may have lost the receipt: a second answer, a no, would contradict the first."""
    story.order(NUMBER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    dossier = story.gateway.books()["dossiers"][0]["dossier_id"]
    for _ in range(2):
        story.client.cancel(dossier, "withdrawn", "one and the same key")
    books = story.gateway.books()
    assert (books["cancels"], books["dossiers"][0]["state"]) == (1, "cancelled")
    assert books["dossiers"][0]["answers"].count("cancel") == 1


def test_a_cancellation_before_the_answer_is_asked_and_granted(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "decision": "silence"}])
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.SUBMITTED))
    do(cancel_order, order.id)
    story.settle(in_state(OrderState.CANCELLED))
    with unit_of_work() as session:
        assert [n.state for n in numbers_of_case(session, story.case_id)] == [NumberState.CANCELLED]


def test_a_case_is_moved_and_what_cannot_move_is_named(story: Story) -> None:
    story.gateway.script([{"number": OTHER[0], "decision": "silence"}])
    story.order(NUMBER, OTHER, SERIES)
    story.settle(lambda found: {o.state for o in found} == {OrderState.DATE_CONFIRMED, OrderState.SUBMITTED})
    orders = {order.first: order for order in story.orders()}
    with unit_of_work() as session:
        cause = by("planner", current(session))
        done = replan_orders(session, story.case_id, {orders[NUMBER[0]].id: LATER}, cause)
    assert (done.moved, done.asked, done.stuck) == ((), (orders[NUMBER[0]].reference,), ())
    story.settle(lambda found: {o.first: o.port_at for o in found}[NUMBER[0]] == LATER)
    story.go_to(orders[SERIES[0]].stop_deadline + timedelta(hours=1))
    with unit_of_work() as session:
        done = replan_orders(session, story.case_id, LATER, by("planner", current(session)))
    assert done.asked == (orders[OTHER[0]].reference,), "one that the donor has not booked can still be asked"
    (stuck,) = done.stuck
    assert (stuck.reference, stuck.code) == (orders[SERIES[0]].reference, "TOO_LATE_TO_STOP")
    assert stuck.reason.sv != stuck.reason.en


def test_nothing_moves_past_a_main_number_that_cannot_move(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "decision": "silence"}])
    story.order(NUMBER, SERIES)
    story.settle(lambda found: {o.state for o in found} == {OrderState.DATE_CONFIRMED, OrderState.SUBMITTED})
    orders = {order.first: order for order in story.orders()}
    with unit_of_work() as session:
        session.get_one(PortingOrder, orders[SERIES[0]].id).is_main = True
    story.go_to(orders[SERIES[0]].stop_deadline + timedelta(hours=1))
    with unit_of_work() as session:
        done = replan_orders(session, story.case_id, LATER, by("planner", current(session)))
    assert (done.moved, done.asked) == ((), ())
    assert {each.reference: each.code for each in done.stuck} == {
        orders[SERIES[0]].reference: "TOO_LATE_TO_STOP",
        orders[NUMBER[0]].reference: "MAIN_NUMBER_STAYS",
    }


def test_a_donor_that_is_silent_is_escalated_once_and_its_answer_settles_it(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "answer_after_minutes": 60 * 24 * 9}])
    story.order(NUMBER)
    story.settle(in_state(OrderState.SUBMITTED))
    story.advance(days=2)
    assert watch_donors() == 0, "three working days are awaited"
    story.advance(days=3)
    assert (watch_donors(), watch_donors()) == (1, 0)
    with unit_of_work() as session:
        (open_,) = escalations_of_case(session, story.case_id)
        assert open_.kind.value == "no_answer"
    story.advance(days=5)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        assert escalations_of_case(session, story.case_id) == []


def test_an_order_that_is_being_worked_holds_no_watch_up(story: Story) -> None:
    """What is being answered is passed over, what an escalation only refers to is not waited for."""
    story.gateway.script([{"number": each[0], "decision": "silence"} for each in (NUMBER, SERIES)])
    orders = {each.first: each for each in story.order(NUMBER, SERIES)}
    story.settle(in_state(OrderState.SUBMITTED))
    story.advance(days=5)
    with unit_of_work() as session, ThreadPoolExecutor(1) as pool:
        repository.lock_order(session, orders[NUMBER[0]].id)
        answered = session.exec(select(PortingAttempt).where(PortingAttempt.order_id == orders[SERIES[0]].id))
        repository.lock_attempt(session, answered.one().id)
        assert pool.submit(watch_donors).result(timeout=60) == 1
    assert watch_donors() == 1


def test_a_port_that_nobody_confirms_is_escalated_within_the_law_s_day(story: Story) -> None:
    story.order(NUMBER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        from infra.clock import set_virtual

        set_virtual(session, GO_LIVE + timedelta(hours=2))  # the gateway's clock stays behind
    assert watch_donors() == 1
    with unit_of_work() as session:
        (late,) = escalations_of_case(session, story.case_id)
    assert late.kind.value == "late_port"
    assert (late.due_at - GO_LIVE) < timedelta(days=2), "one working day after the agreed day (NP-12)"


def failed(story: Story):
    story.gateway.script([{"number": NUMBER[0], "attempt": 1, "decision": "fail_after_pivot"}])
    story.order(NUMBER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(GO_LIVE)
    return story.settle(in_state(OrderState.ACTION_REQUIRED))[0]


def test_a_port_that_fails_at_its_hour_must_be_reactivated_before_it_is_tried_again(story: Story) -> None:
    order = failed(story)
    with unit_of_work() as session:
        assert [n.state for n in numbers_of_case(session, story.case_id)] == [NumberState.FAILED]
        assert [e.kind.value for e in escalations_of_case(session, story.case_id)] == ["reactivation"]
        (repair,) = repairs_of_case(session, story.case_id)
    do(record_contact, repair.id, channel="phone", note="Vi försöker igen om två veckor.")
    again = Correction(port_at=GO_LIVE + timedelta(days=28), why_now="operatörens växel är lagad")
    with pytest.raises(DomainError) as refused:
        do(retry_order, order.id, again, accepted_fee_ore=0)
    assert refused.value.code == "RETRY_NOT_POSSIBLE"
    with pytest.raises(DomainError) as silent:
        do(reactivate, order.id, reason="")
    assert silent.value.code == "REASON_REQUIRED"
    do(reactivate, order.id, reason="Telias desk, Anna, 10.40")
    do(retry_order, order.id, again, accepted_fee_ore=0)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        fees = [(f.kind, f.attempt, f.payer) for f in fees_of_case(session, story.case_id) if f.attempt == 2]
    assert fees == [("attempt", 2, "operator"), ("donor_cost", 2, "operator")], "not the customer's cause"


def test_a_ported_number_can_be_noted_as_moved_back_or_given_back(story: Story) -> None:
    story.order(NUMBER, OTHER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(GO_LIVE)
    first, second = story.settle(in_state(OrderState.PORTED))
    do(port_back, first.id, [first.first], reason="avtalat med Telias desk")
    do(return_numbers, second.id, [second.first], reason="kunden sade upp numret")
    with unit_of_work() as session:
        states = {n.e164: n.state for n in numbers_of_case(session, story.case_id)}
    assert states == {first.first: NumberState.PORTED_BACK, second.first: NumberState.RETURNED}
    assert in_state(OrderState.PORTED)(story.orders()), "what was carried out stays so"
    with pytest.raises(DomainError) as twice:
        do(port_back, first.id, [first.first], reason="en gång till")
    assert twice.value.code == "NUMBER_NOT_IN_ORDER"


def partly_refused(story: Story):
    refused = [f"+4684650040{n}" for n in (3, 7)]
    rule = {
        "number": SERIES[0],
        "attempt": 1,
        "decision": "reject",
        "blocking_codes": ["02"],
        "only_numbers": refused,
    }
    story.gateway.script([rule])
    story.order(SERIES)
    (order,) = story.settle(in_state(OrderState.ACTION_REQUIRED))
    return order, refused


def test_a_retry_of_a_part_asks_for_that_part_only(story: Story) -> None:
    order, refused = partly_refused(story)
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, story.case_id)
    do(record_contact, repair.id, channel="phone", note="Nu är de aktiva.")
    do(retry_order, order.id, Correction(why_now="aktiverade hos Telia"), accepted_fee_ore=34_500)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        second = session.exec(select(PortingAttempt).where(PortingAttempt.attempt == 2)).one()
        sent = json.loads(second.payload or b"")
        costs = [f.amount_ore for f in fees_of_case(session, story.case_id) if f.kind == "donor_cost"]
    assert sent["series"] == [{"first": n, "last": n} for n in refused]
    assert costs == [2_900, 5_800], "the donor charges for each series of the request"


def test_numbers_that_cannot_move_are_taken_out_and_hold_nobody(story: Story) -> None:
    order, refused = partly_refused(story)
    with pytest.raises(DomainError) as confirmed:
        do(exclude_numbers, order.id, [SERIES[0]])
    assert confirmed.value.code == "NUMBER_NOT_IN_ORDER"
    do(exclude_numbers, order.id, refused)
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED
    with unit_of_work() as session:
        assert repairs_of_case(session, story.case_id) == []
    story.go_to(GO_LIVE)
    (order,) = story.settle(in_state(OrderState.PORTED))
    assert order.numbers == {NumberState.PORTED: 8, NumberState.EXCLUDED: 2}


def test_an_order_that_has_nothing_left_is_cancelled(story: Story) -> None:
    (order,) = story.order(NUMBER, release=False)
    do(exclude_numbers, order.id, [NUMBER[0]])
    assert story.orders()[0].state is OrderState.CANCELLED


def test_doubled_and_shuffled_messages_do_what_one_of_each_does(story: Story) -> None:
    story.gateway.script([], doubled_share=1.0, shuffled=True, seed=7)
    story.order(NUMBER, OTHER, SERIES)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(GO_LIVE)
    orders = story.settle(in_state(OrderState.PORTED))
    assert sum(order.numbers[NumberState.PORTED] for order in orders) == 12
    with unit_of_work() as session:
        assert len([f for f in fees_of_case(session, story.case_id) if f.kind == "attempt"]) == 3


def test_ten_minutes_without_the_gateway_cost_nothing_but_time(story: Story) -> None:
    story.gateway.script([], outage=True)
    story.order(NUMBER, OTHER)
    for _ in range(3):
        story.work()
    story.advance(minutes=10)
    story.gateway.script([])
    story.settle(in_state(OrderState.DATE_CONFIRMED), seconds=30)
    books = story.gateway.books()
    assert (books["accepted"], books["duplicates_received"]) == (2, 0)
