"""Write a table as CSV or XLSX, so that no cell computes anything in the reader's program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

CSV_TYPE: Final = "text/csv; charset=utf-8"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with a mark, semicolons: what spreadsheet programs in Sweden open rightly, and we read again."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([_word(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """One sheet; every cell is text, also one that begins like a formula or a number with zeros."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("data")
    sheet.freeze_panes = "A2"
    head = [WriteOnlyCell(sheet, value=name) for name in heading]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in rows:
        sheet.append([_cell(sheet, _word(value)) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _word(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _cell(sheet: Any, value: str) -> Any:
    cell: Any = WriteOnlyCell(sheet, value=value)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(_STARTS_A_FORMULA)
    return cell
