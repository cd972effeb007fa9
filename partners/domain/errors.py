"""What the partners' side refuses."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

CURSOR_UNKNOWN = spec(
    "CURSOR_UNKNOWN",
    ErrorKind.INVALID,
    sv="Markören är inte en av våra. Använd next_cursor eller resume_cursor ur ett svar, oförändrad.",
    en="The cursor is none of ours. Use next_cursor or resume_cursor of an answer, unchanged.",
)
EVENT_TYPE_UNKNOWN = spec(
    "EVENT_TYPE_UNKNOWN",
    ErrorKind.INVALID,
    sv="Händelsetypen {value} finns inte. Alla typer står på /api/v1/event-types.",
    en="There is no event type {value}. All types stand at /api/v1/event-types.",
)
STREAMS_FULL = spec(
    "STREAMS_FULL",
    ErrorKind.TOO_MANY,
    sv="Högst {most} öppna strömmar åt gången. Stäng en, eller läs /api/v1/events med cursor.",
    en="At most {most} open streams at a time. Close one, or read /api/v1/events by cursor.",
)
