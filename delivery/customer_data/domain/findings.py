"""Where findings are gathered while a workbook is checked, and who was first with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from delivery.customer_data.domain.codes import Code, Issue
from delivery.customer_data.domain.fields import Field
from delivery.customer_data.domain.headers import SheetMapping
from delivery.customer_data.domain.sheets import A_DASH, Cell, Row, Sheet, text_of
from kernel.language import Text

_LET_GO: Final = Row(0, ())
_MOST_REMEMBERED: Final = 5_000
Place = tuple[str, int]
"""A sheet's name and a row's number."""


@dataclass(slots=True)
class Findings:
    """The issues so far, and the first place of each e-mail, extension and number."""

    issues: list[Issue] = field(default_factory=list)
    emails: dict[str, Place] = field(default_factory=dict)
    extensions: dict[str, Place] = field(default_factory=dict)
    numbers: dict[str, Place] = field(default_factory=dict)


class Entry(NamedTuple):
    """One row of a list. `texts` are its mapped cells as a person sees them, "" where one is blank.

    A lone dash is what people write for nothing, and reads as blank.
    """

    number: int
    cells: Sequence[Cell]
    texts: Mapping[Field, str]
    place: Place

    def text(self, what: Field) -> str:
        """The text of a field."""
        return self.texts.get(what, "")


def _shown(cell: Cell) -> str:
    text = text_of(cell)
    return "" if text in A_DASH else text


class _Shown(dict[str, str]):
    """What cells show, by what they hold: departments and the like stand in thousands of rows."""

    def __missing__(self, cell: str) -> str:
        if cell.isalnum():
            shown = cell
        elif len(cell) > 1 and cell.isascii() and "  " not in cell and cell.isprintable():
            shown = cell.strip()  # the usual case of `text_of`, spared two calls
        else:
            shown = _shown(cell)
        if len(self) < _MOST_REMEMBERED:
            self[cell] = shown
        return shown


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """A sheet under its mapping: cells are asked for by field."""

    sheet: Sheet
    mapping: SheetMapping
    columns: Mapping[Field, int]
    headings: dict[int, str]
    findings: Findings
    is_last_use: bool = False
    """Whether rows may be let go as soon as they have been read: half of the memory of a large list."""

    @classmethod
    def of(
        cls, sheet: Sheet, mapping: SheetMapping, findings: Findings, *, is_last_use: bool = False
    ) -> MappedSheet:
        header = next((row for row in sheet.rows if row.number == mapping.header_row), None)
        headings = {c: text_of(cell) for c, cell in enumerate(header.cells)} if header else {}
        return cls(sheet, mapping, mapping.columns, headings, findings, is_last_use)

    def entries(self) -> Iterator[Entry]:
        """The rows below the headings in which a mapped column holds something.

        Headings repeated further down (a list printed page by page and pasted back) are no entry.
        """
        columns = tuple(self.columns.items())
        titles = {what: self.headings.get(column, "") for what, column in columns}
        shown = _Shown()
        header_row, name = self.mapping.header_row, self.sheet.name
        for index, (number, cells) in enumerate(self.sheet.rows):
            if self.is_last_use and number > header_row:
                self.sheet.rows[index] = _LET_GO
            width = len(cells)
            texts = {
                what: shown[cell] if (cell := cells[column]).__class__ is str else _shown(cell)
                for what, column in columns
                if column < width
            }
            if number > header_row and any(texts.values()) and texts != titles:
                entry = Entry(number, cells, texts, (name, number))
                yield self._without_formulas(entry) if "=" in "".join(texts.values()) else entry

    def _without_formulas(self, entry: Entry) -> Entry:
        """The entry with every formula that has no value read as blank, and said to be so."""
        formulas = {what: text for what, text in entry.texts.items() if text.startswith("=")}
        for what, formula in formulas.items():
            self.report(Code.FORMULA_UNCALCULATED, entry, what, formula)
        return entry._replace(texts={**entry.texts, **dict.fromkeys(formulas, "")})

    def cell(self, entry: Entry, what: Field) -> Cell:
        """The cell of a field as it was sent, a number still a number; None when it reads as blank."""
        if not entry.texts.get(what):
            return None
        column = self.columns.get(what)
        return entry.cells[column] if column is not None and column < len(entry.cells) else None

    def report(self, code: Code, entry: Entry, what: Field, value: str = "", **facts: str | Text) -> None:
        """Note a finding in the cell of a field, or in the first mapped cell if the sheet lacks the field."""
        column = self.columns.get(what, min(self.columns.values()))
        heading = self.headings.get(column, "")
        self.findings.issues.append(
            Issue(code, self.sheet.name, entry.number, column, heading, value, tuple(facts.items()))
        )

    def claim(self, register: dict[str, Place], key: str, entry: Entry) -> Place | None:
        """Enter a value as this row's own; the place of an earlier owner when there is one."""
        owner = register.setdefault(key, entry.place)
        return None if owner is entry.place else owner

    def named(self, place: Place) -> Text:
        """A place in words, with its sheet only when that is another one."""
        sheet, row = place
        other = "" if sheet == self.sheet.name else f" ({sheet})"
        return Text(sv=f"rad {row}{other}", en=f"row {row}{other}")
