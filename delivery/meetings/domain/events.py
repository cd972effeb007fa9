"""An entry of a calendar, as invitations and feeds are made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """`uid` stays the same when the time changes; `sequence` counts the changes. A `date` is a whole day."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | date | None = None
    place: str = ""
    words: str = ""
    sequence: int = 0
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited."""

    name: str
    email: str
