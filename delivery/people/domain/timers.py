"""Reminders before something is due, and escalation after: each once for each due day (DL-05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from accounts.domain.roles import Role
from delivery.domain.plan import Placed, in_reach
from delivery.domain.states import CaseState
from kernel.language import Text
from kernel.workdays import add_workdays, is_past

REMIND_DAYS: Final = 2
"""Working days before the due day."""


class TimerKind(StrEnum):
    """What a timer does when its time has come."""

    REMINDER = "reminder"
    ESCALATION = "escalation"


# Who hears of it when something is late, beside whose it is. A planner's own lateness goes to all planners.
ESCALATES_TO: Final = {
    Role.TELEFONIANSVARIG: Role.LEVERANSPLANERARE,
    Role.IT_ANSVARIG: Role.LEVERANSPLANERARE,
    Role.FAKTURAANSVARIG: Role.LEVERANSPLANERARE,
    Role.FIRMATECKNARE: Role.LEVERANSPLANERARE,
    Role.TEKNISK_LEVERANSLEDARE: Role.LEVERANSPLANERARE,
    Role.ADMINISTRATIV_LEVERANSLEDARE: Role.LEVERANSPLANERARE,
    Role.LEVERANSPLANERARE: Role.LEVERANSPLANERARE,
}


@dataclass(frozen=True, slots=True)
class Timer:
    """An activity whose time to be reminded of has come, or has passed."""

    key: str
    owner: Role
    due_on: date
    kind: TimerKind


# No activity of the plan, but a day that must not pass unheard: the last on which the donors can still stop (DL-13).
GO_NO_GO: Final = "go_no_go"
GO_NO_GO_WORDS: Final = Text(
    sv="Besluta om ni kör eller stoppar, innan operatörerna inte längre kan stoppa flytten",
    en="Decide on go or no-go, before the operators can no longer stop the port",
)


def go_timer(deadline: date | None, today: date, *, is_decided: bool) -> tuple[Timer, ...]:
    """The planner's reminder of go or no-go, from the working day before the first stop deadline."""
    if deadline is None or is_decided or not deadline >= today >= add_workdays(deadline, -1):
        return ()
    return (Timer(GO_NO_GO, Role.LEVERANSPLANERARE, deadline, TimerKind.REMINDER),)


def horizon(today: date) -> date:
    """The last due day that a reminder is sent for today."""
    return add_workdays(today, REMIND_DAYS)


def rung(placed: Iterable[Placed], state: CaseState, today: date) -> tuple[Timer, ...]:
    """The timers of a case: of what somebody can do now, due soon or late. What waits for others rings nobody."""
    last = horizon(today)
    return tuple(
        Timer(
            row.key,
            row.owner,
            row.due_on,
            TimerKind.ESCALATION if is_past(row.due_on, today) else TimerKind.REMINDER,
        )
        for row in in_reach(tuple(placed), state)
        if row.due_on is not None and row.due_on <= last
    )
