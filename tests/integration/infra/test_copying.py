"""Rows by the thousand: what is sent is what is stored, whatever stands in it."""

from __future__ import annotations

import gc
import threading

import pytest
from sqlmodel import Session, text

from infra.collector import collector_rests
from infra.copying import copy_rows, copying, line_of
from infra.db import unit_of_work
from kernel.errors import DomainError

ODD = ["plain", "", "a\tb", "a\nb", "a\r\nb", "C:\\N\\.", "\\N", "\\.", "å∅🙂", "'; DROP TABLE odd; --"]


@pytest.fixture
def table(session: Session) -> Session:
    session.execute(text("CREATE TEMPORARY TABLE odd (place integer, words text) ON COMMIT DROP"))
    return session


def words(session: Session) -> list[str]:
    return list(session.execute(text("SELECT words FROM odd ORDER BY place")).scalars())


def test_every_sign_arrives_as_it_was_sent(table: Session) -> None:
    copy_rows(table, "odd", ("place", "words"), [(str(n), each) for n, each in enumerate(ODD)])
    assert words(table) == ODD


def test_rows_may_come_in_parts(table: Session) -> None:
    with copying(table, "odd", ("place", "words")) as send:
        send([line_of(("0", "a"))])
        send([line_of(("1", "b\tc")), "\t".join([line_of(["2"]), line_of(["d"])])])
    assert words(table) == ["a", "b\tc", "d"]


def test_no_rows_are_no_copy(table: Session) -> None:
    copy_rows(table, "odd", ("place", "words"), [])
    assert words(table) == []


@pytest.mark.parametrize(
    ("row", "code"), [(("x", "no number"), "INVALID_INPUT"), (("1", "a\0b"), "CHARACTER_NOT_STORABLE")]
)
def test_what_no_column_can_hold_is_refused(clean: str, row: tuple[str, str], code: str) -> None:
    with pytest.raises(DomainError, match=code), unit_of_work() as session:
        session.execute(text("CREATE TEMPORARY TABLE odd (place integer, words text) ON COMMIT DROP"))
        copy_rows(session, "odd", ("place", "words"), [row])


def test_the_collector_rests_until_the_last_is_done() -> None:
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with collector_rests():
            inside.set()
            leave.wait(60)

    thread = threading.Thread(target=other)
    with collector_rests():
        thread.start()
        assert inside.wait(60)
        assert not gc.isenabled()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()
