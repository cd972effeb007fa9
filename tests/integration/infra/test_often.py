"""A statement given to the driver without a detour says and refuses what SQLAlchemy's own way does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, insert, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session

from infra.db import get_engine, unit_of_work
from infra.often import Often
from kernel.errors import DomainError

META = MetaData()
TABLE = Table(
    "often_test",
    META,
    Column("id", Integer, primary_key=True),
    Column("word", Text),
    Column("facts", JSONB),
    Column("kind", Text),
)
PUT = Often(
    insert(TABLE).values(id=bindparam("id"), word=bindparam("word"), facts=bindparam("facts"), kind="fixed")
)
ROW: dict[str, Any] = {"id": 1, "word": "Säffle 100 %", "facts": {"a": [1, None, "å"]}}


@pytest.fixture(autouse=True)
def table(database: str) -> Iterator[None]:
    assert database
    META.create_all(get_engine())
    yield
    META.drop_all(get_engine())


def put(session: Session, **other: Any) -> None:
    PUT.ask(session, {**ROW, **other})


def test_it_belongs_to_its_unit_of_work() -> None:
    with unit_of_work() as session:
        put(session)
    with pytest.raises(RuntimeError), unit_of_work() as session:
        put(session, id=2)
        raise RuntimeError
    with unit_of_work() as session:
        rows = session.connection().execute(select(TABLE)).all()
    assert [tuple(each) for each in rows] == [(1, ROW["word"], ROW["facts"], "fixed")]


def test_it_gives_rows_in_the_driver_s_types() -> None:
    read = Often(text("SELECT id, facts, word LIKE '%%' FROM often_test WHERE id = :id").bindparams(id=1))
    found = Often(select(TABLE.c.id, TABLE.c.facts).where(TABLE.c.id == bindparam("wanted")))
    with unit_of_work() as session:
        put(session)
        assert read.ask(session, {}) == [(1, ROW["facts"], True)]
        assert found.ask(session, {"wanted": 1}) == [(1, ROW["facts"])]
        assert found.ask(session, {"wanted": 2}) == []


def test_every_value_must_be_given() -> None:
    with unit_of_work() as session, pytest.raises(KeyError, match="word"):
        PUT.ask(session, {"id": 1, "facts": {}})


def test_it_refuses_as_sqlalchemy_does() -> None:
    with pytest.raises(IntegrityError) as refused, unit_of_work() as session:
        put(session)
        put(session)
    assert getattr(refused.value.orig, "sqlstate", "") == "23505"
    assert "Säffle" not in str(refused.value)
    with pytest.raises(DomainError) as told, unit_of_work() as session:
        put(session, word="a\x00b")
    assert told.value.code == "CHARACTER_NOT_STORABLE"


def test_a_lost_connection_is_thrown_away_and_told() -> None:
    with pytest.raises(DomainError) as told, unit_of_work() as session:
        Often(text("SELECT pg_terminate_backend(pg_backend_pid())")).ask(session, {})
    assert told.value.code == "UNAVAILABLE"
    with unit_of_work() as session:
        put(session)


def test_a_limit_of_time_keeps_its_name() -> None:
    with pytest.raises(OperationalError) as slow, unit_of_work() as session:
        session.connection().execute(text("SET LOCAL statement_timeout = 20"))
        Often(text("SELECT pg_sleep(5)")).ask(session, {})
    assert getattr(slow.value.orig, "sqlstate", "") == "57014"
