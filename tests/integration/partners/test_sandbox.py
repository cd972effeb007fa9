"""PA-03: a sandbox with a clock of its own and donors chosen by number, worked by the same code as live."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import httpx
import pytest

from infra.queues import DOORBELLS
from partners.request_log import WRITER
from partners.usecases.work_sandbox import LEFT_OUT, WORK
from portingsvc.domain.scripted_donors import SCRIPTS, Play

from .receivers import Receiver
from .sandboxes import FIRST, Sandbox, opened


@pytest.fixture
def sandbox(web_address: str, clean: str) -> Iterator[Sandbox]:
    with httpx.Client(base_url=web_address, timeout=60) as http:
        yield opened(http, FIRST, "5599999025")
        WRITER.settle()


def kinds(sandbox: Sandbox) -> list[str]:
    return [each["type"] for each in sandbox.events(limit=200)["items"]]


def test_every_doorbell_is_rung_in_a_sandbox_or_left_out_for_a_reason() -> None:
    assert {bell.task for bell in DOORBELLS} == set(WORK) | set(LEFT_OUT)
    assert not set(WORK) & set(LEFT_OUT)


def test_the_clock_stands_until_it_is_moved(sandbox: Sandbox) -> None:
    before = sandbox.clock()
    time.sleep(0.05)
    assert sandbox.clock() == before
    after = sandbox.advance(days=2, hours=3)
    assert datetime.fromisoformat(after["now"]) == datetime.fromisoformat(before["now"]) + timedelta(
        days=2, hours=3
    )
    assert after["advancing_to"] is None


def test_a_clock_goes_forward_and_not_too_far(sandbox: Sandbox) -> None:
    state = sandbox.clock()
    for wish in ({"to": state["now"]}, {"to": "2020-01-01T00:00:00Z"}, {"to": "2199-01-01T00:00:00Z"}):
        refused = sandbox.http.post("/api/v1/sandbox/clock", json=wish)
        assert (refused.status_code, refused.json()["code"]) == (422, "SANDBOX_CLOCK_INVALID")
    for wish in ({}, {"days": 1, "to": state["farthest"]}, {"days": 32}):
        assert sandbox.http.post("/api/v1/sandbox/clock", json=wish).status_code == 422
    assert sandbox.clock() == state


def test_moving_it_twice_under_one_key_moves_it_once(sandbox: Sandbox) -> None:
    headers = {"Idempotency-Key": "one-day"}
    first = sandbox.http.post("/api/v1/sandbox/clock", json={"days": 1}, headers=headers)
    again = sandbox.http.post("/api/v1/sandbox/clock", json={"days": 1}, headers=headers)
    assert again.headers["idempotent-replayed"] == "true"
    assert again.json() == first.json()
    assert sandbox.clock()["now"] == first.json()["now"]


def test_each_reject_code_comes_from_its_number(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    rejecting = [each for each in SCRIPTS if each.play is Play.REJECT]
    orders = sandbox.port(case, *[f"08-465 004 {each.ending}" for each in rejecting])
    sandbox.advance(hours=1)
    for script, order in zip(rejecting, orders, strict=True):
        attempt = sandbox.order(order["id"])["attempts"][0]
        assert (attempt["outcome"], attempt["reasons"]) == ("rejected", [script.reason]), script


def test_what_the_other_numbers_bring(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    numbers = {"accept": "50", "delay": "20", "silence": "21", "fail_after_pivot": "24", "other_date": "25"}
    made = sandbox.port(case, *[f"08-465 004 {ending}" for ending in numbers.values()])
    orders = dict(zip(numbers, made, strict=True))
    assert [orders[name]["outcome"] for name in numbers] == list(numbers)

    def outcome(name: str) -> str:
        return str(sandbox.order(orders[name]["id"])["attempts"][0]["outcome"])

    sandbox.advance(minutes=20)
    assert outcome("accept") == "submitted"
    sandbox.advance(minutes=20)
    assert {name: outcome(name) for name in numbers} == {
        "accept": "accepted",
        "delay": "submitted",
        "silence": "submitted",
        "fail_after_pivot": "accepted",
        "other_date": "accepted",
    }
    sandbox.advance(days=3)
    assert outcome("delay") == "accepted"
    sandbox.advance(to=orders["accept"]["port_at"])
    sandbox.advance(minutes=1)
    states = {name: sandbox.order(orders[name]["id"])["numbers"] for name in numbers}
    assert states["accept"] == {"ported": 1}
    assert states["fail_after_pivot"] != {"ported": 1}
    told = sandbox.events(limit=200, type="porting_number.port")["items"]
    told_at = {datetime.fromisoformat(each["occurred_at"]) for each in told}
    assert told_at == {datetime.fromisoformat(orders["accept"]["port_at"])}


def test_a_series_is_answered_in_part_and_the_first_try_can_fail(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    part, once = sandbox.port(case, "08-465 004 22–27", "08-465 004 28")
    assert (part["outcome"], once["outcome"]) == ("partial", "accept")
    sandbox.advance(hours=1)
    assert sandbox.order(part["id"])["numbers"] == {"confirmed": 3, "rejected": 3}


def test_a_cancel_is_granted_or_refused_by_the_number(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    yes, no = sandbox.port(case, "08-465 004 50", "08-465 004 23")
    sandbox.advance(hours=1)
    for order in (yes, no):
        answer = sandbox.http.post(
            f"/api/v1/porting-orders/{order['id']}/cancellations", json={"reason": "a test"}
        )
        assert answer.status_code in (200, 201, 202), answer.text
    sandbox.advance(hours=1)
    assert sandbox.order(yes["id"])["numbers"] == {"cancelled": 1}
    assert sandbox.order(no["id"])["numbers"] == {"confirmed": 1}


def test_a_reset_takes_a_second_and_leaves_nothing(sandbox: Sandbox) -> None:
    case = sandbox.open_case()
    sandbox.port(case, "08-465 004 50")
    sandbox.advance(days=20)
    assert sandbox.count("outbox_event") > 5
    began, worked = time.monotonic(), time.process_time()
    answer = sandbox.http.post("/api/v1/sandbox/reset", headers={"Idempotency-Key": "reset"})
    took, worked = time.monotonic() - began, time.process_time() - worked
    assert answer.status_code == 200, answer.text
    assert worked < 2, "the server is a thread of ours"
    assert took < 20, "the database's part, on whatever machine"
    assert sandbox.events()["items"] == []
    assert sandbox.http.get(f"/api/v1/delivery-cases/{case}").status_code == 404
    tables = ("delivery_case", "porting_order", "webhook_subscription", "scripted_message", "outgoing_mail")
    assert {name: sandbox.count(name) for name in tables} == dict.fromkeys(tables, 0)
    again = sandbox.http.post("/api/v1/sandbox/reset", headers={"Idempotency-Key": "reset"})
    assert again.json() == answer.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert sandbox.open_case()


def test_three_days_without_a_receiver_and_then_everything_in_order(
    sandbox: Sandbox, make_receiver: Callable[[], Receiver]
) -> None:
    """The measure of issue 6: killed for three days of virtual time, every event arrives afterwards, in order."""
    receiver = make_receiver()
    hook = sandbox.subscribe(receiver.url)
    case = sandbox.open_case()
    sandbox.advance(minutes=1)
    before = len(receiver.heard())
    assert before >= 1
    receiver.kill()
    sandbox.port(case, "08-465 004 50", "08-465 004 01", "08-465 004 20")
    sandbox.advance(days=3)
    assert len(receiver.heard()) == before
    tries = sandbox.deliveries(hook)[-1 - before]["tries"]
    assert tries >= 9
    receiver.start()
    sandbox.advance(hours=5)
    taken = receiver.taken(hook["secret"])
    feed = sandbox.events(limit=200)["items"]
    assert taken == feed
    assert [each["sequence"] for each in taken] == list(range(1, len(feed) + 1))
    assert len(feed) > before + 10
    assert all(each["outcome"] == "delivered" for each in sandbox.deliveries(hook, limit=200))
