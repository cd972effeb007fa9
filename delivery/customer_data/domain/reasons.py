"""Why a file was not read, in words that say what it seems to be and what to do."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.language import Text


class Why(StrEnum):
    """The kind of trouble with a file as a whole."""

    EMPTY = "empty"
    PICTURE = "picture"
    PDF = "pdf"
    NOT_A_WORKBOOK = "not_a_workbook"
    LOCKED = "locked"
    DAMAGED = "damaged"
    BYTES = "bytes"
    ROWS = "rows"
    UNPACKS = "unpacks"
    TIME = "time"


WHY: Final[dict[Why, Text]] = {
    Why.EMPTY: Text(sv="Den är tom.", en="It is empty."),
    Why.PICTURE: Text(sv="Den är en bild, vad den än heter.", en="It is a picture, whatever its name says."),
    Why.PDF: Text(
        sv="Den är en PDF. Skicka listan som den var innan den blev PDF.",
        en="It is a PDF. Send the list as it was before it became one.",
    ),
    Why.NOT_A_WORKBOOK: Text(
        sv="Namnet säger arbetsbok, men innehållet är något annat.",
        en="Its name says workbook, but what it holds is something else.",
    ),
    Why.LOCKED: Text(
        sv="Den är skyddad med lösenord, eller skadad.", en="It is protected by a password, or damaged."
    ),
    Why.DAMAGED: Text(sv="Den är skadad eller inte hel.", en="It is damaged or not whole."),
    Why.BYTES: Text(sv="Den är större än 20 MB.", en="It is larger than 20 MB."),
    Why.ROWS: Text(
        sv="Något står längre ned än rad 200 000 eller längre ut än kolumn 500 i ett blad.",
        en="Something stands below row 200,000 or beyond column 500 of a sheet.",
    ),
    Why.UNPACKS: Text(
        sv="Den packar upp till mycket mer än en lista kan vara.",
        en="It unpacks to far more than a list can be.",
    ),
    Why.TIME: Text(sv="Den tog för lång tid att läsa.", en="It took too long to read."),
}


def why_text(why: Why | None) -> Text | str:
    """The sentence of a reason; nothing when none is known."""
    return WHY[why] if why else ""
