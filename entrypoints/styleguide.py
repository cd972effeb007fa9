"""Every component of the pages on one page, in development: what it looks like, and when it is used."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Final

from fastapi import Request, Response

from infra.templating import render
from kernel.language import Text

_PHASES: Final = (
    SimpleNamespace(title=Text(sv="förberedelser", en="preparation"), standing="done"),
    SimpleNamespace(title=Text(sv="genomförande", en="carrying out"), standing="now"),
    SimpleNamespace(title=Text(sv="driftsättning", en="going live"), standing="coming"),
)
_TIMELINE: Final = (
    SimpleNamespace(
        what=Text(sv="Telia accepterade flytten", en="Telia accepted the move"),
        about="08-465 004 00–49",
        count=50,
        at=datetime(2027, 1, 5, 9, 0, tzinfo=UTC),
        who="Telia",
        why="",
    ),
    SimpleNamespace(
        what=Text(sv="Driftstarten flyttades", en="The go-live day was moved"),
        about="",
        count=1,
        at=datetime(2026, 12, 16, 8, 0, tzinfo=UTC),
        who="Pia Planerare",
        why="kunden bad om det",
    ),
)
_COMPANIES: Final = (SimpleNamespace(id="", name="Exempelverken AB"),)
_WAY: Final = (
    SimpleNamespace(
        text=Text(sv="Flytten begärd", en="Move asked for"),
        standing="done",
        at=datetime(2026, 12, 16, 8, 0, tzinfo=UTC),
    ),
    SimpleNamespace(text=Text(sv="{donor} ska svara", en="{donor} is to answer"), standing="now", at=None),
    SimpleNamespace(text=Text(sv="Flyttas hit", en="Moves here"), standing="coming", at=None),
)
COLOURS: Final = (
    "ground",
    "sheet",
    "sunk",
    "line",
    "ink",
    "ink-soft",
    "accent",
    "accent-soft",
    "good",
    "good-soft",
    "wait",
    "wait-soft",
    "bad",
    "bad-soft",
)


def styleguide(request: Request) -> Response:
    """The style page."""
    return render(
        request,
        "styleguide.html",
        phase_lines=_PHASES,
        timeline_lines=_TIMELINE,
        way_steps=_WAY,
        companies=_COMPANIES,
        colours=COLOURS,
        some_day=datetime(2027, 1, 5, 9, 0, tzinfo=UTC),
    )
