"""When a timer rings."""

from __future__ import annotations

from datetime import date

import pytest

from delivery.domain.plan import Stored, board
from delivery.domain.states import CaseState
from delivery.people.domain.timers import GO_NO_GO, TimerKind, go_timer, rung

DUE = date(2027, 1, 19)
FORE = CaseState.FORBEREDELSER


def kinds(today: date, *rows: Stored) -> list[tuple[str, TimerKind]]:
    return [(timer.key, timer.kind) for timer in rung(board(rows), FORE, today)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 1, 14), []),
        (date(2027, 1, 15), [("customer_data", TimerKind.REMINDER)]),
        (DUE, [("customer_data", TimerKind.REMINDER)]),
        (date(2027, 1, 20), [("customer_data", TimerKind.ESCALATION)]),
    ],
)
def test_two_working_days_before_and_the_day_after(today: date, expected: list[object]) -> None:
    assert kinds(today, Stored("customer_data", DUE)) == expected


def test_what_is_done_or_waits_or_comes_in_a_later_phase_rings_nobody() -> None:
    late = date(2027, 2, 1)
    assert kinds(late, Stored("customer_data", DUE, done=True)) == []
    assert kinds(late, Stored("customer_data", DUE), Stored("mandate", DUE)) == [
        ("customer_data", TimerKind.ESCALATION)
    ]
    assert kinds(late, Stored("licences", DUE)) == []


def test_go_or_no_go_is_asked_for_from_the_working_day_before_the_stop() -> None:
    monday = date(2027, 3, 1)
    asked = [day for day in range(22, 29) if go_timer(monday, date(2027, 2, day), is_decided=False)]
    assert asked == [26, 27, 28], "from the Friday before"
    assert go_timer(monday, monday, is_decided=False)[0].key == GO_NO_GO
    assert go_timer(monday, date(2027, 3, 2), is_decided=False) == ()
    assert go_timer(monday, monday, is_decided=True) == ()
    assert go_timer(None, monday, is_decided=False) == ()
