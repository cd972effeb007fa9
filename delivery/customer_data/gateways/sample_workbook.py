"""The workbook of an invented company, on the product's own template: for the demo and for trying out."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.fields import SHEET_NAMES, SheetKind
from delivery.customer_data.domain.sample_company import invent_company, laid_out
from delivery.customer_data.gateways.write_template import lay_out
from kernel.language import Language


def make_sample_workbook(
    users: int = 60, faults: Sequence[Code] = (), language: Language = "sv", seed: int = 1
) -> bytes:
    """An xlsx of 5 to 95 people with fiction numbers; `faults` are planted, none gives the corrected one.

    Raises `ValueError` when there are not so many numbers, or more faults than rows; `KeyError` for a code
    that cannot be planted in a row.
    """
    company = invent_company(users, faults, seed)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for kind in SheetKind:
        sheet = workbook.create_sheet(SHEET_NAMES[kind].in_(language))
        lay_out(sheet, kind, language)
        for row in laid_out(company[kind], kind):
            sheet.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
