"""Maintenance that disturbs customers is announced at least ten working days before (IN-04, seed 003 5.1).

Counted as a port's lead is: the day of announcement is not counted, and an announcement on a day off or after
17:00 counts as made on the next working day. What disturbs nobody may be done any time.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from kernel import leadtime
from kernel.errors import ErrorKind, spec
from kernel.language import Text
from kernel.leadtime import STOCKHOLM
from kernel.statemachine import Machine, on

NOTICE_DAYS: Final = 10
LONGEST: Final = timedelta(days=7)


class MaintenanceState(StrEnum):
    """Where a planned maintenance stands."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    DONE = "done"
    CANCELLED = "cancelled"


class MaintenanceEvent(StrEnum):
    """What happens to it."""

    ANNOUNCE = "announce"
    MOVE = "move"
    FINISH = "finish"
    CANCEL = "cancel"


_S, _E = MaintenanceState, MaintenanceEvent
MAINTENANCE: Final = Machine(
    "maintenance",
    _S.PLANNED,
    frozenset({_S.DONE, _S.CANCELLED}),
    (
        on(_E.ANNOUNCE, _S.PLANNED, to=_S.ANNOUNCED, by="planner"),
        on(_E.MOVE, _S.ANNOUNCED, to=_S.ANNOUNCED, by="planner", why="announced anew, with the same notice"),
        on(_E.FINISH, _S.ANNOUNCED, to=_S.DONE, by="planner system"),
        on(_E.CANCEL, _S.PLANNED, _S.ANNOUNCED, to=_S.CANCELLED, by="planner"),
    ),
)
STATES: Final = {
    _S.PLANNED: Text(sv="planerat", en="planned"),
    _S.ANNOUNCED: Text(sv="meddelat", en="announced"),
    _S.DONE: Text(sv="klart", en="done"),
    _S.CANCELLED: Text(sv="inställt", en="cancelled"),
}

NOTICE_TOO_SHORT = spec(
    "NOTICE_TOO_SHORT",
    ErrorKind.INVALID,
    sv="Arbete som stör kunder ska meddelas minst {days} arbetsdagar i förväg. {start} är för tidigt; tidigast {earliest}.",
    en="Maintenance that disturbs customers is announced at least {days} working days before. {start} is too early; "
    "{earliest} at the earliest.",
)
MAINTENANCE_BACKWARDS = spec(
    "MAINTENANCE_BACKWARDS",
    ErrorKind.INVALID,
    sv="Arbetet ska börja i framtiden, sluta efter att det börjat och vara högst en vecka.",
    en="The work must begin in the future, end after it begins, and last a week at most.",
)
MAINTENANCE_WORDLESS = spec(
    "MAINTENANCE_WORDLESS",
    ErrorKind.INVALID,
    sv="Skriv vad som görs och vad kunderna märker.",
    en="Say what is done and what customers notice.",
)
NOBODY_CONCERNED = spec(
    "NOBODY_CONCERNED",
    ErrorKind.CONFLICT,
    sv="Ingen av de valda kunderna har en växel i drift, så ingen berörs.",
    en="None of the chosen customers has a switchboard that is live, so nobody is concerned.",
)


def earliest_start(announced_at: datetime) -> date:
    """The first day on which disturbing work announced now may begin."""
    return leadtime.plan(announced_at, lead=NOTICE_DAYS).earliest_port_date


def refuse_times(starts_at: datetime, ends_at: datetime, now: datetime, *, disturbs: bool) -> None:
    """Raises `MAINTENANCE_BACKWARDS`, and `NOTICE_TOO_SHORT` for disturbing work under ten working days ahead."""
    if not now < starts_at < ends_at or ends_at - starts_at > LONGEST:
        raise MAINTENANCE_BACKWARDS.error("starts_at")
    start, earliest = starts_at.astimezone(STOCKHOLM).date(), earliest_start(now)
    if disturbs and start < earliest:
        raise NOTICE_TOO_SHORT.error("starts_at", days=NOTICE_DAYS, start=start, earliest=earliest)
