"""Lists and cases are read in a fixed number of statements, however many they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from delivery import queries
from infra.db import get_engine

from .conftest import Delivery

MOST_STATEMENTS = 6
MOST_FOR_A_CASE = 9


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


def test_a_longer_list_takes_no_more_statements(three: Delivery) -> None:
    with statements() as for_three:
        lines = three.ask(queries.list_cases)
    due = [line.next_action.due_on for line in lines if line.next_action.due_on]
    assert due == sorted(due)
    assert len(due) == 3
    assert len(for_three) <= MOST_STATEMENTS


def test_a_case_is_read_in_few_statements(three: Delivery) -> None:
    three.finish_preparations()
    with statements() as sent:
        three.view()
    assert len(sent) <= MOST_FOR_A_CASE
