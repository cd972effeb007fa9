"""What pages read of lists: how a file's columns are taken, and how far an import has come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.customer_data import repository as lists
from delivery.customer_data.domain.fields import FIELDS, SHEET_NAMES, Field, SheetKind
from delivery.customer_data.domain.headers import HEADER_WITHIN_ROWS, PARTLY, SheetMapping
from delivery.customer_data.domain.mapping import SheetChoice, from_json, outlined, proposal_for
from delivery.customer_data.domain.sheets import Sheet, cell_at, column_letter, text_of
from delivery.models import CustomerDataVersion
from kernel.language import Text

_EXAMPLES = 3
KINDS: tuple[tuple[SheetKind, Text], ...] = tuple(SHEET_NAMES.items())
FIELDS_OF: dict[SheetKind, tuple[tuple[Field, Text], ...]] = {
    kind: tuple((spec.field, spec.label) for spec in FIELDS if spec.kind is kind) for kind in SheetKind
}

FIELD_WORDS: dict[str, Text] = {
    **{spec.field.value: spec.label for spec in FIELDS},
    "other_number": Text(sv="Annat nummer", en="Other number"),
}
"""What a field is called, by the name it has in `UserRow`."""


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of a sheet: its letter, its heading, what stands below, and what it is taken for."""

    index: int
    letter: str
    heading: str
    examples: tuple[str, ...]
    field: Field | None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One sheet as it is, or would be, read. `kind` is None when it is not read at all."""

    index: int
    name: str
    kind: SheetKind | None
    header_row: int
    columns: tuple[ColumnLine, ...]
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class ImportLine:
    """How far an import has come, in rows; `ended` says that it will come no further."""

    id: UUID
    filename: str
    rows_expected: int
    rows_read: int
    rows_checked: int
    rows_stored: int
    is_waiting: bool
    ended: bool
    cancelled_by: str
    version_number: int | None
    is_news: bool
    refusal: dict[str, str]

    @property
    def done(self) -> int:
        """What the bar shows: rows read, checked and stored, of three times the rows there are."""
        return self.rows_read + self.rows_checked + self.rows_stored

    @property
    def whole(self) -> int:
        return 3 * self.rows_expected


def import_line(session: Session, actor: Actor, case_id: UUID, import_id: UUID) -> ImportLine:
    """One import. Raises `NOT_FOUND`."""
    row = lists.import_of(session, actor, case_id, import_id)
    return ImportLine(
        row.id,
        row.filename,
        row.rows_expected,
        row.rows_read,
        row.rows_checked,
        row.rows_stored,
        row.tries == 0,
        row.ended_at is not None,
        row.cancelled_by,
        row.version_number,
        row.is_news,
        row.refusal,
    )


def running_imports(session: Session, case_id: UUID) -> list[tuple[UUID, str]]:
    """Imports of a case that are not done, with their files' names. The caller has seen to the tenancy."""
    return [(row.id, row.filename) for row in lists.running_imports(session, case_id)]


def sheets_of(session: Session, actor: Actor, case_id: UUID, number: int) -> list[SheetLine]:
    """How a version's file was read, sheet by sheet. Raises `NOT_FOUND`."""
    version = _version(session, actor, case_id, number)
    by_name = {each.sheet: each for each in from_json(version.mapping).sheets}
    return [
        _as_mapped(index, sheet, by_name.get(sheet.name))
        for index, sheet in enumerate(outlined(version.outline))
    ]


def sheets_as_chosen(
    session: Session,
    actor: Actor,
    case_id: UUID,
    number: int,
    choices: Sequence[SheetChoice],
    anew: Collection[str],
) -> list[SheetLine]:
    """The same as a person has filled it in so far; the headings of sheets in `anew` are read once more."""
    version = _version(session, actor, case_id, number)
    memory = lists.memory(session, version.customer_id)
    said = {choice.sheet: choice for choice in choices}
    lines = []
    for index, sheet in enumerate(outlined(version.outline)):
        choice = said.get(sheet.name)
        if choice and choice.kind and sheet.name in anew:
            proposal = proposal_for(sheet, choice.kind, choice.header_row, memory)
            lines.append(_as_mapped(index, sheet, proposal))
        elif choice and choice.kind:
            lines.append(_sheet_line(index, sheet, choice.kind, choice.header_row, choice.columns))
        else:
            lines.append(_as_mapped(index, sheet, None))
    return lines


def _version(session: Session, actor: Actor, case_id: UUID, number: int) -> CustomerDataVersion:
    case = repository.case(session, actor, case_id)
    return repository.version(session, case.id, number)


def _as_mapped(index: int, sheet: Sheet, mapping: SheetMapping | None) -> SheetLine:
    """A sheet that is not read shows its likeliest row of headings: the first with the most cells."""
    if mapping is None:
        return _sheet_line(index, sheet, None, _likely_header(sheet), {})
    field_of = {column: field for field, column in mapping.columns.items()}
    unsure = mapping.confidence < PARTLY
    return _sheet_line(index, sheet, mapping.kind, mapping.header_row, field_of, is_unsure=unsure)


def _sheet_line(
    index: int,
    sheet: Sheet,
    kind: SheetKind | None,
    header_row: int,
    field_of: Mapping[int, Field],
    *,
    is_unsure: bool = False,
) -> SheetLine:
    header = next((row for row in sheet.rows if row.number == header_row), None)
    below = [row for row in sheet.rows if row.number > header_row]
    width = max((len(row.cells) for row in sheet.rows), default=0)
    columns = []
    for column in range(width):
        heading = text_of(cell_at(header, column)) if header else ""
        seen = [text for row in below if (text := text_of(cell_at(row, column)))]
        if heading or seen:
            examples = tuple(dict.fromkeys(seen))[:_EXAMPLES]
            columns.append(ColumnLine(column, column_letter(column), heading, examples, field_of.get(column)))
    return SheetLine(index, sheet.name, kind, header_row, tuple(columns), is_unsure)


def _likely_header(sheet: Sheet) -> int:
    rows = [row for row in sheet.rows if row.number <= HEADER_WITHIN_ROWS]
    best = max(rows, key=lambda row: (sum(bool(text_of(c)) for c in row.cells), -row.number), default=None)
    return best.number if best else 1
