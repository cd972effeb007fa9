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
URL_NOT_USABLE = spec(
    "URL_NOT_USABLE",
    ErrorKind.INVALID,
    sv="Adressen går inte att använda för en webhook: {why_sv}.",
    en="The address cannot be used for a webhook: {why_en}.",
)
SUBSCRIPTIONS_FULL = spec(
    "SUBSCRIPTIONS_FULL",
    ErrorKind.CONFLICT,
    sv="Ni har redan {most} webhookar. Ta bort en först.",
    en="You already have {most} webhook subscriptions. Delete one first.",
)
RANGE_INVALID = spec(
    "RANGE_INVALID",
    ErrorKind.INVALID,
    sv="Ange från och till som platser i följden, högst {most} händelser åt gången. Sista platsen är {last}.",
    en="Give from and to as places in the feed, at most {most} events at a time. The last place is {last}.",
)
PING_CANNOT_BE_RESENT = spec(
    "PING_CANNOT_BE_RESENT",
    ErrorKind.CONFLICT,
    sv="Ett prov skickas inte om. Skicka ett nytt prov i stället.",
    en="A test is not resent. Send a new test instead.",
)
SANDBOX_BUSY = spec(
    "SANDBOX_BUSY",
    ErrorKind.CONFLICT,
    sv="Sandlådan arbetar just nu. Försök igen om en stund. Inget har ändrats.",
    en="The sandbox is at work just now. Try again in a moment. Nothing has been changed.",
)
SANDBOX_CLOCK_INVALID = spec(
    "SANDBOX_CLOCK_INVALID",
    ErrorKind.INVALID,
    sv="Klockan går bara framåt, högst {most} dygn åt gången.",
    en="The clock only goes forward, at most {most} days at a time.",
)
SANDBOX_MISSING = spec(
    "SANDBOX_MISSING",
    ErrorKind.CONFLICT,
    sv="Er sandlåda är inte öppnad än. Öppna den först; det tar ett par sekunder.",
    en="Your sandbox is not open yet. Open it first; that takes a few seconds.",
)
SANDBOX_NUMBERS_INVALID = spec(
    "SANDBOX_NUMBERS_INVALID",
    ErrorKind.INVALID,
    sv="{value} är inget nummer eller ingen serie. Skriv 08-465 004 01 eller 08-465 004 30–39.",
    en="{value} is no number or series. Write 08-465 004 01 or 08-465 004 30–39.",
)
