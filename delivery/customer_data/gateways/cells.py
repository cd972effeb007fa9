"""Putting a stranger's words into a cell so that they stay words."""

from __future__ import annotations

from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from delivery.customer_data.domain.codes import Severity
from delivery.customer_data.domain.sheets import Cell

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL: Final = 32_767
_REFUSED_IN_SHEET_NAMES: Final = str.maketrans("[]:*?/\\", "-------")
_LONGEST_SHEET_NAME: Final = 31
_COMMENT_WIDTH, _COMMENT_HEIGHT = 340, 150

HEADING_FILL: Final = PatternFill("solid", fgColor="FFE8EEF4")
HEADING_FONT: Final = Font(bold=True)
FILLS: Final = {
    Severity.ERROR: PatternFill("solid", fgColor="FFFFC7CE"),
    Severity.WARNING: PatternFill("solid", fgColor="FFFFEB9C"),
}


def as_text(sheet: Any, words: str) -> Any:
    """A cell that shows `words` and never computes: nothing that begins like a formula is one.

    The type is text, and the quote prefix keeps it text when a person edits the cell. No apostrophe is added,
    so the file can be uploaded again as it is.
    """
    cell: Any = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", words)[:_LONGEST_CELL])
    if words.startswith(_STARTS_A_FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def as_cell(sheet: Any, value: Cell) -> Any:
    """A value for a row: text that is safe, and everything else as it is."""
    return as_text(sheet, value) if isinstance(value, str) else value


def remark(words: str) -> Comment:
    """A comment of a size at which its text can be read."""
    return Comment(words, "Växla", width=_COMMENT_WIDTH, height=_COMMENT_HEIGHT)


def sheet_title(name: str, taken: set[str]) -> str:
    """A name that a spreadsheet program accepts: not too long, without its own signs, not used before."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", name).translate(_REFUSED_IN_SHEET_NAMES).strip("' ")
    title, number = clean[:_LONGEST_SHEET_NAME] or "1", 2
    while title.casefold() in taken:
        suffix = f" {number}"
        title, number = clean[: _LONGEST_SHEET_NAME - len(suffix)] + suffix, number + 1
    taken.add(title.casefold())
    return title
