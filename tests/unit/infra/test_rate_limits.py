"""PA-02: how often one may ask, and what is told of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from infra import rate_limits
from infra.rate_limits import (
    MemoryCounter,
    Policy,
    RedisCounter,
    Standing,
    headers_of,
    refuse_too_many,
    spend,
)
from kernel.errors import DomainError


class Watch:
    """A clock that stands until it is told to go."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_window_opens_with_the_first_call_and_ends_by_itself() -> None:
    watch = Watch()
    counter = MemoryCounter(watch)
    told = []
    for seconds in (0, 20, 39.5, 60, 61):
        watch.at = seconds
        told += counter.count([("a", 60)])
    assert told == [(1, 60), (2, 40), (3, 20.5), (1, 60), (2, 59)]


def test_everybody_has_a_window_of_their_own() -> None:
    counter = MemoryCounter(Watch())
    assert counter.count([("a", 60), ("b", 10)]) == [(1, 60), (1, 10)]
    assert counter.count([("a", 60)]) == [(2, 60)]


def test_ended_windows_are_forgotten_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "_MOST_REMEMBERED", 10)
    watch = Watch()
    counter = MemoryCounter(watch)
    counter.count([(f"k{n}", 5) for n in range(20)])
    watch.at = 6
    counter.count([("a", 60)])
    assert set(counter._windows) == {"a"}


def test_no_call_is_lost_between_threads() -> None:
    counter = MemoryCounter(Watch())
    with ThreadPoolExecutor(8) as pool:
        had = list(pool.map(lambda _: counter.count([("a", 60)])[0][0], range(400)))
    assert sorted(had) == list(range(1, 401))


def test_while_redis_is_away_the_process_counts_by_itself_and_asks_again_later() -> None:
    watch = Watch()
    counter = RedisCounter("redis://127.0.0.1:1/0", watch)
    assert [counter.count([("a", 60)])[0][0] for _ in range(3)] == [1, 2, 3]
    asked: list[int] = []
    counter._script = lambda **_: asked.append(1) or [7, 30_000]
    assert counter.count([("a", 60)])[0][0] == 4
    assert not asked
    watch.at = 6
    assert counter.count([("a", 60)]) == [(7, 30.0)]


def test_what_is_told_has_the_form_of_the_draft() -> None:
    standings = [Standing(Policy("calls", 100), 99, 60), Standing(Policy("changes", 10, 30), -1, 12)]
    assert headers_of(standings) == {
        "RateLimit-Policy": '"calls";q=100;w=60, "changes";q=10;w=30',
        "RateLimit": '"calls";r=99;t=60, "changes";r=0;t=12',
    }


def test_the_last_call_of_a_quota_is_taken_and_the_next_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    counter = MemoryCounter(Watch())
    monkeypatch.setattr(rate_limits, "counter", lambda: counter)
    policies = [Policy("calls", 2, 60), Policy("changes", 2, 30)]
    for _ in range(2):
        refuse_too_many(spend("a", policies))
    with pytest.raises(DomainError, match="RATE_LIMITED") as refused:
        refuse_too_many(spend("a", policies))
    assert refused.value.facts["seconds"] == 60
    assert refused.value.facts["violated-policies"] == ["calls", "changes"]
    refuse_too_many(spend("b", policies))
