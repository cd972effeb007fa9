"""A change of plan, and the difference it makes: shown before it is saved, saved as it was shown (DL-12)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from accounts.domain.roles import Role
from delivery.domain.options import Option
from delivery.domain.phases import BY_KEY
from kernel.language import Text

_DIGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Slip:
    """Somebody says on which day an activity will be done; none takes the word back."""

    key: str
    expected_on: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a planner wants otherwise. What is none stays as it is."""

    go_live_on: date | None = None
    options: frozenset[Option] | None = None
    slip: Slip | None = None


class RowKind(StrEnum):
    """What happens to a row of the plan."""

    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """An activity whose day is another, that comes into the plan, or leaves it.

    `pushed_by` names what it waits for that leaves it no earlier day, empty when its own rule gives the day.
    """

    key: str
    kind: RowKind
    before: date | None
    after: date | None
    pushed_by: str = ""

    @property
    def owner(self) -> Role:
        return BY_KEY[self.key].owner


@dataclass(frozen=True, slots=True)
class Held:
    """A go-live day that the plan does not reach: the first that it does, and what comes when."""

    day: date
    key: str
    due_on: date


@dataclass(frozen=True, slots=True)
class Stuck:
    """A porting order that keeps its time, and why."""

    reference: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change makes of a case. `told` are the people who get a mail about it."""

    go_live_before: date
    go_live_after: date
    rows: tuple[RowChange, ...] = ()
    options_added: tuple[Option, ...] = ()
    options_removed: tuple[Option, ...] = ()
    orders_moved: tuple[str, ...] = ()
    orders_asked: tuple[str, ...] = ()
    orders_stuck: tuple[Stuck, ...] = ()
    held: Held | None = None
    told: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be otherwise."""
        orders = self.orders_moved or self.orders_asked or self.orders_stuck
        scope = self.options_added or self.options_removed
        return not (self.rows or orders or scope or self.go_live_before != self.go_live_after)

    @property
    def digest(self) -> str:
        """A short name of just this difference: what was shown is what is saved."""
        told = repr(
            (
                self.go_live_before,
                self.go_live_after,
                self.rows,
                self.options_added,
                self.options_removed,
                self.orders_moved,
                self.orders_asked,
                [each.reference for each in self.orders_stuck],
            )
        )
        return hashlib.sha256(told.encode()).hexdigest()[:_DIGEST]


def row_changes(
    before: Mapping[str, date | None],
    after: Mapping[str, tuple[date, str]],
    removed: Iterable[str],
) -> tuple[RowChange, ...]:
    """The rows that are not as they were, in the plan's order. `after` holds each day and what pushes it there."""
    changes = []
    gone = set(removed)
    for key in BY_KEY:
        if key in gone:
            changes.append(RowChange(key, RowKind.REMOVED, before.get(key), None))
        elif key in after and key not in before:
            changes.append(RowChange(key, RowKind.ADDED, None, *after[key]))
        elif key in after and before[key] != after[key][0]:
            changes.append(RowChange(key, RowKind.MOVED, before[key], *after[key]))
    return tuple(changes)
