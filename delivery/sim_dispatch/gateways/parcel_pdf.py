"""The papers of a parcel as PDF: packing list, labels, and the inside of the envelopes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table
from reportlab.platypus.tables import TableStyle

from delivery.sim_dispatch.domain.papers import (
    HEADINGS,
    KEEP,
    PACKING_LIST,
    PackedCard,
    address_lines,
    envelope_lines,
)
from kernel.language import Language
from kernel.numbers import format_national

_BODY: Final = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=14)
_TITLE: Final = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=22, spaceAfter=8)
_BIG: Final = ParagraphStyle("big", fontName="Helvetica-Bold", fontSize=20, leading=27)
_MONO: Final = ParagraphStyle("mono", fontName="Courier", fontSize=13, leading=19)
_LINE: Final = HexColor("#888888")
_MARGIN: Final = 18 * mm
_LABELS_ACROSS: Final = 2
_LABEL: Final = (84 * mm, 34 * mm)


def packing_list_pdf(
    reference: str, address: Sequence[str], cards: Sequence[PackedCard], language: Language
) -> bytes:
    """What lies in the parcel, to lay on top and to check by."""
    rows = [[text.in_(language) for text in HEADINGS], *(list(card.cells()) for card in cards)]
    table = Table([[Paragraph(escape(cell), _BODY) for cell in row] for row in rows], repeatRows=1)
    table.setStyle(
        TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    )
    title = f"{PACKING_LIST.in_(language)} {reference}"
    return _document(title, [Paragraph(escape(title), _TITLE), *_lines(address), Spacer(1, 6 * mm), table])


def labels_pdf(
    reference: str,
    company: str,
    address: dict[str, str],
    cards: Sequence[PackedCard],
    language: Language,
) -> bytes:
    """One label for the parcel, and one for each envelope."""
    story: list[Flowable] = [
        *(Paragraph(escape(line), _BIG) for line in address_lines(company, address)),
        Spacer(1, 8 * mm),
        Paragraph(escape(reference), _TITLE),
        PageBreak(),
    ]
    labels = [
        [Paragraph(escape(line), _BODY) for line in envelope_lines(c, len(cards), reference, language)]
        for c in cards
    ]
    rows = [labels[at : at + _LABELS_ACROSS] for at in range(0, len(labels), _LABELS_ACROSS)]
    if rows:
        rows[-1] += [[]] * (_LABELS_ACROSS - len(rows[-1]))
        story.append(_labels(rows))
    return _document(reference, story)


def _labels(rows: list[Any]) -> Table:
    table = Table(rows, colWidths=[_LABEL[0]] * _LABELS_ACROSS, rowHeights=[_LABEL[1]] * len(rows))
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.4, _LINE), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    )
    return table


def inserts_pdf(codes: Sequence[tuple[PackedCard, str, str]], language: Language) -> bytes:
    """The inside of each envelope: card, PIN and PUK. Printed for packing, kept nowhere."""
    story: list[Flowable] = []
    for card, pin, puk in codes:
        number = format_national(card.number) if card.number else ""
        story.append(
            KeepTogether(
                [
                    Paragraph(escape(f"{card.envelope}. {card.user_name} {number}"), _TITLE),
                    Paragraph(escape(f"ICCID {card.iccid}"), _MONO),
                    Paragraph(escape(f"PIN   {pin}"), _MONO),
                    Paragraph(escape(f"PUK   {puk}"), _MONO),
                    Paragraph(escape(KEEP.in_(language)), _BODY),
                    Spacer(1, 12 * mm),
                ]
            )
        )
    return _document("SIM", story)


def _lines(lines: Sequence[str]) -> list[Flowable]:
    return [Paragraph(escape(line), _BODY) for line in lines]


def _document(title: str, story: list[Flowable]) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=A4,
        title=title,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
    ).build(story)
    return out.getvalue()
