"""The shape of an activity, and what a table of activities must hold to be a plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from graphlib import TopologicalSorter

from accounts.domain.roles import Role
from delivery.domain.options import Option
from delivery.domain.states import CaseState
from kernel.workdays import add_workdays


class Kind(StrEnum):
    """How an activity gets done.

    `input` and `confirm` are done by a person (the one fills something in, the other says that it is so);
    `wait` and `automatic` follow from facts and nobody ticks them.
    """

    INPUT = "input"
    CONFIRM = "confirm"
    WAIT = "wait"
    AUTOMATIC = "automatic"


class Anchor(StrEnum):
    """The day that a due date is counted from."""

    OPENED = "opened"
    COMPLETE_DATA = "complete_data"
    GO_LIVE = "go_live"


@dataclass(frozen=True, slots=True)
class Due:
    """A number of working days after its anchor; negative is before."""

    days: int
    anchor: Anchor = Anchor.GO_LIVE


@dataclass(frozen=True, slots=True)
class Anchors:
    """The days a plan hangs on. `complete_data` is when the data was signed, or must be at the latest."""

    opened: date
    complete_data: date
    go_live: date


@dataclass(frozen=True, slots=True)
class Activity:
    """One row of the plan.

    `only_with` names the options that call for it: any of them is enough, none means always. `gate` says
    that the phase's gate does not open without its result. `takes` is how many working days lie at least
    between what it waits for and its own end.
    """

    key: str
    phase: CaseState
    owner: Role
    kind: Kind
    due: Due
    after: tuple[str, ...] = ()
    gate: bool = False
    only_with: frozenset[Option] = field(default_factory=frozenset)
    takes: int = 0

    def applies(self, options: frozenset[Option]) -> bool:
        """Whether a customer who ordered these options has the activity in the plan."""
        return not self.only_with or bool(self.only_with & options)

    def due_on(self, anchors: Anchors) -> date:
        """The last day to have it done, always a working day unless it is the anchor itself."""
        start: date = getattr(anchors, self.due.anchor.value)
        return add_workdays(start, self.due.days) if self.due.days else start


def checked(rows: Iterable[Activity], phases: tuple[CaseState, ...]) -> tuple[Activity, ...]:
    """The rows in an order in which each stands after all it waits for.

    Raises `ValueError` for a key that stands twice, a wait for something that does not exist or belongs to a
    later phase, a circle (`graphlib.CycleError` is a ValueError), or a person's task left to no person.
    """
    table = {}
    for row in rows:
        if row.key in table:
            raise ValueError(f"activity stands twice: {row.key}")
        table[row.key] = row
    for row in table.values():
        for other in row.after:
            if other not in table:
                raise ValueError(f"{row.key} waits for {other}, which does not exist")
            if phases.index(table[other].phase) > phases.index(row.phase):
                raise ValueError(f"{row.key} waits for {other}, which comes in a later phase")
    order = TopologicalSorter({row.key: row.after for row in table.values()}).static_order()
    return tuple(sorted((table[key] for key in order), key=lambda row: phases.index(row.phase)))
