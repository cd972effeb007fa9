"""What questions about personal data are refused for."""

from __future__ import annotations

from kernel.errors import ErrorKind, spec

PERSON_NOT_FOUND = spec(
    "PERSON_NOT_FOUND",
    ErrorKind.INVALID,
    sv="Ingen hos er har adressen {email} i det vi har sparat. Kontrollera stavningen.",
    en="Nobody with you has the address {email} in what we keep. Check the spelling.",
)
NEEDED_FOR_DELIVERY = spec(
    "NEEDED_FOR_DELIVERY",
    ErrorKind.CONFLICT,
    sv="{email} står i de uppgifter som gäller för en leverans som pågår. Ta bort personen ur listan, eller be om en "
    "ändring, och radera sedan.",
    en="{email} stands in the details that hold for a delivery under way. Take the person out of the list, or ask "
    "for a change, then erase.",
)
