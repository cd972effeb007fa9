"""The public catalogue of error codes at `/errors`: where `type` of every problem leads, in both languages."""

from __future__ import annotations

from itertools import groupby

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from infra.http_errors import status_of
from infra.templating import render
from kernel.errors import CATALOGUE, ErrorSpec


def listed() -> list[ErrorSpec]:
    """Every code of the product: by HTTP status, then by name."""
    return sorted(CATALOGUE.values(), key=lambda each: (status_of(each), each.code))


def catalogue(request: Request) -> Response:
    """The page. A code's row is its anchor, `/errors#CODE`."""
    groups = [(status, list(rows)) for status, rows in groupby(listed(), key=status_of)]
    return render(request, "error_catalogue.html", groups=groups, count=len(CATALOGUE))


def catalogue_json() -> Response:
    """The same for programs: code, status and the text in each language."""
    rows = [
        {
            "code": each.code,
            "status": status_of(each),
            "type": f"/errors#{each.code}",
            "text": {"sv": each.text.sv, "en": each.text.en},
        }
        for each in listed()
    ]
    return JSONResponse({"items": rows, "next_cursor": None})
