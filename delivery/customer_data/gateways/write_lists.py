"""Lists written as the workbook that they could have come in: the customer's own, or an invented company's."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl import Workbook

from delivery.customer_data.domain.fields import SHEET_NAMES, SPECS, TEMPLATE_FIELDS, Field, SheetKind
from delivery.customer_data.domain.sheets import Cell
from delivery.customer_data.gateways.write_template import lay_out
from kernel.language import Language

_BESIDE: Final = {SheetKind.USERS: (Field.NAME, Field.PHONE)}
"""Columns that the template does not have, written only where some row needs them."""
_IN_NO_XML: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA, _STRING = "f", "s"
"""A text that begins with `=` stays a text: what somebody typed is never worked out by whoever opens the file."""


def write_lists(rows: Mapping[SheetKind, Sequence[Mapping[Field, Cell]]], language: Language) -> bytes:
    """An xlsx on our own template that reads back as these rows."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for kind in SheetKind:
        sheet = workbook.create_sheet(SHEET_NAMES[kind].in_(language))
        lay_out(sheet, kind, language)
        extra = [each for each in _BESIDE.get(kind, ()) if any(row.get(each) for row in rows.get(kind, ()))]
        fields = (*TEMPLATE_FIELDS[kind], *extra)
        for number, field in enumerate(extra, start=len(TEMPLATE_FIELDS[kind]) + 1):
            sheet.cell(1, number, SPECS[field].label.in_(language))
        for row in rows.get(kind, ()):
            sheet.append([_as_written(row.get(field)) for field in fields])
            for cell in sheet[sheet.max_row]:
                if cell.data_type == _FORMULA:
                    cell.data_type = _STRING
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _as_written(cell: Cell) -> Cell:
    """A blank is nothing; characters that no workbook can hold are left out."""
    if isinstance(cell, str):
        return _IN_NO_XML.sub("", cell) or None
    return cell
