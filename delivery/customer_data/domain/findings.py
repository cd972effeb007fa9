"""Where findings are gathered while a workbook is checked, and who was first with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from delivery.customer_data.domain.codes import Code, Issue
from delivery.customer_data.domain.fields import Field
from delivery.customer_data.domain.headers import SheetMapping
from delivery.customer_data.domain.sheets import Cell, Row, Sheet, cell_at, entry_of, is_blank, text_of
from kernel.language import Text

Place = tuple[str, int]
"""A sheet's name and a row's number."""


@dataclass(slots=True)
class Findings:
    """The issues so far, and the first place of each e-mail, extension and number."""

    issues: list[Issue] = field(default_factory=list)
    emails: dict[str, Place] = field(default_factory=dict)
    extensions: dict[str, Place] = field(default_factory=dict)
    numbers: dict[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MappedSheet:
    """A sheet under its mapping: cells are asked for by field."""

    sheet: Sheet
    mapping: SheetMapping
    columns: Mapping[Field, int]
    headings: dict[int, str]
    findings: Findings

    @classmethod
    def of(cls, sheet: Sheet, mapping: SheetMapping, findings: Findings) -> MappedSheet:
        header = next((row for row in sheet.rows if row.number == mapping.header_row), None)
        headings = {c: text_of(cell) for c, cell in enumerate(header.cells)} if header else {}
        return cls(sheet, mapping, mapping.columns, headings, findings)

    def entries(self) -> Iterator[Row]:
        """The rows below the headings in which a mapped column holds something.

        Headings repeated further down (a list printed page by page and pasted back) are no entry.
        """
        columns = tuple(sorted(self.columns.values()))
        for row in self.sheet.rows:
            if row.number <= self.mapping.header_row:
                continue
            held = next((column for column in columns if not is_blank(cell_at(row, column))), None)
            if held is not None and not self._repeats_headings(row, held, columns):
                yield row

    def _repeats_headings(self, row: Row, held: int, columns: tuple[int, ...]) -> bool:
        """Judged by the first cell in nearly every row; only a match there asks for the rest."""
        return text_of(cell_at(row, held)) == self.headings.get(held) and all(
            text_of(cell_at(row, column)) == self.headings.get(column) for column in columns
        )

    def cell(self, row: Row, what: Field) -> Cell:
        column = self.columns.get(what)
        return None if column is None else cell_at(row, column)

    def text(self, row: Row, what: Field) -> str | None:
        """The text of a free cell; None when blank."""
        return text_of(self.cell(row, what)) or None

    def entry(self, row: Row, what: Field) -> str:
        """The text of a cell with a rule; a lone dash is blank."""
        return entry_of(self.cell(row, what))

    def report(self, code: Code, row: Row, what: Field, value: str = "", **facts: str | Text) -> None:
        """Note a finding in the cell of a field, or in the first mapped cell if the sheet lacks the field."""
        column = self.columns.get(what, min(self.columns.values()))
        heading = self.headings.get(column, "")
        self.findings.issues.append(
            Issue(code, self.sheet.name, row.number, column, heading, value, tuple(facts.items()))
        )

    def claim(self, register: dict[str, Place], key: str, row: Row) -> Place | None:
        """Enter a value as this row's own; the place of an earlier owner when there is one."""
        here = (self.sheet.name, row.number)
        owner = register.setdefault(key, here)
        return None if owner == here else owner

    def named(self, place: Place) -> Text:
        """A place in words, with its sheet only when that is another one."""
        sheet, row = place
        other = "" if sheet == self.sheet.name else f" ({sheet})"
        return Text(sv=f"rad {row}{other}", en=f"row {row}{other}")
