"""The person's own sheets back, with every faulty cell coloured and a comment that says what to do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment

from delivery.customer_data.domain.codes import Issue, Severity
from delivery.customer_data.domain.sheets import Row, Sheet, cell_at
from delivery.customer_data.gateways.cells import FILLS, as_cell, as_text, remark, sheet_title
from kernel.language import Language

_MOST_COMMENTS: Final = 2_000
_Marks = dict[int, dict[int, list[Issue]]]


class _Speaker:
    """Puts findings into comments, as long as there are not too many."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.left = _MOST_COMMENTS

    def of(self, issues: Iterable[Issue]) -> Comment | None:
        """A comment that tells of a cell's findings."""
        if not self.left:
            return None
        self.left -= 1
        return remark("\n\n".join(issue.text(self.language) for issue in issues))


def write_marked(
    sheets: Sequence[Sheet], issues: Iterable[Issue], target: Path | IO[bytes], language: Language
) -> None:
    """Write an xlsx with the same rows in the same places. Formulas come out as the text they were.

    An issue without a row or column is marked in the first cell of its sheet; one without a sheet is left
    out, for then there is nothing to show. Beyond two thousand cells a colour is all that is added: so many
    comments would make the file too heavy to open.
    """
    marks: dict[str, _Marks] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for issue in issues:
        if issue.sheet is not None:
            marks[issue.sheet][issue.row or 1][issue.column or 0].append(issue)
    workbook = Workbook(write_only=True)
    taken: set[str] = set()
    speak = _Speaker(language)
    for sheet in sheets or [Sheet("1", [])]:
        _write_sheet(workbook.create_sheet(sheet_title(sheet.name, taken)), sheet, marks[sheet.name], speak)
    workbook.save(target)


def _write_sheet(out: Any, sheet: Sheet, marks: _Marks, speak: _Speaker) -> None:
    """Row by row, blank ones too, so that every row keeps its number."""
    rows = {row.number: row for row in sheet.rows}
    for number in range(1, max((*rows, *marks), default=0) + 1):
        row = rows.get(number) or Row(number, ())
        marked = marks.get(number)
        cells = [as_cell(out, value) for value in row.cells]
        out.append(_marked(out, row, cells, marked, speak) if marked else cells)


def _marked(
    out: Any, row: Row, cells: list[Any], marked: Mapping[int, list[Issue]], speak: _Speaker
) -> list[Any]:
    """The row's cells, the faulty ones with colour and comment; a blank one is put there to carry them."""
    cells += [None] * (max(marked) + 1 - len(cells))
    for column, issues in marked.items():
        value = cell_at(row, column)
        cell = as_text(out, value if isinstance(value, str) else "")
        if value is not None and not isinstance(value, str):
            cell.value = value
        worst = min((issue.severity for issue in issues), key=list(Severity).index)
        cell.fill = FILLS[worst]
        cell.comment = speak.of(issues)
        cells[column] = cell
    return cells
