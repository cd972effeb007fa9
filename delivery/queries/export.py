"""The planner's case list as a workbook. What customers wrote stays words: no cell of it computes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from delivery.customer_data.gateways.cells import HEADING_FILL, HEADING_FONT, as_text
from delivery.queries.views import CaseLine
from kernel.language import Language, Text

HEADINGS: Final = (
    Text(sv="Ärende", en="Case"),
    Text(sv="Företag", en="Company"),
    Text(sv="Organisationsnummer", en="Organisation number"),
    Text(sv="Partner", en="Partner"),
    Text(sv="Extern referens", en="External reference"),
    Text(sv="Fas", en="Phase"),
    Text(sv="Nästa steg", en="Next action"),
    Text(sv="Senast", en="Due"),
    Text(sv="Driftstart", en="Go-live"),
    Text(sv="Preliminär", en="Preliminary"),
    Text(sv="Risker", en="Risks"),
    Text(sv="Flyttade nummer", en="Numbers moved"),
    Text(sv="Alla nummer", en="All numbers"),
)
_TITLE: Final = Text(sv="Ärenden", en="Cases")
_YES: Final = Text(sv="ja", en="yes")
_NO: Final = Text(sv="nej", en="no")


def case_list_workbook(lines: Iterable[CaseLine], language: Language) -> bytes:
    """One row a case, in the order given."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(_TITLE.in_(language))
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, text.in_(language)) for text in HEADINGS])
    for line in lines:
        words = (
            line.reference,
            line.customer_name,
            line.org_number,
            line.partner_name or "",
            line.external_reference,
            line.state_title.in_(language),
            line.next_action.text.in_(language),
        )
        risks = "; ".join(risk.in_(language) for risk in line.risks)
        sheet.append(
            [
                *(as_text(sheet, each) for each in words),
                line.next_action.due_on,
                line.go_live_on,
                (_YES if line.is_preliminary else _NO).in_(language),
                as_text(sheet, risks),
                line.numbers.ported,
                line.numbers.total,
            ]
        )
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _heading(sheet: Any, words: str) -> Any:
    cell: Any = WriteOnlyCell(sheet, value=words)
    cell.font, cell.fill = HEADING_FONT, HEADING_FILL
    return cell
