"""A partner's program that asks again with the same key hears the same answer, and nothing is done twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import func, select
from starlette.requests import Request
from starlette.responses import Response

from infra.db import unit_of_work
from infra.idempotency import IdempotencyRecord, fingerprint, once
from kernel.errors import REASON_REQUIRED, DomainError

NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)


class Change:
    """Something that must happen once."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[int, Any, dict[str, str]]:
        self.times += 1
        return 201, {"number": self.times}, {"Location": "/api/v1/delivery-cases/1"}


def call(
    change: Callable[[], tuple[int, Any, dict[str, str]]],
    *,
    key: str | None = "order-1",
    client: str = "partner",
    body: str = "a",
    now: datetime = NOW,
) -> Response:
    with unit_of_work() as session:
        return once(session, client=client, key=key, print_=body, machine_now=now, run=change)


def said(answer: Response) -> Any:
    return json.loads(bytes(answer.body))


@pytest.fixture
def change(clean: str) -> Change:
    assert clean
    return Change()


def test_the_same_key_and_body_replays_status_body_and_headers(change: Change) -> None:
    first, second = call(change), call(change)
    assert change.times == 1
    assert (first.status_code, said(first)) == (second.status_code, said(second)) == (201, {"number": 1})
    assert second.headers["location"] == "/api/v1/delivery-cases/1"
    assert second.headers["idempotent-replayed"] == "true"
    assert "idempotent-replayed" not in first.headers


def test_the_same_key_for_something_else_is_refused(change: Change) -> None:
    call(change)
    with pytest.raises(DomainError, match="IDEMPOTENCY_KEY_REUSED"):
        call(change, body="b")
    assert change.times == 1


def test_a_key_belongs_to_its_client(change: Change) -> None:
    call(change)
    call(change, client="another partner", body="b")
    assert change.times == 2


def test_without_a_key_every_call_is_a_new_one(change: Change) -> None:
    call(change, key=None)
    call(change, key=None)
    assert change.times == 2


def test_a_refused_call_may_be_put_right_under_its_key(change: Change) -> None:
    def refuse() -> tuple[int, Any, dict[str, str]]:
        raise REASON_REQUIRED.error("reason")

    with pytest.raises(DomainError, match="REASON_REQUIRED"):
        call(refuse)
    assert call(change, body="put right").status_code == 201


def test_a_second_call_waits_for_the_first_and_hears_its_answer(change: Change) -> None:
    begun, go_on = Event(), Event()

    def slow() -> tuple[int, Any, dict[str, str]]:
        begun.set()
        assert go_on.wait(60)
        return change()

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(call, slow)
        assert begun.wait(60)
        second = pool.submit(call, change)
        assert not second.done()
        go_on.set()
        assert said(first.result(60)) == said(second.result(60))
    assert change.times == 1


def test_when_the_first_is_refused_the_second_runs(change: Change) -> None:
    begun, go_on = Event(), Event()

    def slow() -> tuple[int, Any, dict[str, str]]:
        begun.set()
        assert go_on.wait(60)
        raise REASON_REQUIRED.error("reason")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(call, slow)
        assert begun.wait(60)
        second = pool.submit(call, change)
        go_on.set()
        with pytest.raises(DomainError, match="REASON_REQUIRED"):
            first.result(60)
        assert said(second.result(60)) == {"number": 1}
    assert said(call(change)) == {"number": 1}


def test_nobody_waits_for_ever_for_a_slow_first(change: Change) -> None:
    begun, go_on = Event(), Event()

    def slow() -> tuple[int, Any, dict[str, str]]:
        begun.set()
        assert go_on.wait(60)
        return change()

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(call, slow)
        assert begun.wait(60)
        with pytest.raises(DomainError, match="IDEMPOTENCY_KEY_BUSY"), unit_of_work() as session:
            session.execute(text("SET LOCAL statement_timeout = 200"))
            once(session, client="partner", key="order-1", print_="a", machine_now=NOW, run=change)
        go_on.set()
        assert first.result(60).status_code == 201
    assert change.times == 1


def test_many_at_once_with_one_key_make_one_change(change: Change) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: said(call(change)), range(16)))
    assert answers == [{"number": 1}] * 16
    assert change.times == 1


def test_answers_are_kept_for_a_day_and_no_longer(change: Change) -> None:
    call(change)
    call(change, now=NOW + timedelta(hours=24))
    assert change.times == 1
    call(change, now=NOW + timedelta(hours=24, seconds=1))
    assert change.times == 2
    with unit_of_work() as session:
        assert session.exec(select(func.count()).select_from(IdempotencyRecord)).one() == 1


@pytest.mark.parametrize(
    "other",
    [
        ("POST", "/b", b"", {}),
        ("PUT", "/a", b"", {}),
        ("POST", "/a", b"x=1", {}),
        ("POST", "/a", b"", {"a": 2}),
    ],
)
def test_method_address_query_and_body_make_a_call(other: tuple[str, str, bytes, dict[str, int]]) -> None:
    def printed(method: str, path: str, query: bytes, body: dict[str, int]) -> str:
        scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": []}
        return fingerprint(Request(scope | {"server": ("vaxla.test", 80)}), body)

    same = ("POST", "/a", b"", {})
    assert printed(*same) == printed(*same) != printed(*other)
