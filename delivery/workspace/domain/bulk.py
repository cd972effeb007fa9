"""What can be done with many cases at once, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kernel.language import Text

MOST_AT_ONCE: Final = 100


class Deed(StrEnum):
    """What to do with each of the chosen cases."""

    ASSIGN = "assign"
    MOVE = "move"
    REMIND = "remind"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class DeedRow:
    """A deed, and what must be filled in for it: the names of the form's fields."""

    deed: Deed
    title: Text
    needs: tuple[str, ...]


DEEDS: Final = {
    row.deed: row
    for row in (
        DeedRow(Deed.ASSIGN, Text(sv="Byt planerare", en="Assign planner"), ("to", "reason")),
        DeedRow(Deed.MOVE, Text(sv="Flytta driftstart", en="Move go-live"), ("day", "reason")),
        DeedRow(Deed.REMIND, Text(sv="Påminn kunden", en="Remind the customer"), ()),
        DeedRow(Deed.NOTE, Text(sv="Skriv anteckning", en="Write a note"), ("reason",)),
    )
}
FIELD_TITLES: Final = {
    "do": Text(sv="åtgärd", en="action"),
    "to": Text(sv="planerare", en="planner"),
    "day": Text(sv="dag", en="day"),
    "reason": Text(sv="anledning eller anteckning", en="reason or note"),
}
