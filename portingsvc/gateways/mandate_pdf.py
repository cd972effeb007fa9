"""The mandate as a PDF that a donor's desk can file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

_BODY: Final = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=15, spaceAfter=6)
_TITLE: Final = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=18, leading=24, spaceAfter=12)
_NUMBER: Final = ParagraphStyle("number", parent=_BODY, leftIndent=8 * mm, spaceAfter=0)
_BY_HAND: Final = ParagraphStyle("by-hand", parent=_BODY, spaceBefore=9 * mm)
_BLANKS: Final = (f"Ort och datum: {'_' * 50}", f"Namnteckning: {'_' * 51}", f"Namnförtydligande: {'_' * 46}")
_SMALL: Final = ParagraphStyle("small", parent=_BODY, fontSize=8, leading=11, textColor=HexColor("#444444"))


def mandate_pdf(lines: Sequence[str], evidence: Sequence[dict[str, Any]], *, signatories: int = 0) -> bytes:
    """Lay the signed lines out on A4, with the evidence of each signature under them.

    `signatories` makes room for so many to sign by hand.
    """
    title, *rest = lines
    at = rest.index("Nummer:") + 1
    story = [
        Paragraph(escape(title), _TITLE),
        *(Paragraph(escape(line), _BODY) for line in rest[:at]),
        *(Paragraph(escape(number), _NUMBER) for number in rest[at:]),
        Spacer(1, 10 * mm),
        *(paragraph for each in evidence for paragraph in _signature(each)),
        *(Paragraph(words, _BY_HAND) for _ in range(signatories) for words in _BLANKS),
    ]
    out = io.BytesIO()
    margin = 22 * mm
    SimpleDocTemplate(
        out,
        pagesize=A4,
        title=title,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
    ).build(story)
    return out.getvalue()


def _signature(evidence: dict[str, Any]) -> list[Paragraph]:
    how = _HOW.get(str(evidence["method"]), "{method}").format_map(_Facts(evidence))
    words = f"Tid: {evidence['at']} (UTC). {how} Textens kontrollsumma (SHA-256): {evidence['sha256']}."
    return [
        Paragraph(f"Undertecknad av {escape(str(evidence['name']))}", _BODY),
        Paragraph(escape(words), _SMALL),
    ]


class _Facts(dict[str, Any]):
    """Evidence in which a fact that is not there is a dash."""

    def __missing__(self, key: str) -> str:
        return "–"


_HOW: Final = {
    "typed_name": "Konto: {account}. Sätt: skrivet namn i inloggad portal från {address}.",
    "bankid": "Konto: {account}. Sätt: BankID, underskrift {order_ref} från {address}.",
}
