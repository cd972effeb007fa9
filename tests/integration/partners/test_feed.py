"""PA-02: one gap-free sequence per partner, read by cursor and followed as a stream."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import httpx
import jsonschema
import pytest
from sqlalchemy import text

from accounts.repository import client_by_id
from accounts.usecases.api_clients import actor_of_token
from infra.db import get_engine, unit_of_work
from partners.api import stream
from partners.domain.cursors import cursor_of
from partners.domain.event_types import EVENT_TYPES

from .conftest import ORDER, Partner, place_news


def read_all(partner: Partner, limit: int, **query: object) -> list[dict]:
    found, cursor = [], None
    while True:
        page = partner.events(limit=limit, **query, **({"cursor": cursor} if cursor else {}))
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return found
        assert len(page["items"]) == limit


def test_every_event_is_read_once_in_order_whatever_the_page(partner: Partner) -> None:
    told = partner.tell(23)
    for limit in (1, 7, 23, 500):
        read = read_all(partner, limit)
        assert [each["subject"]["id"] for each in read] == told
        assert [each["sequence"] for each in read] == list(range(1, 24))


def test_an_event_says_who_did_it_and_what_was_before_and_nothing_else(partner: Partner) -> None:
    (number,) = partner.tell()
    (event,) = partner.events()["items"]
    assert event["actor"] == {"role": "donor", "name": "Telia"}
    assert event["data"] == {"state": "ported", "reason": ""}
    assert event["previous"] == {"state": "confirmed"}
    assert event["subject"] == {"type": "porting_number", "id": number, "case_id": None, "customer_id": None}
    assert "stays inside" not in json.dumps(event)


def test_the_place_to_go_on_from_serves_later_too(partner: Partner) -> None:
    assert partner.events()["next_cursor"] is None
    start = partner.events()["resume_cursor"]
    partner.tell(3)
    page = partner.events(cursor=start)
    assert [each["sequence"] for each in page["items"]] == [1, 2, 3]
    assert page["next_cursor"] is None
    assert partner.events(cursor=page["resume_cursor"])["items"] == []
    partner.tell(1)
    assert [each["sequence"] for each in partner.events(cursor=page["resume_cursor"])["items"]] == [4]


def test_events_are_narrowed_by_type_and_the_cursor_passes_over_the_others(partner: Partner) -> None:
    partner.tell(2)
    partner.tell(1, "porting_number.confirm")
    partner.tell(2)
    page = partner.events(type="porting_number.confirm")
    assert [each["sequence"] for each in page["items"]] == [3]
    assert partner.events(cursor=page["resume_cursor"])["items"] == []
    both = read_all(partner, 2, type=["porting_number.confirm", "porting_number.port"])
    assert [each["sequence"] for each in both] == [1, 2, 3, 4, 5]


def test_each_partner_has_a_feed_of_its_own(make_partner: Callable[..., Partner]) -> None:
    ours, theirs = make_partner("5599999025"), make_partner("5599999033")
    ours.tell(3)
    told = theirs.tell(2)
    assert [each["subject"]["id"] for each in theirs.events()["items"]] == told
    assert [each["sequence"] for each in theirs.events()["items"]] == [1, 2]
    ids = {each["id"] for each in (*ours.events()["items"], *theirs.events()["items"])}
    assert len(ids) == 5


@pytest.mark.parametrize("cursor", ["MTA", "%%%", "cC0x", "åäö", "cDE5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"])
def test_a_cursor_that_is_not_ours_is_refused(partner: Partner, cursor: str) -> None:
    for path in ("/api/v1/events", "/api/v1/events/stream"):
        answer = partner.http.get(path, params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (422, "CURSOR_UNKNOWN")
        assert answer.json()["errors"][0]["field"] == "cursor"


def test_an_unknown_type_is_refused_by_name(partner: Partner) -> None:
    answer = partner.http.get("/api/v1/events", params={"type": "number.teleported"})
    assert (answer.status_code, answer.json()["code"]) == (422, "EVENT_TYPE_UNKNOWN")
    assert "number.teleported" in answer.json()["detail"]


def test_the_scope_is_needed(make_partner: Callable[..., Partner]) -> None:
    partner = make_partner(scopes=["cases:read"])
    for path in ("/api/v1/events", "/api/v1/events/stream", "/api/v1/event-types"):
        assert partner.http.get(path).json()["code"] == "SCOPE_MISSING"


def test_a_real_case_is_told_of_as_the_documentation_says(partner: Partner) -> None:
    made = partner.http.post("/api/v1/delivery-cases", json=ORDER).json()
    path = f"/api/v1/delivery-cases/{made['id']}/cancellation"
    assert partner.http.post(path, json={"reason": "ångrat"}).status_code == 200
    place_news()
    documented = {
        each["type"]: each["json_schema"] for each in partner.http.get("/api/v1/event-types").json()["items"]
    }
    events = partner.events()["items"]
    kinds = [each["type"] for each in events]
    assert kinds[0] == "delivery_case.opened"
    assert "delivery_case.cancel" in kinds
    for event in events:
        jsonschema.validate({key: event[key] for key in ("data", "previous")}, documented[event["type"]])
        assert event["actor"] == {"role": "partner", "name": "program"}
    cancelled = next(each for each in events if each["type"] == "delivery_case.cancel")
    assert cancelled["data"] == {"state": "avbruten", "reason": "ångrat"}
    assert cancelled["previous"] == {"state": "förberedelser"}


def frames(answer: httpx.Response) -> Iterator[dict[str, str]]:
    """Server-sent events as a browser reads them; a comment is a frame of its own."""
    frame: dict[str, str] = {}
    for line in answer.iter_lines():
        if not line:
            yield frame
            frame = {}
        else:
            name, _, value = line.partition(":")
            frame[name or "comment"] = value.strip()


def test_a_stream_brings_what_is_there_and_what_comes(partner: Partner) -> None:
    partner.tell(2)
    with partner.http.stream("GET", "/api/v1/events/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        read = frames(answer)
        assert "retry" in next(read)
        first = [next(read), next(read)]
        threading.Timer(0.2, partner.tell, [1, "porting_number.confirm"]).start()
        began = time.monotonic()
        third = next(read)
        assert time.monotonic() - began < 15, "it came before the stream said that all is quiet"
    assert [json.loads(each["data"])["sequence"] for each in (*first, third)] == [1, 2, 3]
    assert third["event"] == "porting_number.confirm"
    polled = partner.events()["items"]
    assert [json.loads(each["data"]) for each in (*first, third)] == polled
    with partner.http.stream(
        "GET", "/api/v1/events/stream", headers={"Last-Event-ID": first[0]["id"]}
    ) as answer:
        read = frames(answer)
        next(read)
        assert [next(read)["id"], next(read)["id"]] == [first[1]["id"], third["id"]]


def held() -> tuple[int, int] | None:
    """The transactions that wait and the connections that are out, if there are any."""
    out = get_engine().pool.checkedout()  # type: ignore[attr-defined]
    with get_engine().connect() as connection:
        waiting = connection.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in%'"))
    return (waiting, out) if waiting or out else None


def test_a_quiet_stream_holds_no_connection_of_the_database(partner: Partner) -> None:
    partner.tell(1)
    with partner.http.stream("GET", "/api/v1/events/stream") as answer:
        read = frames(answer)
        next(read)
        next(read)
        deadline = time.monotonic() + 20
        while held():  # now and then it looks, and what it looks with it gives back
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_streams_are_bounded_for_a_partner_and_seats_come_back(
    make_partner: Callable[..., Partner], web_address: str
) -> None:
    ours, theirs = make_partner("5599999025"), make_partner("5599999033")
    opened, reading = [], []
    try:
        for _ in range(stream.SEATS.for_one):
            context = ours.http.stream("GET", "/api/v1/events/stream")
            opened.append(context)
            reading.append(frames(context.__enter__()))
            next(reading[-1])
        refused = ours.http.get("/api/v1/events/stream")
        assert (refused.status_code, refused.json()["code"]) == (429, "STREAMS_FULL")
        assert refused.headers["retry-after"]
        with theirs.http.stream("GET", "/api/v1/events/stream") as answer:
            assert answer.status_code == 200
    finally:
        for context in opened:
            context.__exit__(None, None, None)
    deadline = time.monotonic() + 60
    while stream.SEATS.taken():
        assert time.monotonic() < deadline, "a closed stream keeps its seat"
        ours.tell(1)
        time.sleep(0.2)


def follower(partner: Partner) -> stream.Follower:
    token = partner.http.headers["authorization"].partition(" ")[2]
    with unit_of_work() as session:
        return stream.Follower(actor_of_token(session, token, datetime.now(UTC)), token, "127.0.0.1", ())


async def _until_end(partner: Partner, revoke_after: int) -> list[str]:
    seen = []
    async for line in stream.lines(follower(partner), 0, stream.Pace(look=0.01, heartbeat=0.03)):
        seen.append(line)
        if len(seen) == revoke_after:
            with unit_of_work() as session:
                client = client_by_id(session, partner.secret.client_id)
                client.revoked_at = datetime.now(UTC)
    return seen


def test_a_stream_beats_when_all_is_quiet_and_ends_with_its_key(partner: Partner) -> None:
    seen = asyncio.run(asyncio.wait_for(_until_end(partner, 4), 60))
    assert seen[0].startswith("retry:")
    assert seen[1:4] == [": still here\n\n"] * 3
    assert len(seen) <= 5, "it went on after the key was revoked"


def test_a_cursor_of_the_start_reads_all(partner: Partner) -> None:
    partner.tell(2)
    assert len(partner.events(cursor=cursor_of(0))["items"]) == 2


def test_every_type_is_described_in_both_languages(partner: Partner) -> None:
    items = partner.http.get("/api/v1/event-types").json()["items"]
    assert {each["type"] for each in items} == {*EVENT_TYPES, "webhook_subscription.ping"}
    for each in items:
        assert each["description"]["sv"] != each["description"]["en"]
        jsonschema.Draft202012Validator.check_schema(each["json_schema"])
