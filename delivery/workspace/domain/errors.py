"""What the workspace refuses, and why."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

FILTER_NAME_MISSING = spec(
    "FILTER_NAME_MISSING",
    ErrorKind.INVALID,
    sv="Ge filtret ett namn på högst 60 tecken. Valen står kvar.",
    en="Give the filter a name of at most 60 characters. What was chosen still stands.",
)
FILTER_EMPTY = spec(
    "FILTER_EMPTY",
    ErrorKind.INVALID,
    sv="Filtret väljer inget. Välj något först, till exempel en fas eller en planerare.",
    en="The filter chooses nothing. Choose something first, for example a phase or a planner.",
)
NOTHING_TO_REMIND = spec(
    "NOTHING_TO_REMIND",
    ErrorKind.CONFLICT,
    sv="Inget väntar på kunden just nu, så ingen påminnelse skickas.",
    en="Nothing waits for the customer now, so no reminder is sent.",
)
REMINDED_TODAY = spec(
    "REMINDED_TODAY",
    ErrorKind.CONFLICT,
    sv="Kunden har redan påmints i dag ({at}). Vänta till i morgon, eller ring.",
    en="The customer has been reminded today already ({at}). Wait until tomorrow, or call.",
)
NOTHING_CHOSEN = spec(
    "NOTHING_CHOSEN",
    ErrorKind.INVALID,
    sv="Kryssa för minst ett ärende, och högst {most}.",
    en="Tick at least one case, and at most {most}.",
)
BULK_DETAIL_MISSING = spec(
    "BULK_DETAIL_MISSING",
    ErrorKind.INVALID,
    sv="Välj vad som ska göras, och fyll i det som hör till: {what}.",
    en="Choose what to do, and fill in what belongs to it: {what}.",
)
CAPACITY_WRONG = spec(
    "CAPACITY_WRONG",
    ErrorKind.INVALID,
    sv="Skriv ett helt tal från 0 till {most}: så många driftstarter klarar dagen.",
    en="Write a whole number from 0 to {most}: so many go-lives the day can take.",
)
COMMENT_EMPTY = spec(
    "COMMENT_EMPTY",
    ErrorKind.INVALID,
    sv="Skriv något, högst {most} tecken.",
    en="Write something, at most {most} characters.",
)
MENTION_UNKNOWN = spec(
    "MENTION_UNKNOWN",
    ErrorKind.INVALID,
    sv="{names} är ingen hos oss. Skriv ett av dessa namn: {known}. Kommentaren är inte sparad, men står kvar nedan.",
    en="{names} is nobody with us. Write one of these names: {known}. The comment is not saved, but stands below.",
)
FILE_MISSING = spec(
    "FILE_MISSING",
    ErrorKind.INVALID,
    sv="Välj en fil som inte är tom.",
    en="Choose a file that is not empty.",
)
FILE_KIND_REFUSED = spec(
    "FILE_KIND_REFUSED",
    ErrorKind.INVALID,
    sv="{name} tas inte emot: {why_sv}. Dessa slag tas emot: {known}.",
    en="{name} is not taken: {why_en}. These kinds are: {known}.",
)
