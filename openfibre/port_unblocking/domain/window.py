"""The clocks of an unblocking: how long the displaced consumer may take to answer, and what else must not wait.

Days are Stockholm's; instants are UTC. A timer is a row with a due time (`models.PortTimer`), so that it
outlives any process.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from kernel.leadtime import STOCKHOLM
from kernel.workdays import add_workdays, calendar

USUAL_ANSWER_DAYS: Final = 14
MOST_ANSWER_DAYS: Final = 90
SNAPSHOT_KEPT: Final = timedelta(days=90)
PING_PONG: Final = timedelta(days=30)

_DAY: Final = timedelta(days=1)


class TimerKind(StrEnum):
    """What a timer watches."""

    SWITCH_GAP = "switch_gap"
    NOTICE = "notice"
    CONTACT = "contact"
    ANSWER = "answer"
    ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class TimerRule:
    """A timer: the steps between which it runs, how long, and whether its end is an alarm or an answer.

    `working_days` ends with that Stockholm working day; `minutes` counts from the start.
    """

    kind: TimerKind
    steps: str
    minutes: int = 0
    working_days: int = 0
    alarm: bool = True


_K = TimerKind
TIMERS: Final = {
    rule.kind: rule
    for rule in (
        TimerRule(_K.SWITCH_GAP, "8–9", minutes=15),
        TimerRule(_K.NOTICE, "9–11", minutes=60),
        TimerRule(_K.CONTACT, "11–13", working_days=2),
        TimerRule(_K.ANSWER, "13–15", alarm=False),
        TimerRule(_K.ROLLBACK, "17–18", minutes=15),
    )
}


def midnight_after(day: date) -> datetime:
    """The end of a Stockholm day, as the first instant of the next."""
    return datetime.combine(day + _DAY, time(), STOCKHOLM).astimezone(UTC)


def due(kind: TimerKind, start: datetime) -> datetime:
    """When a timer that starts now is over. The answer window has its own function, `answer_window`."""
    rule = TIMERS[kind]
    if rule.working_days:
        return midnight_after(add_workdays(start.astimezone(STOCKHOLM).date(), rule.working_days))
    return start + timedelta(minutes=rule.minutes)


@dataclass(frozen=True, slots=True)
class AnswerWindow:
    """How long the displaced consumer may answer: to the end of `last_day`; at `closes_at` it is over."""

    contacted_on: date
    last_day: date
    closes_at: datetime


def answer_window(contacted_at: datetime, days: int = USUAL_ANSWER_DAYS) -> AnswerWindow:
    """The window of a first contact (steps 13–15): so many calendar days, rolled on to a working day."""
    contacted_on = contacted_at.astimezone(STOCKHOLM).date()
    last_day = calendar().on_or_after(contacted_on + timedelta(days=days))
    return AnswerWindow(contacted_on, last_day, midnight_after(last_day))
