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
_SMALL: Final = ParagraphStyle("small", parent=_BODY, fontSize=8, leading=11, textColor=HexColor("#444444"))


def mandate_pdf(lines: Sequence[str], evidence: dict[str, Any]) -> bytes:
    """Lay the signed lines out on A4, with the evidence of the signature under them."""
    title, *rest = lines
    at = rest.index("Nummer:") + 1
    story = [
        Paragraph(escape(title), _TITLE),
        *(Paragraph(escape(line), _BODY) for line in rest[:at]),
        *(Paragraph(escape(number), _NUMBER) for number in rest[at:]),
        Spacer(1, 10 * mm),
        Paragraph(f"Undertecknad av {escape(str(evidence['name']))}", _BODY),
        Paragraph(
            escape(
                f"Tid: {evidence['at']} (UTC). Konto: {evidence['account']}. Sätt: skrivet namn i inloggad "
                f"portal från {evidence['address']}. Textens kontrollsumma (SHA-256): {evidence['sha256']}."
            ),
            _SMALL,
        ),
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
