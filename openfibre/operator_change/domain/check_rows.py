"""Check a file of the data exchange row by row: values, then what the route and the project allow (KO-03).

Only what one row can show is judged here; duplicates and comparisons with other files are the database's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from openfibre.operator_change.domain.columns import COLUMN, COLUMNS, FIELDS, Column
from openfibre.operator_change.domain.deadlines import Severity
from openfibre.operator_change.domain.findings import Finding, Findings
from openfibre.operator_change.domain.parties import AgreementType, Party
from openfibre.operator_change.domain.remarks import on_brytpunkt, on_connection
from openfibre.operator_change.domain.responsibility import wants_outlet_ids
from openfibre.operator_change.domain.routes import Content, Route, rejects_row_of
from openfibre.operator_change.domain.values import CHECKS, LONGEST, BadValueError

_PLACE: Final = {name: place for place, name in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True)
class Provider:
    """A service provider of the project, as rows name it."""

    id: UUID
    party: Party
    dhcp_at_tko: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a file is checked against. `own` when the sender may send its own rows only.

    `brytpunkt_on` is the agreed cut-over, none while there is none.
    """

    way: Route
    agreement: AgreementType
    technical_on: date
    by_name: dict[str, Provider]
    by_number: dict[str, Provider]
    brytpunkt_on: date | None = None
    own: UUID | None = None
    sensitive: bool = False


@dataclass(slots=True)
class CheckedRow:
    """A row that passed: its number in the file, its provider, its values in the order of `FIELDS`."""

    number: int
    provider: Provider | None
    values: list[str | None]
    personal: list[str]

    def __getitem__(self, field: str) -> str | None:
        return self.values[_PLACE[field]]


Reader = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Cell:
    place: int
    column: Column
    check: Reader
    target: int
    required: bool


def read_heading(heading: Sequence[str], frame: Frame) -> tuple[list[_Cell], list[Finding]]:
    """Where each known column stands. A missing one that is required makes the file unreadable."""
    content = frame.way.content
    names = [name.strip().lower().lstrip("\ufeff") for name in heading]
    cells, found = [], []
    for place, name in enumerate(names):
        column = COLUMN.get(name)
        if name and names.index(name) != place:
            found.append(Finding(1, name[:60], "HEADER_TWICE"))
        elif column is None or not column.may_stand_in(content, sensitive=frame.sensitive):
            found.append(_stray(name, column))
        else:
            target = -1 if column.sensitive else _PLACE[column.field]
            check = str if column.sensitive else CHECKS[column.kind]
            cells.append(_Cell(place, column, check, target, content in column.required))
    present = {cell.column.name for cell in cells}
    found += [
        Finding(1, each.name, "HEADER_MISSING")
        for each in COLUMNS
        if content in each.required and each.name not in present
    ]
    return cells, found


def _stray(name: str, column: Column | None) -> Finding:
    """A column of the customer's own outside the protected profile is refused; others are only not read."""
    is_personal = column is not None and column.sensitive
    return Finding(1, name[:60], "PERSONAL_DATA" if is_personal else "HEADER_UNKNOWN")


def check_rows(
    cells: Sequence[_Cell], rows: Iterable[tuple[int, Sequence[str]]], frame: Frame, findings: Findings
) -> Iterator[CheckedRow]:
    """The rows that pass, as they come; what is wrong with the others goes to `findings`."""
    for number, raw in rows:
        row = CheckedRow(number, None, [None] * len(FIELDS), [])
        wrong = _read(cells, raw, row)
        if not wrong:
            row.provider, wrong = _provider(row, frame)
        if not wrong:
            wrong = _judge(row, frame)
        findings.extend(wrong)
        if not any(each.is_error for each in wrong):
            yield row


def _read(cells: Sequence[_Cell], raw: Sequence[str], row: CheckedRow) -> list[Finding]:
    wrong = []
    width = len(raw)
    for cell in cells:
        value = raw[cell.place].strip() if cell.place < width else ""
        if not value:
            if cell.required:
                wrong.append(Finding(row.number, cell.column.name, "REQUIRED_MISSING"))
            continue
        if len(value) > LONGEST:
            wrong.append(Finding(row.number, cell.column.name, "TOO_LONG"))
            continue
        try:
            checked = cell.check(value)
        except BadValueError as bad:
            wrong.append(Finding(row.number, cell.column.name, str(bad)))
            continue
        if cell.target >= 0:
            row.values[cell.target] = checked
        else:
            row.personal.append(f"{cell.column.name}={checked}")
    return wrong


