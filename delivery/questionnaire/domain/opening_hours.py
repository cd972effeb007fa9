"""Opening hours as people write them: `8–17`, `8–12, 13–17`, `mån–tors 8–16, fre 8–15`, `stängt`."""

from __future__ import annotations

import re
from typing import Final

from delivery.questionnaire.domain.errors import HOURS_WRONG

CLOSED: Final = "stängt"
_SPAN: Final = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?-(\d{1,2})(?:[.:]?(\d{2}))?")
_CLOSED: Final = frozenset({CLOSED, "closed", "-"})
_ALWAYS: Final = frozenset({"dygnetrunt", "alltid", "always", "24h"})
_DAY, _HOUR = 24 * 60, 60
_SHORT: Final = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
_BEGINNINGS: Final = (("mån", "mon"), ("tis", "tue"), ("ons", "wed"), ("tor", "thu"), ("fre", "fri"), ("lör", "sat"), ("sön", "sun"))  # fmt: skip
_DAYS: Final = re.compile(r"([a-zåäö]+?)(?:-([a-zåäö]+?))?:?(?=\d|$|stängt|closed|dygnetrunt|alltid|always)")
SATURDAY, SUNDAY = 5, 6
_WORKING: Final = range(5)


def hours(value: str) -> str:
    """The hours of one day as `08.00–17.00`. Raises `ANSWER_HOURS`."""
    return _written(_spans(_squeezed(value), value))


def weekdays(value: str) -> str:
    """The same for Monday to Friday, where days may also be named. Raises `ANSWER_HOURS`."""
    if not _DAYS.search(_squeezed(value)) or _squeezed(value) in _CLOSED | _ALWAYS:
        return hours(value)
    week = read_week(value)
    return in_words({day: spans for day, spans in week.items() if day in _WORKING})


def read_week(value: str) -> dict[int, str]:
    """Hours by day, Monday is 0; a day that is not named is left out. Raises `ANSWER_HOURS`."""
    found: dict[int, str] = {}
    days: list[int] = list(_WORKING)
    for part in re.split(r"[,;]", _squeezed(value)):
        named = None if part in _CLOSED | _ALWAYS else _DAYS.match(part)
        if named:
            first = _day(named[1], value)
            days = list(range(first, (_day(named[2], value) if named[2] else first) + 1))
        spans = _written(_spans(part[named.end() :] if named else part, value))
        for day in days:
            found[day] = f"{found[day]}, {spans}" if day in found and not named else spans
    if not found:
        raise HOURS_WRONG.error(value=value)
    return found


def in_words(week: dict[int, str]) -> str:
    """A week as it is written on a door, days with the same hours together."""
    parts: list[tuple[int, int, str]] = []
    for day in sorted(week):
        if parts and parts[-1][2] == week[day] and parts[-1][1] == day - 1:
            parts[-1] = (parts[-1][0], day, week[day])
        else:
            parts.append((day, day, week[day]))
    return ", ".join(
        f"{_SHORT[first]}{'' if first == last else '–' + _SHORT[last]} {spans}"
        for first, last, spans in parts
    )


def _squeezed(value: str) -> str:
    return re.sub(r"\s|kl\.?", "", value.lower().replace("–", "-").replace("—", "-"))


def _day(word: str, value: str) -> int:
    for number, beginnings in enumerate(_BEGINNINGS):
        if word.startswith(beginnings):
            return number
    raise HOURS_WRONG.error(value=value)


def _spans(squeezed: str, value: str) -> list[tuple[int, int]]:
    if squeezed in _CLOSED:
        return []
    if squeezed in _ALWAYS:
        return [(0, _DAY)]
    spans: list[tuple[int, int]] = []
    for part in squeezed.split(","):
        found = _SPAN.fullmatch(part)
        opens = _minutes(found[1], found[2]) if found else _DAY
        closes = _minutes(found[3], found[4]) if found else 0
        if not (spans[-1][1] if spans else 0) <= opens < closes <= _DAY:
            raise HOURS_WRONG.error(value=value)
        spans.append((opens, closes))
    return spans


def _written(spans: list[tuple[int, int]]) -> str:
    return ", ".join(f"{_clock(opens)}–{_clock(closes)}" for opens, closes in spans) or CLOSED


def _minutes(hour: str, minute: str | None) -> int:
    """Minutes of the day; a minute above 59 makes the time impossible."""
    late = int(minute or 0)
    return int(hour) * _HOUR + late if late < _HOUR else _DAY * 2


def _clock(minutes: int) -> str:
    return f"{minutes // _HOUR:02}.{minutes % _HOUR:02}"
