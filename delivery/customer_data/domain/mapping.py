"""A mapping as it is kept with a version, shown to a person, and handed back corrected.

What is kept of a file beside its mapping is an outline: the first rows of each sheet, enough for a person to
say which column is what without the file being read again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from delivery.customer_data.domain.errors import (
    COLUMN_TWICE,
    COLUMNS_MISSING,
    HEADER_ROW_UNKNOWN,
    SAID_TWICE,
    SHEET_UNKNOWN,
)
from delivery.customer_data.domain.fields import SPECS, Field, SheetKind, squeeze
from delivery.customer_data.domain.headers import (
    Memory,
    SheetMapping,
    WorkbookMapping,
    has_enough,
    map_row,
)
from delivery.customer_data.domain.sheets import Row, Sheet, column_of, text_of

OUTLINED_ROWS: Final = 25
OUTLINED_COLUMNS: Final = 60
OUTLINED_SHEETS: Final = 20
_LONGEST_SHOWN: Final = 40
NO_HEADER: Final = 0
"""The header row of a sheet whose data begin at the top."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What a person says of one sheet.

    What it lists (None: nothing of ours), in which row its headings stand, and which field each column is. A
    column that is left out of `columns` is not to be read.
    """

    sheet: str
    kind: SheetKind | None
    header_row: int
    columns: Mapping[int, Field]


@dataclass(frozen=True, slots=True)
class ColumnSaid:
    """What a program says of one column, by its letter."""

    letter: str
    field: Field


@dataclass(frozen=True, slots=True)
class SheetSaid:
    """What a program says of one sheet, as in `SheetChoice`."""

    sheet: str
    kind: SheetKind | None
    header_row: int
    columns: Sequence[ColumnSaid]


def outline(sheets: Sequence[Sheet]) -> list[dict[str, Any]]:
    """The beginning of every sheet, cells cut short."""
    return [
        {
            "sheet": sheet.name,
            "rows": [
                [row.number, [text_of(cell)[:_LONGEST_SHOWN] for cell in row.cells[:OUTLINED_COLUMNS]]]
                for row in sheet.rows[:OUTLINED_ROWS]
            ],
        }
        for sheet in sheets[:OUTLINED_SHEETS]
    ]


def outlined(kept: Sequence[Mapping[str, Any]]) -> list[Sheet]:
    """The outline as sheets again."""
    return [Sheet(each["sheet"], [Row(number, cells) for number, cells in each["rows"]]) for each in kept]


def as_json(mapping: WorkbookMapping) -> list[dict[str, Any]]:
    """The mapping as it is kept; two that are equal mean the same."""
    return [
        {
            "sheet": each.sheet,
            "kind": each.kind.value,
            "header_row": each.header_row,
            "columns": {field.value: column for field, column in sorted(each.columns.items())},
            "unmapped": list(each.unmapped),
            "left_out": list(each.left_out),
            "confidence": each.confidence,
        }
        for each in mapping.sheets
    ]


def from_json(kept: Sequence[Mapping[str, Any]]) -> WorkbookMapping:
    """The mapping again."""
    return WorkbookMapping(
        tuple(
            SheetMapping(
                each["sheet"],
                SheetKind(each["kind"]),
                each["header_row"],
                {Field(name): column for name, column in each["columns"].items()},
                tuple(each["unmapped"]),
                each["confidence"],
                tuple(each["left_out"]),
            )
            for each in kept
        )
    )


def proposal_for(sheet: Sheet, kind: SheetKind, header_row: int, memory: Memory) -> SheetMapping:
    """What the headings in a row say, whether or not they are enough for a list."""
    row = next((row for row in sheet.rows if row.number == header_row), Row(header_row, ()))
    return map_row(sheet, row, kind, memory)


def choices_of(
    said: Sequence[SheetSaid], sheets: Sequence[Sheet], as_read: WorkbookMapping
) -> list[SheetChoice]:
    """What is said of some sheets, beside the others as they were read.

    Raises `SHEET_UNKNOWN`, `SAID_TWICE` for a sheet or column that is named twice.
    """
    choices = {
        each.sheet: SheetChoice(
            each.sheet, each.kind, each.header_row, {column: field for field, column in each.columns.items()}
        )
        for each in as_read.sheets
    }
    names = [each.name for each in sheets]
    _refuse_twice([each.sheet for each in said])
    for each in said:
        if each.sheet not in names:
            raise SHEET_UNKNOWN.error("sheets", sheet=each.sheet, known=", ".join(names))
        _refuse_twice([column.letter for column in each.columns])
        columns = {column_of(column.letter.encode()): column.field for column in each.columns}
        choices[each.sheet] = SheetChoice(each.sheet, each.kind, each.header_row, columns)
    return [choices[name] for name in names if name in choices]


def _refuse_twice(named: Sequence[str]) -> None:
    for name in named:
        if named.count(name) > 1:
            raise SAID_TWICE.error("sheets", name=name)


def chosen(choices: Sequence[SheetChoice], sheets: Sequence[Sheet]) -> WorkbookMapping:
    """The mapping that a person asks for.

    Raises `HEADER_ROW_UNKNOWN` for a row that is not among those shown, `COLUMNS_MISSING` when a list lacks
    what it cannot be without, `COLUMN_TWICE` when two columns are to be the same.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    return WorkbookMapping(
        tuple(_one(choice, by_name[choice.sheet]) for choice in choices if choice.kind is not None)
    )


def _one(choice: SheetChoice, sheet: Sheet) -> SheetMapping:
    kind = choice.kind or SheetKind.USERS
    if choice.header_row != NO_HEADER and choice.header_row not in {row.number for row in sheet.rows}:
        raise HEADER_ROW_UNKNOWN.error("header", sheet=choice.sheet, row=choice.header_row)
    columns: dict[Field, int] = {}
    for column, field in sorted(choice.columns.items()):
        if field in columns:
            label = SPECS[field].label
            raise COLUMN_TWICE.error("columns", sheet=choice.sheet, sv=label.sv, en=label.en)
        columns[field] = column
    if not has_enough(columns, kind):
        raise COLUMNS_MISSING[kind].error("columns", sheet=choice.sheet)
    width = max((len(row.cells) for row in sheet.rows), default=0)
    used = set(columns.values())
    left_out = tuple(column for column in range(width) if column not in used)
    return SheetMapping(choice.sheet, kind, choice.header_row, columns, left_out=left_out)


def remembered(choices: Sequence[SheetChoice], sheets: Sequence[Sheet]) -> dict[tuple[str, str], str]:
    """What to keep for the customer: (kind, heading) to field, "" for one that is not to be read.

    A sheet that is no list stands under the kind "". Columns without a heading cannot be known again.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    kept: dict[tuple[str, str], str] = {}
    for choice in choices:
        if choice.kind is None:
            kept["", squeeze(choice.sheet)] = ""
            continue
        header = next((r for r in by_name[choice.sheet].rows if r.number == choice.header_row), None)
        for column, cell in enumerate(header.cells if header else ()):
            if heading := squeeze(text_of(cell)):
                field = choice.columns.get(column)
                kept[choice.kind.value, heading] = field.value if field else ""
    return kept
