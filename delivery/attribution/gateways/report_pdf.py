"""The case report as a PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from delivery.attribution.domain.report import ReportLines

_BODY: Final = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13, spaceAfter=3)
_TITLE: Final = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=17, leading=23, spaceAfter=8)
_PART: Final = ParagraphStyle(
    "part", fontName="Helvetica-Bold", fontSize=13, leading=18, spaceBefore=10, spaceAfter=4
)
_DAY: Final = ParagraphStyle(
    "day", fontName="Helvetica-Bold", fontSize=10, leading=14, spaceBefore=6, keepWithNext=1
)
_MARGIN: Final = 20 * mm


def report_pdf(report: ReportLines) -> bytes:
    """Lay the report out on A4."""
    out = io.BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=A4,
        title=report.title,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
    ).build(list(_story(report)))
    return out.getvalue()


def _story(report: ReportLines) -> Iterator[Flowable]:
    yield Paragraph(escape(report.title), _TITLE)
    for line in report.head:
        yield Paragraph(escape(line), _BODY)
    for heading, lines in report.parts:
        yield Paragraph(escape(heading), _PART)
        for line in lines:
            yield Paragraph(escape(line), _BODY)
    for day, lines in report.days:
        yield Paragraph(escape(day), _DAY)
        for line in lines:
            yield Paragraph(escape(line), _BODY)
