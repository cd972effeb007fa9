"""A forced order is never sent twice, whatever the line does: the operator's own books are the witness."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from infra.db import unit_of_work
from openfibre.port_unblocking.domain.answers import Outcome, PlacedOrder, Placement
from openfibre.port_unblocking.domain.states import CaseState, OrderState
from openfibre.port_unblocking.gateways.on_api import OnApi
from openfibre.port_unblocking.usecases import send_orders as sending
from openfibre.port_unblocking.usecases.look_at_ports import look_at_ports
from openfibre.port_unblocking.usecases.look_up_orders import look_up_orders
from openfibre.port_unblocking.usecases.send_orders import claim, send_orders

from .conftest import ACCESS, SECRET, Story


def books(story: Story) -> tuple[int, int, int]:
    counted = story.operator.books()
    return counted["orders_received"], counted["accepted"], counted["duplicates_received"]


def let_leases_end() -> None:
    """Whoever holds a lease has slept past it, however long the machine took."""
    with unit_of_work() as session:
        session.execute(text("UPDATE port_order SET lease_until = now() - interval '1 second'"))


def let_rests_end() -> None:
    """Whatever is in doubt has rested long enough to be looked up."""
    with unit_of_work() as session:
        session.execute(text("UPDATE port_order SET check_at = now() - interval '1 second'"))


def test_an_order_that_is_accepted_at_once_is_sent_once(story: Story) -> None:
    story.switched()
    assert books(story) == (1, 1, 0)
    assert story.operator.books()["work"] == ["-SP-A BB-1000-100", "+SP-N BB-1000-100"]


@pytest.mark.parametrize("fault", ["drop_after_accept", "half_body", "wrong_json", "server_error"])
def test_an_order_lost_after_acceptance_is_found_by_look_up_and_not_sent_again(
    story: Story, fault: str
) -> None:
    story.operator.script({"fault": fault})
    case_id = story.switched()
    assert books(story) == (1, 1, 0)
    (order,) = story.orders(case_id)
    assert order.was_in_doubt
    assert order.state is OrderState.DONE


def test_a_reply_slower_than_the_time_out_is_found_too(story: Story) -> None:
    story.operator.script({"fault": "slow_reply", "reply_after_ms": 2_000})
    case_id = story.order()
    look_at_ports(lambda _: story.client)
    hasty = type(story.client)(story.operator.base_url, "network", SECRET, timeout=0.5)
    send_orders(lambda _: hasty)
    hasty.close()
    assert story.orders(case_id)[0].state is OrderState.IN_DOUBT
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert books(story) == (1, 1, 0)


def test_an_order_dropped_before_acceptance_is_proved_absent_and_then_sent_again(story: Story) -> None:
    story.operator.script({"fault": "drop_before_accept"})
    case_id = story.switched()
    assert books(story) == (2, 1, 0)
    assert len(story.orders(case_id)) == 1, "the same order, with the same key and bytes"


@pytest.mark.parametrize("fault", ["too_many_requests", "unavailable"])
def test_a_definite_no_is_sent_again_with_the_same_key(story: Story, fault: str) -> None:
    story.operator.script({"fault": fault})
    case_id = story.switched()
    assert books(story) == (2, 1, 0)
    assert len(story.orders(case_id)) == 1


def test_an_unreachable_operator_leaves_the_order_planned(story: Story) -> None:
    case_id = story.order()
    look_at_ports(lambda _: story.client)
    nowhere = type(story.client)("http://127.0.0.1:9", "network", "no secret", timeout=15)
    send_orders(lambda _: nowhere)
    nowhere.close()
    (order,) = story.orders(case_id)
    assert (order.state, order.sends) == (OrderState.PLANNED, 1)
    assert books(story) == (0, 0, 0)


def test_a_deaf_operator_is_asked_again_and_nothing_is_forced_before_the_picture_is_taken(
    story: Story,
) -> None:
    case_id = story.order()
    story.operator.script(deaf=True)
    for _ in range(3):
        story.work()
    assert story.case(case_id).snapshot_at is None
    assert books(story) == (0, 0, 0)
    story.operator.script()
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert books(story) == (1, 1, 0)


def test_four_senders_at_once_send_each_order_once(story: Story) -> None:
    case_id = story.order("BB-1000-100", "VOIP")
    look_at_ports(lambda _: story.client)
    threads = [threading.Thread(target=send_orders, args=(lambda _: story.client,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert books(story) == (2, 2, 0)
    story.until(case_id, CaseState.ACTIVE_NEW)


def test_a_sender_lost_between_intent_and_call_is_settled_by_look_up(story: Story) -> None:
    case_id = story.order()
    look_at_ports(lambda _: story.client)
    assert len(claim(8)) == 1, "the intent is committed; the sender dies here"
    let_leases_end()
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert books(story) == (1, 1, 0)
    assert story.orders(case_id)[0].was_in_doubt


def test_a_sender_that_slept_past_its_lease_does_not_send(story: Story) -> None:
    story.order()
    look_at_ports(lambda _: story.client)
    (intent,) = claim(1)
    late = sending.Intent(
        intent.order_id, intent.network, intent.sp_id, intent.key, intent.payload, datetime.now(UTC)
    )
    sending.send(story.client, late)
    assert books(story) == (0, 0, 0)


def test_the_no_of_an_earlier_claim_does_not_call_off_a_later_one(story: Story) -> None:
    case_id = story.order()
    look_at_ports(lambda _: story.client)
    (early,) = claim(1)
    let_leases_end()
    deadline = time.monotonic() + 60
    while story.orders(case_id)[0].state is not OrderState.PLANNED:
        assert time.monotonic() < deadline
        look_up_orders(lambda _: story.client)
    look_at_ports(lambda _: story.client)  # a new picture of the port before anything is forced
    assert len(claim(1)) == 1
    sending._record(early, Placement(Outcome.NOT_ACCEPTED, "503"))
    assert story.orders(case_id)[0].state is OrderState.SENDING, "the later claim still holds it"


class LateAnswer:
    """The operator to a look-up whose answer is long on its way; `meanwhile` is what others do."""

    def __init__(self, client: OnApi, meanwhile: Callable[[], None]) -> None:
        self._client, self._meanwhile = client, meanwhile

    def orders(self, sp_id: str, access_id: str) -> list[PlacedOrder]:
        found = self._client.orders(sp_id, access_id)
        self._meanwhile()
        return found


def test_a_look_up_that_found_nothing_says_nothing_of_what_was_sent_after_it(story: Story) -> None:
    story.operator.script({"fault": "drop_after_accept"})
    case_id = story.order()
    look_at_ports(lambda _: story.client)
    assert len(claim(1)) == 1, "the intent is committed; the sender dies here"
    let_leases_end()
    look_up_orders(lambda _: story.client)

    def settled_and_sent_by_others() -> None:
        let_rests_end()
        assert look_up_orders(lambda _: story.client) == 1
        look_at_ports(lambda _: story.client)  # a new picture of the port before anything is forced
        assert send_orders(lambda _: story.client) == 1
        assert story.orders(case_id)[0].state is OrderState.IN_DOUBT, "the operator has it; we do not know"

    let_rests_end()
    late = LateAnswer(story.client, settled_and_sent_by_others)
    assert look_up_orders(lambda _: late) == 0
    assert story.orders(case_id)[0].state is OrderState.IN_DOUBT
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert books(story) == (1, 1, 0)


def test_an_answer_with_a_wrong_login_takes_nothing(story: Story) -> None:
    story.order()
    look_at_ports(lambda _: story.client)
    stranger = type(story.client)(story.operator.base_url, "network", "the wrong secret", timeout=15)
    send_orders(lambda _: stranger)
    stranger.close()
    assert story.operator.books()["accepted"] == 0


@pytest.mark.parametrize("fault", ["drop_before_accept", "drop_after_accept", "half_body", "server_error"])
def test_a_restoration_over_a_bad_line_is_sent_once_too(story: Story, fault: str) -> None:
    """Every order of the way back meets the fault once: removal, reactivation, suspension."""
    case_id = story.switched()
    story.contact(case_id)
    story.operator.script(
        *[{"operation": each, "fault": fault} for each in ("DEACTIVATE", "ACTIVATE", "SUSPEND")]
    )
    story.dispute(case_id)
    story.until(case_id, CaseState.RESTORED)
    counted = story.operator.books()
    assert counted["duplicates_received"] == 0
    assert counted["accepted"] == 4
    assert counted["work"][2:] == ["-SP-N BB-1000-100", "+SP-A BB-1000-100", "~SP-A BB-1000-100 SUSPEND"]


def test_an_event_that_came_before_the_answer_is_not_lost(story: Story) -> None:
    """The operator does its work slowly: news is read while the order waits, and after."""
    story.operator.script({"work_after_ms": 700})
    case_id = story.switched()
    assert story.orders(case_id)[0].state is OrderState.DONE
    assert story.port(ACCESS)[-1]["provider"] == "SP-N"
