"""Which sheet is which, and which column is what: proposed from the headings, correctable by a person.

Sheets are known by their headings, never by their name or place. The headings may stand in any of the first
rows, under titles and blank rows. A proposal says how sure it is; a person may hand back another one, and
what that person said of a heading is known the next time the same customer sends it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from delivery.customer_data.domain.fields import HEADINGS, Field, SheetKind, squeeze
from delivery.customer_data.domain.sheets import Row, Sheet, cell_at, is_blank, text_of

HEADER_WITHIN_ROWS: Final = 20
LONGEST_HEADING: Final = 60
_BEYOND_THE_WORD: Final = re.compile(r"[(,:]")
LIKENESS: Final = 0.9
SURE, PARTLY, ALIKE = 1.0, 0.8, 0.6
_A_USER_LIST_IN_THE_MAKING: Final = 2


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is to be read. `columns` and `unmapped` count columns from 0, `header_row` rows from 1.

    `confidence` is 1 when every heading was known word for word and less the more was guessed.
    """

    sheet: str
    kind: SheetKind
    header_row: int
    columns: Mapping[Field, int]
    unmapped: tuple[int, ...] = ()
    confidence: float = 1.0
    left_out: tuple[int, ...] = ()
    """Columns that a person has said are not to be read."""


@dataclass(frozen=True, slots=True)
class WorkbookMapping:
    """How a whole workbook is to be read. `almost` are lists of users without name or e-mail."""

    sheets: tuple[SheetMapping, ...]
    almost: tuple[tuple[str, int], ...] = ()

    def of_kind(self, kind: SheetKind) -> Iterator[SheetMapping]:
        return (mapping for mapping in self.sheets if mapping.kind is kind)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a customer's people have said of their own headings, as `squeeze` leaves these.

    A heading that is known with None is not to be read. `left_out` are sheets that are no lists.
    """

    headings: Mapping[tuple[SheetKind, str], Field | None]
    left_out: frozenset[str] = frozenset()


NO_MEMORY: Final = Memory({})


def propose(sheets: Sequence[Sheet], memory: Memory = NO_MEMORY) -> WorkbookMapping:
    """Read the headings of every sheet. Sheets that list nothing we know are left out."""
    found: list[SheetMapping] = []
    almost: list[tuple[str, int]] = []
    for sheet in sheets:
        if squeeze(sheet.name) in memory.left_out:
            continue
        if mapping := _best_mapping(sheet, memory):
            found.append(mapping)
        elif row := _almost_users(sheet):
            almost.append((sheet.name, row))
    return WorkbookMapping(tuple(found), tuple(almost))


def field_for(heading: str, kind: SheetKind) -> tuple[Field, float] | None:
    """The field a heading names on such a sheet, and how sure that is; None when it names none we know.

    Tried in order: word for word; without what stands in parentheses or after a comma; almost the same
    letters (a slip of the pen).
    """
    if len(heading) > LONGEST_HEADING:
        return None
    known = HEADINGS[kind]
    if field := known.get(squeeze(heading)):
        return field, SURE
    shorter = squeeze(_BEYOND_THE_WORD.split(heading, maxsplit=1)[0])
    if field := known.get(shorter):
        return field, PARTLY
    if (
        len(shorter) > len("namn")
        and shorter.isalpha()
        and (alike := get_close_matches(shorter, known, n=1, cutoff=LIKENESS))
    ):
        return known[alike[0]], ALIKE
    return None


def _best_mapping(sheet: Sheet, memory: Memory) -> SheetMapping | None:
    """The row that explains most columns, the first of equals."""
    candidates = [
        mapping
        for row in _first_rows(sheet)
        for kind in SheetKind
        if _qualifies(mapping := map_row(sheet, row, kind, memory), row)
    ]
    return max(candidates, key=lambda mapping: len(mapping.columns), default=None)


def _first_rows(sheet: Sheet) -> Iterator[Row]:
    return (row for row in sheet.rows[:HEADER_WITHIN_ROWS] if row.number <= HEADER_WITHIN_ROWS)


def map_row(sheet: Sheet, row: Row, kind: SheetKind, memory: Memory = NO_MEMORY) -> SheetMapping:
    """Try a row as the headings of a kind of sheet. Of two columns for one field the surer wins."""
    best: dict[Field, tuple[float, int]] = {}
    left_out: list[int] = []
    for column, cell in enumerate(row.cells):
        if not isinstance(cell, str) or is_blank(cell):
            continue
        heading = text_of(cell)
        key = (kind, squeeze(heading))
        if key in memory.headings:
            field, certainty = memory.headings[key], SURE
        else:
            field, certainty = field_for(heading, kind) or (None, 0.0)
        if field is None:
            left_out += [column] if certainty else []
        elif field not in best or certainty > best[field][0]:
            best[field] = (certainty, column)
    columns = {field: column for field, (_, column) in best.items()}
    used = {*columns.values(), *left_out}
    unmapped = columns_with_data(sheet, row.number, used) if has_enough(columns, kind) else ()
    confidence = min((certainty for certainty, _ in best.values()), default=0.0)
    return SheetMapping(sheet.name, kind, row.number, columns, unmapped, confidence, tuple(left_out))


def columns_with_data(sheet: Sheet, header_row: int, used: Collection[int]) -> tuple[int, ...]:
    """Columns that nobody will read, though something stands in them below the headings."""
    unseen = set(range(max([len(row.cells) for row in sheet.rows], default=0))) - set(used)
    holding: set[int] = set()
    for row in sheet.rows:
        if not unseen:
            break
        if row.number > header_row:
            met = {column for column in unseen if not is_blank(cell_at(row, column))}
            holding |= met
            unseen -= met
    return tuple(sorted(holding))


def has_enough(columns: Mapping[Field, int], kind: SheetKind) -> bool:
    """Whether these columns make such a list: the least that each kind must have."""
    if kind is SheetKind.USERS:
        return Field.EMAIL in columns and not columns.keys().isdisjoint(
            {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME}
        )
    if kind is SheetKind.GROUPS:
        return Field.GROUP_NAME in columns and not columns.keys().isdisjoint(
            {Field.MEMBERS, Field.OPENING_HOURS}
        )
    return Field.SERIES in columns or {Field.SERIES_FIRST, Field.SERIES_LAST} <= columns.keys()


def _qualifies(mapping: SheetMapping, row: Row) -> bool:
    """A list, and not a line of prose in which one of our words happens to stand."""
    headings = sum(not is_blank(cell) for cell in row.cells)
    return has_enough(mapping.columns, mapping.kind) and (
        len(mapping.columns) > 1 or headings <= len(mapping.columns) + 1
    )


def _almost_users(sheet: Sheet) -> int | None:
    """The row of a sheet that was surely meant to list users, for the person to mend; None if it was not."""
    rows = [(len(map_row(sheet, row, SheetKind.USERS).columns), -row.number) for row in _first_rows(sheet)]
    fields, row = max(rows, default=(0, 0))
    return -row if fields > _A_USER_LIST_IN_THE_MAKING else None
