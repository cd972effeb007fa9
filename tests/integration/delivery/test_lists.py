"""The planner's lists: found by what people remember, counted, and read in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from delivery import queries
from delivery.domain.queues import Queue
from delivery.domain.states import CaseState
from infra.db import get_engine

from .conftest import Delivery

MOST_STATEMENTS = 18
MOST_FOR_A_CASE = 30


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    event.listen(get_engine(), "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(get_engine(), "before_cursor_execute", note)


@pytest.fixture
def three(delivery: Delivery) -> Delivery:
    delivery.open(customer_name="Bageriet Exempel AB", org_number="559999-9017", external_reference="B-7")
    delivery.open(customer_name="100 % Exempel AB", org_number="559999-9041", go_live_on=date(2027, 3, 9))
    delivery.open()
    return delivery


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("bageri", 1),
        ("B-7", 1),
        ("559999-9017", 1),
        ("5599999017", 1),
        ("VX-", 3),
        ("100 %", 1),
        ("%", 1),
        ("_", 0),
        ("finns inte", 0),
        ("", 3),
        ("   ", 3),
    ],
)
def test_a_case_is_found_by_what_people_remember(three: Delivery, asked: str, found: int) -> None:
    assert len(three.ask(queries.list_cases, search=asked)) == found


def test_a_case_is_found_by_a_number_in_any_writing(three: Delivery) -> None:
    three.finish_preparations()
    three.begin(CaseState.GENOMFORANDE)
    for writing in ("070-174 06 05", "+46701740605", "0701740605", "08-465 004"):
        assert [line.id for line in three.ask(queries.list_cases, search=writing)] == [three.case_id], writing


def test_the_nearest_due_comes_first_and_each_list_counts_its_own(three: Delivery) -> None:
    lines = three.ask(queries.list_cases)
    due = [line.next_action.due_on for line in lines if line.next_action.due_on]
    assert due == sorted(due)
    counts = {line.queue: line.count for line in queries.queue_counts(lines)}
    assert counts[Queue.WAITING_CUSTOMER] == 3
    assert counts[Queue.ENDED] == 0
    assert three.ask(queries.list_cases, queue=Queue.ATTENTION) == []
    assert len(three.ask(queries.list_cases, queue=Queue.WAITING_CUSTOMER)) == 3


def test_a_longer_list_takes_no_more_statements(three: Delivery) -> None:
    with statements() as for_three:
        assert len(three.ask(queries.list_cases)) == 3
    with statements() as for_one:
        assert len(three.ask(queries.list_cases, search="bageri")) == 1
    assert len(for_one) == len(for_three) + 1, "a search is one statement more"
    assert len(for_three) <= MOST_STATEMENTS


def test_a_case_is_read_in_few_statements(three: Delivery) -> None:
    three.finish_preparations()
    with statements() as sent:
        three.view()
    assert len(sent) <= MOST_FOR_A_CASE
