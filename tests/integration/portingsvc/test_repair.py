"""NP-03, NP-04: a rejection becomes a repair; a second attempt needs contact, a change and the fee accepted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from infra.clock import current
from infra.db import unit_of_work
from kernel.errors import DomainError
from portingsvc.domain.states import NumberState, OrderState
from portingsvc.queries import fees_of_case, repairs_of_case
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order

from .conftest import GO_LIVE, Story, by

NUMBER = ("+46701740605", "+46701740605")
SERIES = ("+46846500400", "+46846500409")
RIGHT_OWNER = "165599999017"


def in_state(state: OrderState):
    return lambda orders: all(order.state is state for order in orders)


def rejected(story: Story):
    story.gateway.script([{"number": NUMBER[0], "owner_id_expected": RIGHT_OWNER}])
    story.order(NUMBER)
    return story.settle(in_state(OrderState.ACTION_REQUIRED))[0]


def retry(story: Story, order_id, correction: Correction, fee: int):
    with unit_of_work() as session:
        return retry_order(
            session, order_id, correction, accepted_fee_ore=fee, cause=by("planner", current(session))
        )


def contact(story: Story) -> None:
    with unit_of_work() as session:
        (task,) = repairs_of_case(session, story.case_id)
        record_contact(
            session,
            task.id,
            channel="phone",
            note="Avtalet står på dotterbolaget.",
            cause=by("planner", current(session)),
        )


def test_a_wrong_owner_becomes_a_repair_with_reason_fields_deadline_and_fee(story: Story) -> None:
    rejected(story)
    with unit_of_work() as session:
        (task,) = repairs_of_case(session, story.case_id)
        assert [code for code, _ in task.reasons] == ["OWNER_ID_MISMATCH"]
        assert task.fields == ("owner_id", "owner_name")
        assert task.repairer == "customer"
        assert task.fee_quote_ore == 34_500
        assert current(session) < task.due_at < GO_LIVE


def test_no_second_attempt_without_contact(story: Story) -> None:
    order = rejected(story)
    with pytest.raises(DomainError) as refused:
        retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 34_500)
    assert refused.value.code == "CONTACT_REQUIRED"


def test_no_second_attempt_with_the_same_data_and_no_reason(story: Story) -> None:
    order = rejected(story)
    contact(story)
    with pytest.raises(DomainError) as refused:
        retry(story, order.id, Correction(owner_id="165599999009"), 34_500)
    assert refused.value.code == "NOTHING_CHANGED"


def test_no_second_attempt_until_the_fee_is_accepted(story: Story) -> None:
    order = rejected(story)
    contact(story)
    with pytest.raises(DomainError) as refused:
        retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 0)
    assert (refused.value.code, refused.value.facts["amount_ore"]) == ("FEE_NOT_ACCEPTED", 34_500)


def test_a_repaired_order_is_accepted_and_the_customer_charged_once(story: Story) -> None:
    order = rejected(story)
    contact(story)
    retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 34_500)
    (again,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    assert [attempt.outcome for attempt in again.attempts] == ["rejected", "accepted"]
    with unit_of_work() as session:
        charged = [
            (f.attempt, f.amount_ore) for f in fees_of_case(session, story.case_id) if f.payer == "customer"
        ]
        assert charged == [(1, 0), (2, 34_500)]
        assert repairs_of_case(session, story.case_id) == []


def test_a_double_click_makes_one_attempt(story: Story) -> None:
    order = rejected(story)
    contact(story)
    retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 34_500)
    with pytest.raises(DomainError) as refused:
        retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 34_500)
    assert refused.value.code == "ILLEGAL_TRANSITION"
    assert "cancel" in refused.value.facts["allowed"]


def test_every_attempt_counts_its_own_full_lead(story: Story) -> None:
    order = rejected(story)
    contact(story)
    story.go_to(GO_LIVE - timedelta(days=9))
    with pytest.raises(DomainError) as refused:
        retry(story, order.id, Correction(owner_id=RIGHT_OWNER), 34_500)
    assert refused.value.code == "PORT_DATE_TOO_EARLY"
    assert refused.value.facts["earliest"] > GO_LIVE.date()


def test_part_of_a_series_can_be_refused_and_the_rest_goes_on(story: Story) -> None:
    refused = [f"+468465004{n:02d}" for n in (3, 4)]
    story.gateway.script(
        [{"number": SERIES[0], "decision": "reject", "blocking_codes": ["02", "03"], "only_numbers": refused}]
    )
    story.order(SERIES)
    (order,) = story.settle(in_state(OrderState.ACTION_REQUIRED))
    assert order.numbers == {NumberState.CONFIRMED: 8, NumberState.REJECTED: 2}
    assert order.attempts[0].reasons == ("NUMBER_NOT_FOUND", "NUMBER_NOT_AT_DONOR")


def test_a_delayed_answer_is_waited_for_and_a_doubled_one_changes_nothing(story: Story) -> None:
    story.gateway.script(
        [
            {
                "number": NUMBER[0],
                "decision": "delay_then_accept",
                "delay_minutes": 60,
                "duplicate_answer": True,
            }
        ]
    )
    story.order(NUMBER)
    story.work(2)
    (order,) = story.orders()
    assert order.state is OrderState.SUBMITTED
    assert order.attempts[0].answer_due_at is not None
    story.advance(hours=2)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    assert story.gateway.books()["unconfirmed"] == 0


def test_a_confirmation_for_another_day_is_no_confirmation(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "decision": "confirm_other_date"}])
    story.order(NUMBER)
    story.settle(in_state(OrderState.ACTION_REQUIRED))


def test_a_confirmed_order_is_cancelled_only_when_the_donor_agrees(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        cancel_order(session, order.id, by("planner", current(session)))
    assert story.orders()[0].state is OrderState.CANCEL_PENDING
    story.settle(in_state(OrderState.CANCELLED))


def test_after_the_stop_deadline_only_forward(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(GO_LIVE - timedelta(hours=20))
    with pytest.raises(DomainError) as refused, unit_of_work() as session:
        cancel_order(session, order.id, by("planner", current(session)))
    assert refused.value.code == "TOO_LATE_TO_STOP"


def test_a_port_that_fails_at_its_hour_is_for_a_person_to_act_on(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "decision": "fail_after_pivot"}])
    story.order(NUMBER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    story.go_to(GO_LIVE)
    story.settle(in_state(OrderState.ACTION_REQUIRED))
