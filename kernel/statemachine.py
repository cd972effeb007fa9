"""A small state machine: a table of who may do what, from where, to where.

A row says its event, its sources, its target, who may cause it, and whether it is the point of no return.
The engine only looks rows up; it keeps no state. Tables are checked when they are made, so an ambiguous
or dead table never reaches a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from kernel.errors import ILLEGAL_TRANSITION, DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

S = TypeVar("S", bound="StrEnum")
E = TypeVar("E", bound="StrEnum")

ANYONE: Final = frozenset({"customer", "planner", "partner", "donor", "system"})


@dataclass(frozen=True, slots=True)
class Transition(Generic[S, E]):
    """One row: `event` takes `sources` to `to` when one of `actors` causes it."""

    event: E
    sources: tuple[S, ...]
    to: S
    actors: frozenset[str]
    pivot: bool = False
    why: str = ""


def on(event: E, *sources: S, to: S, by: str, pivot: bool = False, why: str = "") -> Transition[S, E]:
    """Write a row. `by` lists actors, separated by spaces; `pivot` marks the point of no return."""
    actors = frozenset(by.split())
    if not actors <= ANYONE:
        raise ValueError(f"unknown actor in {by!r}")
    return Transition(event, sources, to, actors, pivot, why)


@dataclass(frozen=True)
class Machine(Generic[S, E]):
    """The transition table of one kind of entity."""

    name: str
    initial: S
    final: frozenset[S]
    table: tuple[Transition[S, E], ...]
    _rows: Mapping[tuple[S, E], Transition[S, E]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the table and refuse one that is ambiguous, leaves a final state, or cannot reach a state."""
        rows: dict[tuple[S, E], Transition[S, E]] = {}
        for row in self.table:
            for source in row.sources:
                if (source, row.event) in rows:
                    raise ValueError(f"{self.name}: two rows for {source} + {row.event}")
                if source in self.final:
                    raise ValueError(f"{self.name}: {source} is final and has an exit")
                rows[source, row.event] = row
        object.__setattr__(self, "_rows", rows)
        unreachable = self.states() - self.reachable()
        if unreachable:
            raise ValueError(f"{self.name}: cannot be reached: {sorted(unreachable)}")

    def states(self) -> frozenset[S]:
        """Every state that the table names."""
        named = {self.initial, *self.final}
        for row in self.table:
            named.update(row.sources, (row.to,))
        return frozenset(named)

    def reachable(self, start: S | None = None) -> frozenset[S]:
        """Every state that can follow `start` (the initial one unless given), itself included."""
        seen = {start or self.initial}
        grown = True
        while grown:
            following = {row.to for (source, _), row in self._rows.items() if source in seen}
            grown = not following <= seen
            seen |= following
        return frozenset(seen)

    def allowed(self, state: S, actor: str) -> tuple[E, ...]:
        """The events that `actor` may cause in `state`, in table order."""
        return tuple(row.event for row in self.table if state in row.sources and actor in row.actors)

    def decide_any(self, state: S, event: E) -> Transition[S, E]:
        """The row for `event`, whoever causes it. Raises `ILLEGAL_TRANSITION`."""
        row = self._rows.get((state, event))
        if row is None:
            raise self._illegal(state, event, ())
        return row

    def decide(self, state: S, event: E, *, actor: str) -> Transition[S, E]:
        """Look up the row for `event`. Raises `ILLEGAL_TRANSITION` with what is allowed instead."""
        row = self._rows.get((state, event))
        if row is None or actor not in row.actors:
            raise self._illegal(state, event, self.allowed(state, actor))
        return row

    def _illegal(self, state: S, event: E, allowed: Iterable[E]) -> DomainError:
        names = [str(each) for each in allowed]
        return ILLEGAL_TRANSITION.error(
            entity=self.name,
            state=str(state),
            event=str(event),
            allowed=names,
            allowed_text=", ".join(names) or "–",
        )
