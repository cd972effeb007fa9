"""Check a sheet of number series. Series are listed apart: a user's number inside one is no duplicate."""

from __future__ import annotations

from collections.abc import Iterator

from delivery.customer_data.domain.check_users import Rules
from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import Field
from delivery.customer_data.domain.findings import Entry, MappedSheet
from delivery.customer_data.domain.records import SeriesRow
from delivery.customer_data.domain.values import read_number
from kernel.numbers import NumberCheck


def check_series(sheet: MappedSheet, rules: Rules) -> Iterator[SeriesRow]:
    """Every non-blank row as a series, faulty ones included. A single number is a series of one."""
    for entry in sheet.entries():
        check, field, written = _read(sheet, entry, production=rules.production)
        if check is None or not check.ok:
            sheet.report(Code.SERIES_INVALID, entry, field, written)
            check = None
        yield SeriesRow(
            sheet=sheet.sheet.name,
            row=entry.number,
            first=check.first if check else None,
            last=(check.last or check.first) if check else None,
            count=check.count if check and check.count else 0,
            operator=entry.texts.get(Field.SERIES_OPERATOR) or None,
        )


def _read(sheet: MappedSheet, entry: Entry, *, production: bool) -> tuple[NumberCheck | None, Field, str]:
    """The series judged, the field it stands in, and how it was written.

    Where first and last have a column each, they are joined into one writing.
    """
    if text := entry.text(Field.SERIES):
        cell = sheet.cell(entry, Field.SERIES)
        return read_number(cell, text, production=production), Field.SERIES, text
    ends = [_dialled(sheet, entry, field) for field in (Field.SERIES_FIRST, Field.SERIES_LAST)]
    written = " - ".join(filter(None, ends))
    return read_number(written, written, production=production), Field.SERIES_FIRST, written


def _dialled(sheet: MappedSheet, entry: Entry, what: Field) -> str:
    """A number as it can be joined into a range: a numeric cell gets back the zero that Excel took."""
    text = entry.text(what)
    check = read_number(sheet.cell(entry, what), text)
    return check.first if check and check.ok and check.first else text
