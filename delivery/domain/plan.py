"""A case's plan: the table laid out on its dates, and where each activity stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from accounts.domain.roles import Role
from delivery.domain.activities import Activity, Anchors, Kind
from delivery.domain.options import Option
from delivery.domain.phases import ACTIVITIES, BY_KEY, LEAD_WORKING_DAYS
from delivery.domain.states import PHASES, CaseState
from kernel.workdays import add_workdays, is_past


class Standing(StrEnum):
    """Where an activity stands. `blocked` waits for others; `waiting` follows from facts by itself."""

    BLOCKED = "blocked"
    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is kept of an activity of a case."""

    key: str
    due_on: date | None = None
    done: bool = False
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An activity with its standing. `waits_for` names what must come first."""

    activity: Activity
    standing: Standing
    due_on: date | None
    waits_for: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return self.activity.key

    @property
    def owner(self) -> Role:
        return self.activity.owner

    @property
    def is_settled(self) -> bool:
        """Done, or waived with a reason: either way nobody waits for it."""
        return self.standing in (Standing.DONE, Standing.WAIVED)

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not settled."""
        return not self.is_settled and self.due_on is not None and is_past(self.due_on, today)


def anchors(opened: date, go_live: date, complete_on: date | None) -> Anchors:
    """The days to lay a plan on; data that is not complete yet counts from the day it must be."""
    return Anchors(opened, complete_on or add_workdays(go_live, -LEAD_WORKING_DAYS), go_live)


class Laid(NamedTuple):
    """An activity on its day. `pushed_by` is what it waits for that leaves it no earlier day."""

    activity: Activity
    due_on: date
    pushed_by: str = ""


def lay_out(
    options: frozenset[Option],
    on: Anchors,
    expected: Mapping[str, date] | None = None,
    settled: Mapping[str, date | None] | None = None,
) -> list[Laid]:
    """Every activity that these options call for, with its due day.

    A day is the row's own rule, or later when something it waits for comes later; `expected` are the slips,
    days that somebody has told. What is `settled` stays on the day it had, and holds nobody back longer than that
    or its own rule.
    """
    told = expected or {}
    laid: dict[str, Laid] = {}
    for row in ACTIVITIES:
        if row.applies(options):
            laid[row.key] = _laid(row, on, laid, told, settled or {})
    return list(laid.values())


def _laid(
    row: Activity,
    on: Anchors,
    before: Mapping[str, Laid],
    told: Mapping[str, date],
    settled: Mapping[str, date | None],
) -> Laid:
    if row.key in settled:
        rule = row.due_on(on)
        return Laid(row, min(rule, settled[row.key] or rule))
    if row.key in told:
        return Laid(row, told[row.key])
    earliest = Laid(row, row.due_on(on))
    for key in row.after:
        if key in before:
            day = add_workdays(before[key].due_on, row.takes) if row.takes else before[key].due_on
            if day > earliest.due_on:
                earliest = Laid(row, day, key)
    return earliest


def too_late(laid: Iterable[Laid], go_live: date) -> Laid | None:
    """What go-live would have to wait for: the latest result of a gate that comes after the day."""
    late = [each for each in laid if each.activity.gate and each.due_on > go_live]
    return max(late, key=lambda each: each.due_on, default=None)


def board(stored: Iterable[Stored]) -> tuple[Placed, ...]:
    """Where each kept activity stands, in the table's order. What does not apply is nobody's to wait for."""
    kept = {row.key: row for row in stored}
    settled = {key for key, row in kept.items() if row.done or row.waived}
    placed = []
    for activity in ACTIVITIES:
        row = kept.get(activity.key)
        if row is not None:
            waits = tuple(key for key in activity.after if key in kept and key not in settled)
            placed.append(Placed(activity, _standing(activity, row, waits), row.due_on, waits))
    return tuple(placed)


def _standing(activity: Activity, row: Stored, waits: tuple[str, ...]) -> Standing:
    if row.done:
        return Standing.DONE
    if row.waived:
        return Standing.WAIVED
    if waits:
        return Standing.BLOCKED
    return Standing.OPEN if activity.kind in (Kind.INPUT, Kind.CONFIRM) else Standing.WAITING


def lacking(placed: Sequence[Placed], phase: CaseState) -> tuple[Placed, ...]:
    """The results that the gate at the end of `phase` still lacks; none means it is open."""
    return tuple(
        row for row in placed if row.activity.phase == phase and row.activity.gate and not row.is_settled
    )


def in_reach(placed: Sequence[Placed], state: CaseState) -> tuple[Placed, ...]:
    """What can be done now: open, and of a phase that has begun."""
    begun = PHASES[: PHASES.index(state) + 1] if state in PHASES else PHASES
    return tuple(row for row in placed if row.activity.phase in begun and row.standing is Standing.OPEN)


def is_by_hand(key: str) -> bool:
    """Whether a person says that an activity is done; the others follow from facts."""
    return BY_KEY[key].kind in (Kind.INPUT, Kind.CONFIRM) and key not in FOLLOWING


# Inputs and confirmations that are made somewhere else than by ticking a row, and followed from there.
FOLLOWING = frozenset({"customer_data", "porting_preparation", "mandate"})
