"""A sheet as the person sees it: a name, and rows under the row numbers of their own spreadsheet program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | bool | None
"""Dates and times arrive as ISO text. A number stays a number: Excel takes the first zero of `070…`.

A formula without a calculated value arrives as text that begins with `=`.
"""

_INVISIBLE: Final = dict.fromkeys(map(ord, "\0\u200b\u200c\u200d\u2060\ufeff\u00ad"))
A_DASH: Final = frozenset({"-", "–", "—"})


class Row(NamedTuple):
    """One row. `number` counts from 1, as in the margin; trailing blank cells may be left out."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Rows that are blank throughout are left out; the others keep their numbers."""

    name: str
    rows: list[Row]


def cell_at(row: Row, column: int) -> Cell:
    """The cell in a column counted from 0; beyond the end of the row it is blank."""
    return row.cells[column] if column < len(row.cells) else None


def text_of(cell: Cell) -> str:
    """What stands in a cell, as text on one line, single-spaced; `200.0` is "200"."""
    if isinstance(cell, str):
        if cell.isalnum():
            return cell
        if cell.isascii() and "  " not in cell and cell.isprintable():
            return cell.strip()
        return " ".join(cell.translate(_INVISIBLE).split())
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a person would call the cell empty: spaces do not count."""
    if isinstance(cell, str):
        return not cell or (not cell[0].isalnum() and not text_of(cell))
    return cell is None


def column_letter(column: int) -> str:
    """0 is A, 25 is Z, 26 is AA: the letter over the column."""
    letters = ""
    column += 1
    while column:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def column_of(letters: bytes) -> int:
    """A is 0, Z is 25, AA is 26: the column under its letters, as a file has them."""
    column = 0
    for each in letters:
        column = column * 26 + each - ord("A") + 1
    return column - 1
