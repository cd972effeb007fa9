"""PA-02: signed webhooks in order, retried over three days, none lost, each verified by the standard's library."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Self

import pytest
from sqlalchemy import text
from standardwebhooks import Webhook, WebhookVerificationError

from infra.db import get_engine
from partners.domain.retries import WAITS
from partners.gateways import webhook_http
from partners.gateways.sender import Answer
from partners.gateways.webhook_http import HttpSender
from partners.tasks import Lane
from partners.usecases import queue_news as queue_news_module
from partners.usecases import send_webhooks
from partners.usecases.queue_news import queue_news
from partners.usecases.send_webhooks import serve_one

from .conftest import HOOKS, Partner, advance, now, send_all
from .receivers import Receiver


def sequences(messages: list[dict[str, Any]]) -> list[int]:
    return [each["sequence"] for each in messages]


def test_events_come_signed_and_in_order_and_are_what_the_feed_says(
    partner: Partner, receiver: Receiver
) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(5)
    send_all()
    assert receiver.taken(hook["secret"]) == partner.events()["items"]
    message = receiver.heard()[0]
    assert message["path"] == "/hook?from=vaxla"
    assert message["headers"]["host"] == f"127.0.0.1:{receiver.port}"
    assert message["headers"]["webhook-id"] == partner.events()["items"][0]["id"]
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + "A" * 44).verify(message["body"], message["headers"])
    with pytest.raises(WebhookVerificationError):
        Webhook(hook["secret"]).verify(message["body"].replace("ported", "portad"), message["headers"])
    (newest, *_) = partner.deliveries(hook)
    assert (newest["outcome"], newest["sequence"], newest["tries"]) == ("delivered", 5, 1)
    assert newest["log"][0]["status"] == 200


def test_a_receiver_dead_for_three_days_gets_everything_in_order(
    partner: Partner, receiver: Receiver
) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(3)
    send_all()
    receiver.kill()
    died = now()
    while now() < died + timedelta(hours=72):
        partner.tell(10)
        send_all()
        advance(hours=3)
    told = partner.events(limit=500)["items"]
    assert len(told) == 3 + 24 * 10
    waiting = partner.hook(hook)
    assert (waiting["state"], waiting["waiting"]) == ("active", 240)
    assert partner.deliveries(hook, outcome="dead") == []
    receiver.start()
    advance(hours=24)  # past the tenth try, which comes after 75 hours and a half
    send_all()
    assert receiver.taken(hook["secret"]) == told, "lost, doubled or out of order"
    assert partner.hook(hook)["waiting"] == 0
    assert partner.hook(hook)["next_try_at"] is None


def test_the_tries_come_when_the_table_says(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.answer(500)
    partner.tell(1)
    tried = []
    for wait in WAITS:
        if wait:
            advance(seconds=wait.total_seconds() - 1)
            send_all()
            assert len(receiver.heard()) == len(tried), "too early"
            advance(seconds=1)
        send_all()
        tried.append(now())
        assert len(receiver.heard()) == len(tried)
    assert tried[-1] - tried[0] == timedelta(hours=75, minutes=35, seconds=5)
    (dead,) = partner.deliveries(hook)
    assert (dead["outcome"], dead["tries"], len(dead["log"])) == ("dead", 10, 10)
    assert len({each["headers"]["webhook-id"] for each in receiver.heard()}) == 1
    assert len({each["body"] for each in receiver.heard()}) == 1


def exhaust(partner: Partner, hook: dict[str, Any]) -> None:
    for wait in WAITS:
        advance(seconds=wait.total_seconds())
        send_all()


def test_one_bad_event_is_a_dead_letter_and_the_next_go_on(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.answer(500)
    partner.tell(1)
    exhaust(partner, hook)
    receiver.answer(204)
    partner.tell(2)
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [2, 3]
    (dead,) = partner.deliveries(hook, outcome="dead")
    assert dead["sequence"] == 1
    again = partner.post(hook, f"deliveries/{dead['id']}/resend")
    assert (again.status_code, again.json()["kind"]) == (202, "resend")
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [2, 3, 1]


def test_a_receiver_nobody_mends_is_disabled_and_loses_nothing(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.kill()
    partner.tell(4)
    send_all()
    exhaust(partner, hook)
    exhaust(partner, hook)
    ended = partner.hook(hook)
    assert (ended["state"], ended["disabled_reason"]) == ("disabled", "unreachable")
    assert ended["allowed_actions"] == ["resume", "delete"]
    assert len(partner.deliveries(hook, outcome="dead")) == 2
    receiver.start()
    assert partner.post(hook, "resume").json()["state"] == "active"
    send_all()
    assert sequences(receiver.taken(hook["secret"]))[:2] == [3, 4]
    assert partner.post(hook, "replay", {"from_sequence": 1, "to_sequence": 2}).json() == {"queued": 2}
    send_all()
    assert sequences(receiver.taken(hook["secret"]))[-2:] == [1, 2]


def test_410_disables_at_once_and_the_feed_tells_it(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.answer(410)
    partner.tell(3)
    send_all()
    assert len(receiver.heard()) == 1
    assert partner.hook(hook)["disabled_reason"] == "gone"
    partner.tell(1)
    send_all()
    assert len(receiver.heard()) == 1, "sent to somebody who has left"
    told = partner.events()["items"][3]
    assert (told["type"], told["data"]) == (
        "webhook_subscription.disable",
        {"state": "disabled", "reason": "gone"},
    )
    receiver.answer(200)
    partner.post(hook, "resume")
    send_all()
    assert sequences(receiver.taken(hook["secret"]))[:5] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_not_followed(partner: Partner, receiver: Receiver, status: int) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.answer(status)
    partner.tell(1)
    send_all()
    assert [each["path"] for each in receiver.heard()] == ["/hook?from=vaxla"]
    assert partner.deliveries(hook)[0]["log"][0]["status"] == status


def test_paused_it_gets_nothing_and_resumed_it_gets_all(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url, types=["porting_number.port"])
    assert partner.post(hook, "pause").json()["state"] == "paused"
    partner.tell(3)
    send_all()
    assert receiver.heard() == []
    assert partner.post(hook, "ping").status_code == 202
    send_all()
    assert [each["type"] for each in receiver.taken(hook["secret"])] == ["webhook_subscription.ping"]
    again = partner.post(hook, "pause")
    assert (again.status_code, again.json()["allowed"]) == (409, ["resume", "delete"])
    partner.post(hook, "resume")
    send_all()
    assert [each["type"] for each in receiver.taken(hook["secret"])[1:]] == ["porting_number.port"] * 3


def test_only_the_types_asked_for_come(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url, types=["porting_number.confirm"])
    partner.tell(2)
    partner.tell(1, "porting_number.confirm")
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [3]
    changed = partner.http.patch(f"{HOOKS}/{hook['id']}", json={"types": []})
    assert changed.json()["types"] == []
    partner.tell(1)
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [3, 4]


def test_two_secrets_sign_for_a_day_after_a_change(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    new = partner.post(hook, "secret").json()
    assert new["secret"] != hook["secret"]
    partner.tell(1)
    send_all()
    for secret in (hook["secret"], new["secret"]):
        assert len(receiver.taken(secret)) == 1
    advance(hours=24)
    partner.tell(1)
    send_all()
    message = receiver.heard()[-1]
    assert Webhook(new["secret"]).verify(message["body"], message["headers"])
    with pytest.raises(WebhookVerificationError):
        Webhook(hook["secret"]).verify(message["body"], message["headers"])


def test_the_secret_is_shown_once_and_lies_nowhere_open(partner: Partner, receiver: Receiver) -> None:
    key = {"Idempotency-Key": "hook-1"}
    body = {"name": "receiver", "url": receiver.url}
    first, second = (partner.http.post(HOOKS, json=body, headers=key) for _ in range(2))
    assert first.json() == second.json()
    assert second.headers["idempotent-replayed"] == "true"
    assert second.headers["location"] == f"{HOOKS}/{first.json()['id']}"
    assert len(partner.http.get(HOOKS).json()["items"]) == 1
    assert "secret" not in partner.hook(first.json())
    with get_engine().connect() as connection:
        for table in ("webhook_subscription", "idempotency_record", "outbox_event"):
            dump = connection.execute(text(f"SELECT coalesce(string_agg(t::text, ''), '') FROM {table} t"))
            assert first.json()["secret"] not in dump.scalar_one()


def test_a_receiver_that_takes_its_time_is_tried_apart_from_the_others(
    partner: Partner, make_receiver: Callable[[], Receiver], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send_webhooks, "_SLOW_SECONDS", 60.0)  # that the machine dawdles is not theirs
    dead, live = make_receiver(), make_receiver()
    partner.subscribe(dead.url)
    hook = partner.subscribe(live.url)
    dead.kill()
    partner.tell(2)
    send_all()
    with get_engine().connect() as connection:
        slow = connection.execute(text("SELECT url, is_slow FROM webhook_subscription")).all()
    assert dict(map(tuple, slow)) == {dead.url: True, live.url: False}
    assert len(live.taken(hook["secret"])) == 2


def test_the_receiver_says_when_it_wants_to_be_asked_again() -> None:
    from partners.domain.retries import next_try

    moment = now()
    assert next_try(1, moment, status=503, retry_after=3600) == moment + timedelta(hours=1)
    assert next_try(1, moment, status=503, retry_after=1) == moment + timedelta(seconds=5)
    assert next_try(1, moment, status=500, retry_after=3600) == moment + timedelta(seconds=5)
    assert next_try(1, moment, status=429, retry_after=1e9) == moment + timedelta(hours=24)
    assert next_try(10, moment, status=429, retry_after=1) is None


def test_a_new_address_is_tried_at_once(partner: Partner, make_receiver: Callable[[], Receiver]) -> None:
    old, new = make_receiver(), make_receiver()
    hook = partner.subscribe(old.url)
    old.kill()
    partner.tell(3)
    send_all()
    assert partner.http.patch(f"{HOOKS}/{hook['id']}", json={"url": new.url}).status_code == 200
    send_all()
    assert sequences(new.taken(hook["secret"])) == [1, 2, 3]


def test_a_subscription_can_begin_in_the_past(partner: Partner, receiver: Receiver) -> None:
    partner.tell(3)
    start = partner.events(limit=1)["next_cursor"]
    hook = partner.subscribe(receiver.url, cursor=start)
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [2, 3]


def test_deliveries_are_listed_newest_first_page_by_page(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(7)
    send_all()
    seen, cursor = [], None
    for _ in itertools.count():
        query = {"limit": 3, **({"cursor": cursor} if cursor else {})}
        page = partner.http.get(f"{HOOKS}/{hook['id']}/deliveries", params=query).json()
        seen += page["items"]
        if (cursor := page["next_cursor"]) is None:
            break
    assert sequences(seen) == [7, 6, 5, 4, 3, 2, 1]
    one = partner.http.get(f"{HOOKS}/{hook['id']}/deliveries/{seen[0]['id']}")
    assert one.json() == seen[0]


def test_a_deleted_subscription_is_gone_and_gets_nothing_more(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(2)
    gone = partner.http.delete(f"{HOOKS}/{hook['id']}")
    assert (gone.status_code, gone.content) == (204, b"")
    send_all()
    assert receiver.heard() == []
    assert partner.http.get(f"{HOOKS}/{hook['id']}").status_code == 404
    assert partner.http.get(HOOKS).json()["items"] == []


def test_another_partner_finds_nothing_and_changes_nothing(
    make_partner: Callable[..., Partner], receiver: Receiver
) -> None:
    ours, theirs = make_partner("5599999025"), make_partner("5599999033")
    hook = ours.subscribe(receiver.url)
    ours.tell(1)
    send_all()
    (delivered,) = ours.deliveries(hook)
    path = f"{HOOKS}/{hook['id']}"
    for method, tail, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "x"}),
        ("DELETE", "", None),
        ("POST", "/pause", None),
        ("POST", "/resume", None),
        ("POST", "/secret", None),
        ("POST", "/ping", None),
        ("POST", "/replay", {"from_sequence": 1, "to_sequence": 1}),
        ("GET", "/deliveries", None),
        ("GET", f"/deliveries/{delivered['id']}", None),
        ("POST", f"/deliveries/{delivered['id']}/resend", None),
    ):
        answer = theirs.http.request(method, path + tail, json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND"), (method, tail)
    own = theirs.subscribe(receiver.url)
    mixed = theirs.http.post(f"{HOOKS}/{own['id']}/deliveries/{delivered['id']}/resend")
    assert mixed.json()["code"] == "NOT_FOUND"
    assert ours.hook(hook)["state"] == "active"
    send_all()
    assert len(receiver.heard()) == 1


def test_what_cannot_be_is_refused_by_name(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(2)
    for body in ({"from_sequence": 2, "to_sequence": 1}, {"from_sequence": 1, "to_sequence": 99}):
        refused = partner.post(hook, "replay", body)
        assert (refused.status_code, refused.json()["code"]) == (422, "RANGE_INVALID")
    partner.post(hook, "ping")
    (tested, *_) = partner.deliveries(hook)
    assert partner.post(hook, f"deliveries/{tested['id']}/resend").json()["code"] == "PING_CANNOT_BE_RESENT"
    wrong = partner.http.post(HOOKS, json={"name": "x", "url": receiver.url, "types": ["no.such"]})
    assert wrong.json()["errors"][0]["field"] == "types"
    for _ in range(19):
        partner.subscribe(receiver.url)
    full = partner.http.post(HOOKS, json={"name": "x", "url": receiver.url})
    assert (full.status_code, full.json()["code"]) == (409, "SUBSCRIPTIONS_FULL")


def test_writing_needs_its_scope(make_partner: Callable[..., Partner], receiver: Receiver) -> None:
    reader = make_partner(scopes=["events:read"])
    assert reader.http.get(HOOKS).status_code == 200
    refused = reader.http.post(HOOKS, json={"name": "x", "url": receiver.url})
    assert (refused.status_code, refused.json()["code"]) == (403, "SCOPE_MISSING")


def test_a_lost_worker_costs_a_wait_and_nothing_else(
    partner: Partner, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker dies after the receiver took a message and before that was noted."""
    hook = partner.subscribe(receiver.url)
    partner.tell(3)

    def died(*_: object, **__: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(send_webhooks, "_note", died)
        with pytest.raises(SystemExit):
            send_all()
    send_all()
    assert len(receiver.heard()) == 1, "somebody took what another still has"
    with get_engine().begin() as connection:
        connection.execute(text("UPDATE webhook_subscription SET lease_until = now() - interval '1 second'"))
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [1, 1, 2, 3]
    assert len({each["headers"]["webhook-id"] for each in receiver.heard()}) == 3


def test_a_ping_does_not_wait_behind_the_feed(partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(3)
    queue_news(now())
    partner.post(hook, "ping")
    send_all()
    assert sequences(receiver.taken(hook["secret"])) == [0, 1, 2, 3]


def test_more_than_fits_the_queue_comes_all_the_same(
    partner: Partner, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_news_module, "MOST_WAITING", 5)
    monkeypatch.setattr(queue_news_module, "_MOST_LOOKED_AT", 7)
    hook = partner.subscribe(receiver.url, types=["porting_number.confirm"])
    for _ in range(4):
        partner.tell(9)
        partner.tell(3, "porting_number.confirm")
    for _ in range(10):
        send_all()
    assert sequences(receiver.taken(hook["secret"])) == [10, 11, 12, 22, 23, 24, 34, 35, 36, 46, 47, 48]


def test_receivers_that_never_answer_hold_up_nobody(
    partner: Partner, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker's own lanes: five receivers take the connection and are silent; the sixth hears at once."""
    monkeypatch.setattr(webhook_http, "_IN_ALL_SECONDS", 60.0)
    monkeypatch.setattr(send_webhooks, "_SLOW_SECONDS", 60.0)
    monkeypatch.setattr(send_webhooks, "_BUDGET_SECONDS", 60.0)
    with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        for _ in range(5):
            partner.subscribe(f"http://127.0.0.1:{silent.getsockname()[1]}/")
        hook = partner.subscribe(receiver.url)
        partner.tell(3)
        queue_news(now())
        began = time.monotonic()
        lane = Lane(slow=False, most=8)
        lane.wake(HttpSender(loopback=True))
        while len(receiver.heard()) < 3:
            assert time.monotonic() - began < 50, "waited for those who never answer"
            time.sleep(0.02)
    while lane.running:  # they have hung up by now
        assert time.monotonic() - began < 120
        time.sleep(0.05)
    assert sequences(receiver.taken(hook["secret"])) == [1, 2, 3]


def test_a_change_is_made_only_to_the_subscription_as_it_was_read(
    partner: Partner, receiver: Receiver
) -> None:
    hook = partner.subscribe(receiver.url)
    place = f"{HOOKS}/{hook['id']}"
    read = {"If-Match": partner.http.get(place).headers["etag"]}
    assert partner.http.patch(place, json={"name": "first"}, headers=read).json()["name"] == "first"
    stale = [
        partner.http.patch(place, json={"name": "second"}, headers=read),
        partner.http.post(f"{place}/pause", headers=read),
        partner.http.delete(place, headers=read),
    ]
    assert {(each.status_code, each.json()["code"]) for each in stale} == {(412, "CHANGED_SINCE_READ")}
    assert (partner.hook(hook)["name"], partner.hook(hook)["state"]) == ("first", "active")
    fresh = {"If-Match": stale[0].json()["etag"]}
    assert partner.http.delete(place, headers=fresh).status_code == 204


def test_what_moves_by_itself_stands_in_the_way_of_no_change(partner: Partner, receiver: Receiver) -> None:
    """News that waits changes what is shown, and so its tag; whoever read it before may still change it."""
    hook = partner.subscribe(receiver.url)
    place = f"{HOOKS}/{hook['id']}"
    before = partner.http.get(place)
    partner.tell(2)
    after = partner.http.get(place, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["behind"] == before.json()["behind"] + 2
    assert after.headers["etag"] != before.headers["etag"]
    again = partner.http.get(place, headers={"If-None-Match": after.headers["etag"]})
    assert again.status_code == 304
    read = {"If-Match": before.headers["etag"]}
    assert partner.http.patch(place, json={"name": "renamed"}, headers=read).json()["name"] == "renamed"
    assert partner.http.patch(place, json={"name": "late"}, headers=read).status_code == 412


class GoneMeanwhile:
    """A receiver that has moved: its subscription is changed while its old address is still answering."""

    def __init__(self, move: Callable[[], object]) -> None:
        self._move = move

    @contextmanager
    def line(self, url: str) -> Iterator[Self]:
        del url
        yield self

    def post(self, headers: Mapping[str, str], body: bytes) -> Answer:
        del headers, body
        self._move()
        return Answer(410)


def test_a_refusal_from_the_old_address_says_nothing_of_the_new_one(
    partner: Partner, receiver: Receiver
) -> None:
    hook = partner.subscribe(receiver.url)
    partner.tell(1)
    queue_news(now())
    moved = {"url": f"{receiver.url}new"}
    assert serve_one(
        GoneMeanwhile(lambda: partner.http.patch(f"{HOOKS}/{hook['id']}", json=moved)), slow=False
    )
    assert (partner.hook(hook)["state"], partner.hook(hook)["url"]) == ("active", moved["url"])
    assert partner.deliveries(hook)[0]["tries"] == 0
