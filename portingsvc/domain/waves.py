"""Waves of a port: the main number last, what belongs together at one hour (NP-06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from kernel.numbers import format_series
from portingsvc.domain.errors import MAIN_NUMBER_NOT_LAST, SERIES_SPLIT_IN_TIME

Timed = tuple[str, str, str, bool, datetime]
"""First, last, donor, whether it holds the main number, when."""


@dataclass(frozen=True, slots=True)
class Wave:
    """What is ported at one hour."""

    port_at: datetime
    series: tuple[tuple[str, str], ...]
    has_main: bool


def refuse_disorder(items: Sequence[Timed]) -> None:
    """Raises `MAIN_NUMBER_NOT_LAST`, and `SERIES_SPLIT_IN_TIME` for adjacent series of a donor at two hours.

    Adjacent series are one for the donor; ported apart, the second would be refused as part of a series. The
    series with the main number may wait for the rest.
    """
    latest = max((at for *_, at in items), default=None)
    for first, last, _, is_main, at in items:
        if is_main and latest is not None and at < latest:
            shown = latest.astimezone(ZoneInfo("Europe/Stockholm"))
            raise MAIN_NUMBER_NOT_LAST.error(
                "port_at", number=format_series(first, last), latest=f"{shown:%Y-%m-%d %H:%M}"
            )
    by_donor: dict[str, list[Timed]] = defaultdict(list)
    for item in items:
        if not item[3] and item[0] != item[1]:
            by_donor[item[2]].append(item)
    for donor, timed in by_donor.items():
        ordered = sorted(timed)
        for one, two in pairwise(ordered):
            if int(one[1][1:]) + 1 == int(two[0][1:]) and one[4] != two[4]:
                listed = f"{format_series(one[0], one[1])}, {format_series(two[0], two[1])}"
                raise SERIES_SPLIT_IN_TIME.error("port_at", listed=listed, donor=donor)


def waves_of(items: Sequence[Timed]) -> list[Wave]:
    """The waves that some timed series make, in order of time."""
    ordered = sorted(items, key=lambda item: (item[4], item[0]))
    return [
        Wave(at, tuple((first, last) for first, last, *_ in members), any(m[3] for m in members))
        for at, members in ((at, list(group)) for at, group in groupby(ordered, key=lambda item: item[4]))
    ]


def split_into_waves(items: Sequence[tuple[str, str, str, bool]], times: Sequence[datetime]) -> list[Timed]:
    """Give every series one of `times`: donors kept together, the main number at the last, evenly by count.

    With one time all are ported then.
    """
    hours = sorted(times)
    main = [item for item in items if item[3]]
    rest = [item for item in items if not item[3]]
    open_hours = hours[:-1] if main and rest and len(hours) > 1 else hours
    by_donor: dict[str, list[tuple[str, str, str, bool]]] = defaultdict(list)
    for item in rest:
        by_donor[item[2]].append(item)
    load = dict.fromkeys(open_hours, 0)
    timed: list[Timed] = []
    for family in sorted(by_donor.values(), key=_size, reverse=True):
        hour = min(open_hours, key=lambda each: (load[each], each))
        load[hour] += _size(family)
        timed += [(*item, hour) for item in family]
    return timed + [(*item, hours[-1]) for item in main]


def _size(family: Sequence[tuple[str, str, str, bool]]) -> int:
    return sum(int(last[1:]) - int(first[1:]) + 1 for first, last, *_ in family)
