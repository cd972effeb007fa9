"""The ways to narrow the list of cases, as they stand in an address and in a saved filter."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from accounts.domain.roles import Role
from delivery.domain.queues import Queue
from delivery.domain.states import CaseState
from kernel.workdays import add_workdays

_NEAR_DAYS: Final = 5


class Whose(StrEnum):
    """Whose cases: anybody's, mine, or nobody's yet."""

    ANYBODY = ""
    MINE = "mine"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. Every field empty is everything that has not ended. `role` is whose the next action is."""

    queue: Queue | None = None
    phase: CaseState | None = None
    whose: Whose = Whose.ANYBODY
    planner: UUID | None = None
    role: Role | None = None
    at_risk: bool = False
    go_live_from: date | None = None
    go_live_to: date | None = None
    q: str = ""

    def query(self) -> dict[str, str]:
        """As it stands in an address: only what narrows."""
        values = {name: "yes" if value is True else value for name, value in asdict(self).items()}
        return {name: str(value) for name, value in values.items() if value}

    @property
    def narrows(self) -> bool:
        return bool(self.query())


def read_filter(given: dict[str, str]) -> Filter:
    """A filter from an address. What cannot be read narrows nothing: an old link still shows the list."""
    return Filter(
        queue=_read(Queue, given.get("queue", "")),
        phase=_read(CaseState, given.get("phase", "")),
        whose=_read(Whose, given.get("whose", "")) or Whose.ANYBODY,
        planner=_read(UUID, given.get("planner", "")),
        role=_read(Role, given.get("role", "")),
        at_risk=given.get("at_risk") == "yes",
        go_live_from=_read(date.fromisoformat, given.get("go_live_from", "")),
        go_live_to=_read(date.fromisoformat, given.get("go_live_to", "")),
        q=" ".join(given.get("q", "").replace("\x00", "").split())[:100],
    )


def _read(reader: Any, text: str) -> Any:
    try:
        return reader(text) if text else None
    except ValueError:
        return None


def go_live_days(queue: Queue, today: date) -> tuple[date, date] | None:
    """The first and last day of a list by go-live day; none for a list by what needs doing.

    The same days as `delivery.domain.queues.day_queue`, for a query.
    """
    tomorrow = add_workdays(today, 1)
    return {
        Queue.GO_LIVE_TODAY: (today, today),
        Queue.GO_LIVE_TOMORROW: (date.fromordinal(today.toordinal() + 1), tomorrow),
        Queue.GO_LIVE_NEXT_FIVE_DAYS: (
            date.fromordinal(tomorrow.toordinal() + 1),
            add_workdays(today, _NEAR_DAYS),
        ),
    }.get(queue)
