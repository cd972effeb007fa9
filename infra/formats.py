"""How dates, instants, numbers and names of things are written for people, in Stockholm's time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from infra.clock import STOCKHOLM
from kernel.language import Language, Text

_WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "sv": ("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "sv": ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def day(value: date | datetime, language: Language) -> str:
    """A day with its weekday: `tis 5 jan 2027`, `Tue 5 Jan 2027`."""
    local = value.astimezone(STOCKHOLM).date() if isinstance(value, datetime) else value
    weekday, month = _WEEKDAYS[language][local.weekday()], _MONTHS[language][local.month - 1]
    return f"{weekday} {local.day} {month} {local.year}"


def moment(value: datetime, language: Language) -> str:
    """A day and the clock in Stockholm: `tis 5 jan 2027 kl. 10.00`, `Tue 5 Jan 2027 at 10:00`."""
    local = value.astimezone(STOCKHOLM)
    if language == "sv":
        return f"{day(local, language)} kl. {local:%H.%M}"
    return f"{day(local, language)} at {local:%H:%M}"


def in_both(write: Callable[[Any, Language], str], value: Any) -> Text:
    """A value written in both languages, for a fact of an error: `in_both(moment, deadline)`."""
    return Text(sv=write(value, "sv"), en=write(value, "en"))
