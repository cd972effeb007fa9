"""Errors are data: a stable code, a kind that decides the HTTP status, and a text in both languages.

A context declares its errors once, as `ErrorSpec` rows, and raises them with the facts that the texts name.
The catalogue of all declared codes is what the public page `/errors` is made from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from kernel.language import Language, Text


class ErrorKind(StrEnum):
    """What sort of refusal it is; the HTTP status of each stands in `infra.http_errors`."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    PRECONDITION = "precondition"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    UNAVAILABLE = "unavailable"


CATALOGUE: Final[dict[str, ErrorSpec]] = {}


@dataclass(frozen=True, slots=True)
class ErrorSpec:
    """One error that the product can answer with. `text` may name facts in braces."""

    code: str
    kind: ErrorKind
    text: Text

    def __post_init__(self) -> None:
        """Enter the catalogue; a code means one thing only."""
        if self.code in CATALOGUE:
            raise ValueError(f"error code declared twice: {self.code}")
        CATALOGUE[self.code] = self

    def error(self, field: str | None = None, **facts: Any) -> DomainError:
        """Make the exception to raise. `field` names the input at fault, when one is."""
        return DomainError(self, facts, field)


def spec(code: str, kind: ErrorKind, *, sv: str, en: str) -> ErrorSpec:
    """Declare an error."""
    return ErrorSpec(code, kind, Text(sv=sv, en=en))


class DomainError(Exception):
    """A refusal with its reason. Nothing has been changed when it is raised: the unit of work rolls back."""

    def __init__(self, error_spec: ErrorSpec, facts: dict[str, Any], field: str | None = None) -> None:
        self.spec = error_spec
        self.facts = facts
        self.field = field
        super().__init__(f"{error_spec.code}: {self.detail('en')}")

    @property
    def code(self) -> str:
        return self.spec.code

    def detail(self, language: Language) -> str:
        """The text for a person, with the facts filled in."""
        return self.spec.text.format(language, **self.facts)


NOT_FOUND = spec(
    "NOT_FOUND",
    ErrorKind.NOT_FOUND,
    sv="Det finns inget här med den adressen, eller så har du inte tillgång till det.",
    en="There is nothing here at that address, or you have no access to it.",
)
INVALID_INPUT = spec(
    "INVALID_INPUT",
    ErrorKind.INVALID,
    sv="En eller flera uppgifter stämmer inte. Rätta dem och försök igen.",
    en="One or more values are not right. Correct them and try again.",
)
CHARACTER_NOT_STORABLE = spec(
    "CHARACTER_NOT_STORABLE",
    ErrorKind.INVALID,
    sv="En text innehåller tecknet NUL, som inte kan sparas. Ta bort det och skicka igen. Inget har ändrats.",
    en="A text holds the character NUL, which cannot be stored. Take it out and send again. Nothing has been changed.",
)
ILLEGAL_TRANSITION = spec(
    "ILLEGAL_TRANSITION",
    ErrorKind.CONFLICT,
    sv="Det går inte nu: {entity} är i läget {state}. Tillåtet här: {allowed_text}.",
    en="Not possible now: {entity} is in state {state}. Allowed here: {allowed_text}.",
)
CHANGED_MEANWHILE = spec(
    "CHANGED_MEANWHILE",
    ErrorKind.CONFLICT,
    sv="Någon annan ändrade detta medan du hade det öppet. Läs in på nytt och gör om det du vill ändra.",
    en="Somebody else changed this while you had it open. Reload and redo what you want to change.",
)
REASON_REQUIRED = spec(
    "REASON_REQUIRED",
    ErrorKind.INVALID,
    sv="Skriv en anledning. Den sparas i ärendets historik.",
    en="Give a reason. It is kept in the history of the case.",
)
UNAVAILABLE = spec(
    "UNAVAILABLE",
    ErrorKind.UNAVAILABLE,
    sv="Vi når inte databasen just nu. Inget har ändrats. Försök igen om en stund.",
    en="We cannot reach the database right now. Nothing has been changed. Try again in a moment.",
)
UNEXPECTED = spec(
    "UNEXPECTED",
    ErrorKind.UNAVAILABLE,
    sv="Något i Växla gick sönder. Inget har ändrats. Vi ser det i vår logg under id {request_id}.",
    en="Something in Växla broke. Nothing has been changed. We see it in our log under id {request_id}.",
)
