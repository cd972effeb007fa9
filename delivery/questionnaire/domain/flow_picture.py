"""Where the boxes and lines of a call flow stand, in units of the picture: pure geometry, drawn by a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from delivery.questionnaire.domain.call_flow import Step

BOX_WIDTH: Final = 170
BOX_HEIGHT: Final = 56
_GAP: Final = 26
_LEVEL: Final = 56
_ARRIVAL: Final = 34
_MARGIN: Final = 8
_PER_LETTER: Final = 8.2


@dataclass(frozen=True, slots=True)
class Box:
    """A step. `lines` are its name, broken to fit."""

    step: Step
    x: int
    y: int
    lines: tuple[str, ...]

    @property
    def middle(self) -> int:
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True, slots=True)
class Line:
    """A way on, as a path; the word for `by` stands at its beginning. `is_back` when it leads up again."""

    path: str
    by: str
    label_x: int
    label_y: int
    is_back: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


def draw(steps: Sequence[Step]) -> Picture | None:
    """Steps in levels, each below the first that leads to it; nothing to draw gives None."""
    if not steps:
        return None
    levels = _levels(steps)
    widest = max(len(level) for level in levels)
    width = widest * BOX_WIDTH + (widest - 1) * _GAP + 2 * _MARGIN + _GAP
    boxes: dict[str, Box] = {}
    for depth, level in enumerate(levels):
        used = len(level) * BOX_WIDTH + (len(level) - 1) * _GAP
        left = (width - _GAP - used) // 2
        for place, step in enumerate(level):
            x = left + place * (BOX_WIDTH + _GAP)
            boxes[step.key] = Box(step, x, _ARRIVAL + depth * (BOX_HEIGHT + _LEVEL), _broken(step.name))
    lines = tuple(_line(boxes[step.key], boxes[way.to], way.by, place, len(step.ways), width) for step in steps for place, way in enumerate(step.ways) if way.to in boxes)  # fmt: skip
    height = _ARRIVAL + len(levels) * (BOX_HEIGHT + _LEVEL) - _LEVEL + 3 * _MARGIN
    return Picture(width, height, tuple(boxes.values()), lines)


def _levels(steps: Sequence[Step]) -> list[list[Step]]:
    """Beginnings first; what nothing leads to stands in the first level too, where it is seen."""
    known = {step.key: step for step in steps}
    depth: dict[str, int] = {}
    led_to = {way.to for step in steps for way in step.ways}
    now = [step for step in steps if step.number or step.key not in led_to] or [steps[0]]
    level = 0
    while now or len(depth) < len(known):
        now = now or [next(step for step in steps if step.key not in depth)]
        for step in now:
            depth.setdefault(step.key, level)
        following = (known[way.to] for step in now for way in step.ways if way.to in known)
        now = list({step.key: step for step in following if step.key not in depth}.values())
        level += 1
    # What several steps lead to, a shared voicemail say, stands below all that lead down to it.
    for step in steps:
        before = [depth[each.key] for each in steps for way in each.ways if way.to == step.key]
        if before and not step.ways and not step.number:
            depth[step.key] = max(before) + 1
    lowest = max(depth.values())
    return [
        level_steps
        for each in range(lowest + 1)
        if (level_steps := [step for step in steps if depth[step.key] == each])
    ]


def _line(source: Box, target: Box, by: str, place: int, among: int, width: int) -> Line:
    """From below the one box to above the other; a way back, or past a level, goes round at the right."""
    x = source.x + BOX_WIDTH * (place + 1) // (among + 1)
    bottom = source.y + BOX_HEIGHT
    if target.y - source.y == BOX_HEIGHT + _LEVEL:
        half = (bottom + target.y) // 2
        path = f"M{x} {bottom} C{x} {half} {target.middle} {half} {target.middle} {target.y - 5}"
    else:
        edge = width - _MARGIN
        path = f"M{x} {bottom} v10 H{edge} V{target.y - 14} H{target.middle} v9"
    return Line(path, by, x + 4, bottom + 13, target.y <= source.y)


def _broken(name: str) -> tuple[str, ...]:
    """At most two lines; the rest of a long name is left to the list beside."""
    most = int(BOX_WIDTH / _PER_LETTER)
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= most or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [line if len(line) <= most else line[: most - 1] + "…" for line in lines[:2]]
    return (*kept[:-1], kept[-1] + "…") if len(lines) > 2 else tuple(kept)  # noqa: PLR2004
