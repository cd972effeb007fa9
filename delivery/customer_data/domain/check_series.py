"""Check a sheet of number series. Series are listed apart: a user's number inside one is no duplicate."""

from __future__ import annotations

from collections.abc import Iterator

from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field
from delivery.customer_data.domain.findings import MappedSheet
from delivery.customer_data.domain.records import SeriesRow
from delivery.customer_data.domain.sheets import Cell, Row
from delivery.customer_data.domain.values import read_number


def check_series(sheet: MappedSheet, rules: Rules) -> Iterator[SeriesRow]:
    """Every non-blank row as a series, faulty ones included. A single number is a series of one."""
    for row in sheet.entries():
        written, field = _written(sheet, row)
        check = read_number(written, production=rules.production)
        if check is None or not check.ok:
            sheet.report(Code.SERIES_INVALID, row, field, str(written or ""))
            check = None
        yield SeriesRow(
            sheet=sheet.sheet.name,
            row=row.number,
            first=check.first if check else None,
            last=(check.last or check.first) if check else None,
            count=check.count if check and check.count else 0,
            operator=sheet.text(row, Field.SERIES_OPERATOR),
        )


def _written(sheet: MappedSheet, row: Row) -> tuple[Cell, Field]:
    """The series as one writing, joined from first and last where they have a column each."""
    if sheet.entry(row, Field.SERIES):
        return sheet.cell(row, Field.SERIES), Field.SERIES
    first, last = sheet.entry(row, Field.SERIES_FIRST), sheet.entry(row, Field.SERIES_LAST)
    if first and last:
        return f"{_dialled(sheet, row, Field.SERIES_FIRST)} - {_dialled(sheet, row, Field.SERIES_LAST)}", (
            Field.SERIES_FIRST
        )
    return first or last, Field.SERIES_FIRST


def _dialled(sheet: MappedSheet, row: Row, what: Field) -> str:
    """A number as it can be joined into a range: a numeric cell gets back the zero that Excel took."""
    check = read_number(sheet.cell(row, what))
    return check.first if check and check.ok and check.first else sheet.entry(row, what)
