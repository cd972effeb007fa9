"""NP-08: each attempt is sent once in effect, whatever the line, the donor or we ourselves do."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select, update

from infra.clock import current
from infra.db import unit_of_work
from kernel.errors import DomainError
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.domain.states import AttemptState, OrderState
from portingsvc.gateways.clearinghouse import Found
from portingsvc.gateways.clearinghouse_http import HttpClearinghouse
from portingsvc.models import PortingAttempt
from portingsvc.queries import fees_of_case
from portingsvc.usecases import dispatch_due as dispatching
from portingsvc.usecases.claim_due import claim
from portingsvc.usecases.dispatch_due import dispatch_due
from portingsvc.usecases.plan_orders import OrderItem, plan_orders
from portingsvc.usecases.reconcile_in_doubt import reconcile_in_doubt
from portingsvc.usecases.record_sent import record

from .conftest import GO_LIVE, Story, by

NUMBER = ("+46701740605", "+46701740605")
SERIES = ("+46846500400", "+46846500499")


def confirmed(orders) -> bool:
    return all(order.state is OrderState.DATE_CONFIRMED for order in orders)


def let_leases_end() -> None:
    """Whoever holds a lease has slept past it, however long the machine took."""
    with unit_of_work() as session:
        session.exec(update(PortingAttempt).values(lease_until=datetime.now(UTC) - timedelta(seconds=1)))


def let_rests_end() -> None:
    """Whatever is in doubt has rested long enough to be looked up."""
    with unit_of_work() as session:
        session.exec(update(PortingAttempt).values(check_at=datetime.now(UTC) - timedelta(seconds=1)))


def test_an_order_that_is_accepted_at_once_is_sent_once_and_ported_at_its_hour(story: Story) -> None:
    story.order(NUMBER, SERIES)
    orders = story.settle(confirmed)
    assert [order.attempts[0].outcome for order in orders] == ["accepted", "accepted"]
    story.go_to(GO_LIVE - timedelta(minutes=1))
    story.work()
    assert confirmed(story.orders())
    story.go_to(GO_LIVE)
    story.settle(lambda found: all(order.state is OrderState.PORTED for order in found))
    books = story.gateway.books()
    assert (books["requests_received"], books["duplicates_received"], books["unconfirmed"]) == (2, 0, 0)


@pytest.mark.parametrize("fault", ["drop_after_accept", "half_body", "wrong_json", "server_error"])
def test_a_request_lost_after_acceptance_is_found_by_look_up_and_not_sent_again(
    story: Story, fault: str
) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": fault}])
    story.order(NUMBER)
    dispatch_due(story.client)
    assert story.orders()[0].attempts[0].state is AttemptState.IN_DOUBT
    order = story.settle(confirmed)[0]
    assert order.attempts[0].outcome == "in_doubt_then_accepted"
    books = story.gateway.books()
    assert (books["requests_received"], books["duplicates_received"]) == (1, 0)


def test_a_reply_slower_than_the_time_out_is_in_doubt_and_then_found(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": "slow_reply", "reply_after_ms": 2_000}])
    story.order(NUMBER)
    hasty = type(story.client)(story.gateway.base_url, os.environ["VAXLA_GATEWAY_TOKEN"], timeout=0.5)
    dispatch_due(hasty)
    hasty.close()
    assert story.orders()[0].attempts[0].state is AttemptState.IN_DOUBT
    story.settle(confirmed)
    assert story.gateway.books()["duplicates_received"] == 0


def test_a_request_dropped_before_acceptance_is_proved_absent_and_then_sent_again(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": "drop_before_accept"}])
    story.order(NUMBER)
    order = story.settle(confirmed)[0]
    books = story.gateway.books()
    assert (books["requests_received"], books["accepted"], books["duplicates_received"]) == (2, 1, 0)
    assert len(order.attempts) == 1, "the same attempt, with the same key"


@pytest.mark.parametrize("fault", ["too_many_requests", "unavailable"])
def test_a_definite_no_is_sent_again_with_the_same_key(story: Story, fault: str) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": fault}])
    story.order(NUMBER)
    story.settle(confirmed)
    books = story.gateway.books()
    assert (books["accepted"], books["duplicates_received"]) == (1, 0)


def test_two_dispatchers_at_once_send_each_request_once(story: Story) -> None:
    story.order(*[(f"+467017406{n:02d}", f"+467017406{n:02d}") for n in range(5, 45)])
    threads = [threading.Thread(target=dispatch_due, args=(story.client,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    books = story.gateway.books()
    assert (books["requests_received"], books["accepted"], books["duplicates_received"]) == (40, 40, 0)


def test_a_sender_lost_between_intent_and_call_is_settled_by_look_up(story: Story) -> None:
    story.order(NUMBER)
    assert len(claim("clearinghouse", 10)) == 1, "the intent is committed; the sender dies here"
    let_leases_end()
    order = story.settle(confirmed)[0]
    books = story.gateway.books()
    assert (books["requests_received"], books["duplicates_received"]) == (1, 0)
    assert order.attempts[0].was_in_doubt


def test_a_sender_that_slept_past_its_lease_does_not_send(story: Story) -> None:
    story.order(NUMBER)
    (intent,) = claim("clearinghouse", 10)
    late = replace(intent, lease_until=datetime.now(UTC))
    dispatching._send(story.client, late)
    assert story.gateway.books()["requests_received"] == 0


def test_the_no_of_an_earlier_claim_does_not_call_off_what_a_later_one_has_sent(
    story: Story,
) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": "unavailable"}])
    story.order(NUMBER)
    (early,) = claim("clearinghouse", 10)
    let_leases_end()
    slept = Submission(Outcome.NOT_ACCEPTED, "503")
    story.settle(lambda found: found[0].attempts[0].state is AttemptState.PLANNED)
    (later,) = claim("clearinghouse", 10)
    assert later.sends == early.sends + 1
    record([(early, slept)])
    assert story.orders()[0].attempts[0].state is AttemptState.SENDING, "the later claim still holds it"
    record([(later, slept)])
    assert story.orders()[0].attempts[0].state is AttemptState.PLANNED


class LateAnswer:
    """The gateway to a look-up whose answer is long on its way; `meanwhile` is what others do."""

    def __init__(self, client: HttpClearinghouse, meanwhile: Callable[[], None]) -> None:
        self.name, self._client, self._meanwhile = client.name, client, meanwhile

    def look_up(self, dossier_id: str) -> Found | None:
        found = self._client.look_up(dossier_id)
        self._meanwhile()
        return found


def test_a_look_up_that_found_nothing_says_nothing_of_what_was_sent_after_it(story: Story) -> None:
    """Found by a chaos run: two reconcilers had the same doubt, and the slower one settled the next one with it."""
    story.gateway.script([{"number": NUMBER[0], "fault": "drop_after_accept"}])
    story.order(NUMBER)
    assert len(claim("clearinghouse", 10)) == 1, "the intent is committed; the sender dies here"
    let_leases_end()
    reconcile_in_doubt(story.client)

    def settled_and_sent_by_others() -> None:
        let_rests_end()
        assert reconcile_in_doubt(story.client) == 1
        assert dispatch_due(story.client) == 1
        assert story.orders()[0].attempts[0].state is AttemptState.IN_DOUBT, (
            "the gateway has it; we do not know"
        )

    let_rests_end()
    assert reconcile_in_doubt(LateAnswer(story.client, settled_and_sent_by_others)) == 0
    assert story.orders()[0].attempts[0].state is AttemptState.IN_DOUBT
    story.settle(confirmed)
    books = story.gateway.books()
    assert (books["requests_received"], books["duplicates_received"]) == (1, 0)


def test_a_number_in_a_live_port_cannot_be_ordered_again(story: Story) -> None:
    story.order(NUMBER)
    with pytest.raises(DomainError) as refused, unit_of_work() as session:
        plan_orders(
            session,
            customer_id=story.customer_id,
            partner_id=None,
            case_id=None,
            items=[OrderItem(*NUMBER, "TELIA", "165599999009", "Exempelverken AB")],
            port_at=GO_LIVE,
            cause=by("planner", current(session)),
        )
    assert refused.value.code == "NUMBER_ALREADY_IN_PORTING"


def test_an_unknown_gateway_leaves_the_order_planned(story: Story) -> None:
    story.order(NUMBER)
    nowhere = type(story.client)("http://127.0.0.1:9", "no token", timeout=15)
    dispatch_due(nowhere)
    nowhere.close()
    with unit_of_work() as session:
        attempt = session.exec(select(PortingAttempt)).one()
        assert attempt.state is AttemptState.PLANNED
        assert attempt.check_at is not None
        assert attempt.payload_sha256


def test_the_ledger_has_one_line_of_a_kind_for_an_attempt(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": "drop_after_accept"}])
    story.order(NUMBER)
    story.settle(confirmed)
    story.work(3)
    with unit_of_work() as session:
        lines = fees_of_case(session, story.case_id)
    assert [(f.kind, f.amount_ore, f.payer) for f in lines] == [
        ("attempt", 0, "customer"),
        ("donor_cost", 2900, "operator"),
    ]
