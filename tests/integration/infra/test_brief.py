"""Calls that run on the event loop behave as those in threads do, and hold nobody up while they wait (ADR 7)."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from entrypoints.web_base import bare_app
from infra.brief import brief
from infra.db import get_engine, reading, unit_of_work
from infra.loop_driver import run_on_loop
from infra.sandboxes import at, here
from kernel.errors import REASON_REQUIRED

from ..conftest import served

EMPTY = "CREATE TABLE IF NOT EXISTS brief_test (word text); TRUNCATE brief_test"


def ask(words: str, **values: Any) -> Any:
    """The one value of a statement, in a unit of work."""
    with unit_of_work() as session:
        return session.connection().execute(text(words), values).scalar()


def ready() -> None:
    """Let there be connections at rest."""
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(get_engine().connect())


def _app() -> FastAPI:
    app = bare_app()

    @app.get("/where")
    @brief
    def where() -> list[Any]:
        return [threading.current_thread().name, ask("SELECT 1")]

    @app.get("/slow")
    @brief
    def slow(lock: int) -> int:
        return int(ask("SELECT 1 FROM pg_advisory_xact_lock(:lock)", lock=lock))

    @app.get("/refused")
    @brief
    def refused() -> None:
        ask("SELECT 1")
        raise REASON_REQUIRED.error("reason")

    @app.get("/nul")
    @brief
    def nul() -> None:
        ask("SELECT CAST(:word AS text)", word="a\x00b")

    @app.get("/killed")
    @brief
    def killed() -> None:
        ask("SELECT pg_terminate_backend(pg_backend_pid())")

    return app


@pytest.fixture(scope="module")
def address(database: str) -> Iterator[str]:
    assert database
    with served(_app()) as address:
        yield address


@pytest.fixture
def http(address: str) -> Iterator[httpx.Client]:
    ready()
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


def where(http: httpx.Client) -> str:
    """The thread a call ran in."""
    thread, one = http.get("/where").json()
    assert one == 1
    return str(thread)


def test_it_runs_on_the_loop_while_connections_lie_ready(http: httpx.Client) -> None:
    on_loop = {where(http) for _ in range(5)}
    assert len(on_loop) == 1
    assert not on_loop.pop().startswith("AnyIO")


def test_a_thread_makes_the_first_connection_and_waits_for_the_last(http: httpx.Client) -> None:
    get_engine().dispose()
    assert where(http).startswith("AnyIO")
    with ExitStack() as all_out:
        for _ in range(40):
            all_out.enter_context(get_engine().connect())
        assert where(http).startswith("AnyIO")
    assert not where(http).startswith("AnyIO")


def test_others_are_answered_while_it_waits_for_the_database(http: httpx.Client, address: str) -> None:
    answers: list[int] = []

    def wait() -> None:
        answers.append(httpx.get(f"{address}/slow?lock=77", timeout=60).json())

    with get_engine().connect() as holder:
        holder.execute(text("SELECT pg_advisory_xact_lock(77)"))
        waiting = [threading.Thread(target=wait) for _ in range(2)]
        for each in waiting:
            each.start()
        seen = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted"
        while ask(seen) < 2:
            assert where(http)
        assert not where(http).startswith("AnyIO")
        assert answers == []
    for each in waiting:
        each.join()
    assert answers == [1, 1]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/refused", 422, "REASON_REQUIRED"),
        ("/nul", 422, "CHARACTER_NOT_STORABLE"),
        ("/killed", 503, "UNAVAILABLE"),
    ],
)
def test_what_goes_wrong_is_told_as_anywhere(http: httpx.Client, path: str, status: int, code: str) -> None:
    refused = http.get(path, headers={"Accept": "application/json"})
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    ready()
    assert where(http)


def test_connections_that_died_while_they_lay_ready_are_replaced(http: httpx.Client, database: str) -> None:
    others = "FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    with psycopg.connect(database, autocommit=True) as killer:
        killer.execute(f"SELECT pg_terminate_backend(pid) {others}")
    for _ in range(5):
        assert where(http)


@pytest.fixture
def words(database: str) -> Iterator[Callable[[], list[str]]]:
    """The words that were written and committed."""
    assert database
    with get_engine().begin() as connection:
        connection.execute(text(EMPTY))

    def written() -> list[str]:
        with get_engine().connect() as connection:
            return list(connection.execute(text("SELECT word FROM brief_test ORDER BY word")).scalars())

    yield written
    with get_engine().begin() as connection:
        connection.execute(text("DROP TABLE brief_test"))


def _write(word: str) -> str:
    with unit_of_work() as session:
        session.connection().execute(text("INSERT INTO brief_test VALUES (:word)"), {"word": word})
        session.connection().execute(text("SELECT pg_sleep(0.05)"))
    return word


def test_many_at_once_each_have_a_transaction_of_their_own(words: Callable[[], list[str]]) -> None:
    async def many() -> list[str]:
        return await asyncio.gather(*(run_on_loop(lambda i=i: _write(f"{i:02}")) for i in range(8)))

    ready()
    assert asyncio.run(many()) == [f"{i:02}" for i in range(8)] == words()


def test_it_runs_to_its_end_when_whoever_asked_goes_away(words: Callable[[], list[str]]) -> None:
    async def go_away() -> None:
        asked = asyncio.create_task(run_on_loop(lambda: _write("stays")))
        await asyncio.sleep(0)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        await asyncio.to_thread(written)

    def written() -> None:
        deadline = time.monotonic() + 30
        while words() != ["stays"]:
            assert time.monotonic() < deadline
            time.sleep(0.01)

    ready()
    asyncio.run(go_away())


def test_it_works_at_the_place_of_its_call_and_leaves_others_alone() -> None:
    def look() -> tuple[str, str]:
        before = here()
        ask("SELECT pg_sleep(0.02)")
        return before, here()

    async def at_place(place: str) -> tuple[str, str]:
        with at(place):
            return await run_on_loop(look)

    async def both() -> list[tuple[str, str]]:
        return await asyncio.gather(at_place("public"), at_place(""))

    ready()
    assert asyncio.run(both()) == [("public", "public"), ("", "")]


def test_reading_is_no_transaction_and_leaves_none_behind(words: Callable[[], list[str]]) -> None:
    begun = text("SELECT now() = statement_timestamp() AND pg_sleep(0.001) IS NOT NULL")
    with reading() as session:
        assert [session.connection().execute(begun).scalar() for _ in range(2)] == [True, True]
    with unit_of_work() as session:
        assert [session.connection().execute(begun).scalar() for _ in range(2)] == [False, False]
    with pytest.raises(RuntimeError), unit_of_work() as session:
        session.connection().execute(text("INSERT INTO brief_test VALUES ('gone')"))
        raise RuntimeError
    assert words() == []


def test_reading_in_a_sandbox_finds_what_is_the_sandbox_s() -> None:
    where_am_i = text("SELECT current_setting('search_path')")
    with at("pg_catalog"), reading() as session:
        assert session.connection().execute(where_am_i).scalar() == "pg_catalog"
    with reading() as session:
        assert session.connection().execute(where_am_i).scalar() != "pg_catalog"
