"""What a change request is refused for."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

CHANGE_NOT_NEEDED = spec(
    "CHANGE_NOT_NEEDED",
    ErrorKind.CONFLICT,
    sv="Flytten är inte begärd än. Ladda upp en ny lista och godkänn den, så gäller den.",
    en="The move has not been asked for yet. Upload a new list and sign it off, and it holds.",
)
CHANGE_TOO_LATE = spec(
    "CHANGE_TOO_LATE",
    ErrorKind.CONFLICT,
    sv="Växeln är i drift. Ändringar görs nu hos kundservice, och de kostar inga dagar.",
    en="The switchboard is live. Changes are now made by customer service, and cost no days.",
)
CHANGE_KIND_MISSING = spec(
    "CHANGE_KIND_MISSING",
    ErrorKind.INVALID,
    sv="Välj vad ändringen gäller.",
    en="Choose what the change concerns.",
)
CHANGE_TEXT_MISSING = spec(
    "CHANGE_TEXT_MISSING",
    ErrorKind.INVALID,
    sv="Beskriv ändringen: vem eller vilket nummer, hur det är i dag och hur det ska bli.",
    en="Describe the change: who or which number, how it is today and how it shall be.",
)
CHANGE_COST_NOT_ACCEPTED = spec(
    "CHANGE_COST_NOT_ACCEPTED",
    ErrorKind.INVALID,
    sv="Ändringen flyttar driftstarten {days} arbetsdagar. Kryssa i att det är i sin ordning, eller ändra inget.",
    en="The change moves go-live by {days} working days. Tick that this is all right, or change nothing.",
)
