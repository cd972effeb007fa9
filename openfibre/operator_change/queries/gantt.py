"""The timeline as a drawing: bars and marks in places, for an SVG; the same facts stand in a table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.deadlines import Standing
from openfibre.operator_change.domain.months import months_before
from openfibre.operator_change.queries.views import ProjectView, WaveLine

LEFT: Final = 190
WIDTH: Final = 900
ROW: Final = 26
TOP: Final = 34
_MARGIN: Final = timedelta(days=10)
_LEAST_BAR: Final = 4
_HUES: Final = {
    Standing.AHEAD: "ahead",
    Standing.OVERDUE: "bad",
    Standing.MET: "good",
    Standing.STALE: "wait",
    Standing.LATE: "bad",
}
_DIAMOND: Final = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time; `first` and `last` are both within it."""

    label: Text
    y: int
    x: int
    width: int
    hue: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that something is due; `points` is a diamond for SVG."""

    label: Text
    y: int
    x: int
    hue: str
    points: str


@dataclass(frozen=True, slots=True)
class Gantt:
    """The drawing. `months` are the grid, `today` a line, -1 when it lies outside."""

    width: int
    height: int
    months: tuple[tuple[int, date], ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    today: int


def gantt(view: ProjectView, today: date) -> Gantt | None:
    """The timeline of a project; none before there is a wave."""
    if not view.waves or view.brytpunkt_on is None:
        return None
    days = [each.raw for each in view.deadlines]
    days += [each.technical_on for each in view.waves]
    first, last = min(days) - _MARGIN, max(*days, view.brytpunkt_on) + _MARGIN
    scale = (WIDTH - LEFT) / (last - first).days

    def x(day: date) -> int:
        return LEFT + round((day - first).days * scale)

    bars: list[Bar] = []
    marks: list[Mark] = []
    y = TOP
    for wave in view.waves:
        for label, begins, ends, hue in _stretches(view, wave):
            bars.append(Bar(label, y, x(begins), max(_LEAST_BAR, x(ends) - x(begins)), hue))
            y += ROW
        for line in view.deadlines:
            if line.wave_number == wave.number and line.rule != "D1start":
                name = Text(sv=f"{line.rule} {line.asks.sv}", en=f"{line.rule} {line.asks.en}")
                marks.append(_mark(name, y, x(line.raw), _HUES[line.standing]))
                y += ROW
    for line in view.deadlines:
        if line.wave_number is None:
            name = Text(sv=f"{line.rule} {line.asks.sv}", en=f"{line.rule} {line.asks.en}")
            marks.append(_mark(name, y, x(line.raw), _HUES[line.standing]))
            y += ROW
    cut_over = Text(sv="B Brytpunkt", en="B Commercial cut-over")
    marks.append(_mark(cut_over, y, x(view.brytpunkt_on), "now"))
    inside = first <= today <= last
    months = tuple((x(day), day) for day in _months(first, last))
    return Gantt(WIDTH, y + ROW, months, tuple(bars), tuple(marks), x(today) if inside else -1)


def _stretches(view: ProjectView, wave: WaveLine) -> list[tuple[Text, date, date, str]]:
    start = {each.rule: each.raw for each in view.deadlines if each.wave_number == wave.number}
    begins = start.get("D1start", months_before(wave.technical_on, 6))
    name = f"{wave.number} {wave.name}".strip()
    found = [(Text(sv=f"Våg {name}", en=f"Wave {name}"), begins, wave.technical_on, "stretch")]
    if wave.freeze_first is not None and wave.freeze_last is not None:
        text = Text(sv=f"Nätfrys {wave.number}", en=f"Freeze {wave.number}")
        found.append((text, wave.freeze_first, wave.freeze_last, "freeze"))
    technical = Text(sv=f"T Migrering {wave.number}", en=f"T Migration {wave.number}")
    found.append((technical, wave.technical_on, wave.technical_on + timedelta(days=1), "technical"))
    return found


def _mark(label: Text, y: int, x: int, hue: str) -> Mark:
    middle = y + ROW // 2 - 2
    points = (
        f"{x},{middle - _DIAMOND} {x + _DIAMOND},{middle} {x},{middle + _DIAMOND} {x - _DIAMOND},{middle}"
    )
    return Mark(label, y, x, hue, points)


def _months(first: date, last: date) -> list[date]:
    found, day = [], date(first.year, first.month, 1)
    while day <= last:
        if day >= first:
            found.append(day)
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return found