def _provider(row: CheckedRow, frame: Frame) -> tuple[Provider | None, list[Finding]]:
    name, number = row["provider_name"], row["provider_number"]
    if not name and not number:
        return None, []
    found = frame.by_number.get((number or "").replace("-", "")) or frame.by_name.get((name or "").casefold())
    if found is None:
        return None, [Finding(row.number, "tl_namn", "TL_UNKNOWN")]
    if frame.own is not None and found.id != frame.own:
        return None, [Finding(row.number, "tl_namn", "ROW_NOT_OWN")]
    if row["agreed"] and (row["agreed"] == "J") is not (found.party is Party.TLA):
        return None, [Finding(row.number, "tl_avtal_tko", "TL_AGREEMENT_DIFFERS")]
    if rejects_row_of(frame.way, found.party):
        return None, [Finding(row.number, "tl_namn", "ROW_NOT_IN_FLOW")]
    return found, []


def _judge(row: CheckedRow, frame: Frame) -> list[Finding]:
    wrong = []
    from_new = frame.way.sender is Party.TKO
    if from_new and not row["access_new"] and (frame.way.content is Content.ACCESS or _moves(row)):
        wrong.append(Finding(row.number, "access_id_nytt", "NEW_ID_MISSING"))
    if not from_new and row["access_new"]:
        wrong.append(Finding(row.number, "access_id_nytt", "NEW_ID_TOO_EARLY"))
    if frame.way.content is Content.ACCESS and wants_outlet_ids(frame.agreement) and not row["outlet"]:
        wrong.append(Finding(row.number, "uttags_id", "OUTLET_MISSING"))
    if frame.way.content is not Content.ACCESS:
        wrong += _judge_dates(row, frame)
    if frame.way.content is Content.MIGRATION:
        wrong += _judge_migration(row, frame)
    return wrong


def _judge_dates(row: CheckedRow, frame: Frame) -> list[Finding]:
    """T and B are the project's; a file with others was made for another wave, or before they moved (D5)."""
    wrong = []
    if (technical := row["technical_on"]) and technical != frame.technical_on.isoformat():
        facts = {"expected": frame.technical_on.isoformat()}
        wrong.append(Finding(row.number, "teknisk_migrering", "TECHNICAL_DIFFERS", facts))
    if cut_over := row["brytpunkt_on"]:
        if frame.brytpunkt_on is not None and cut_over != frame.brytpunkt_on.isoformat():
            facts = {"expected": frame.brytpunkt_on.isoformat()}
            wrong.append(Finding(row.number, "brytpunkt", "CUT_OVER_DIFFERS", facts))
        elif frame.brytpunkt_on is None and on_brytpunkt(date.fromisoformat(cut_over)):
            wrong.append(Finding(row.number, "brytpunkt", "NOT_MONTH_SHIFT"))
    billed_from, billed_to = row["billed_from"], row["billed_to"]
    if billed_from and billed_to and billed_to < billed_from:
        wrong.append(Finding(row.number, "faktureringsperiod_till", "PERIOD_BACKWARDS"))
    return wrong


def _moves(row: CheckedRow) -> bool:
    return row.provider is not None and row.provider.party is Party.TLA


def _judge_migration(row: CheckedRow, frame: Frame) -> list[Finding]:
    wrong = []
    if _moves(row) and not row["service_old"]:
        wrong.append(Finding(row.number, "tjanst_gammal", "REQUIRED_MISSING"))
    if _moves(row) and not row["service_new"]:
        wrong.append(Finding(row.number, "tjanst_ny", "NEW_SERVICE_MISSING"))
    if not _moves(row) and row["service_new"]:
        wrong.append(Finding(row.number, "tjanst_ny", "NEW_SERVICE_WITHOUT_AGREEMENT"))
    if row.provider is not None and row.provider.dhcp_at_tko and not row["option_81"]:
        wrong.append(Finding(row.number, "option_81", "OPTION_81_MISSING"))
    if connect := row["connect_on"]:
        for remark in on_connection(date.fromisoformat(connect), frame.technical_on):
            code = "CONNECT_DATE" if remark.severity is Severity.ERROR else "CONNECT_ON_DAY_OFF"
            wrong.append(Finding(row.number, "anslutningsdatum", code))
    return wrong
