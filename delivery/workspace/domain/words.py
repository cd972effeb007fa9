"""What the workspace calls things."""

from __future__ import annotations

from typing import Final

from kernel.language import Text

NUMBER_TITLES: Final = {
    "pending": Text(sv="väntar på svar", en="waiting for an answer"),
    "confirmed": Text(sv="bekräftade", en="confirmed"),
    "rejected": Text(sv="avslagna", en="rejected"),
    "failed": Text(sv="misslyckade", en="failed"),
    "ported": Text(sv="flyttade", en="moved"),
    "cancelled": Text(sv="avbrutna", en="cancelled"),
    "excluded": Text(sv="undantagna", en="taken out"),
    "ported_back": Text(sv="flyttade tillbaka", en="moved back"),
    "returned": Text(sv="återlämnade", en="returned"),
}
FOUND_BY: Final = {
    "reference": Text(sv="ärende", en="case"),
    "company": Text(sv="företag", en="company"),
    "org_number": Text(sv="organisationsnummer", en="organisation number"),
    "number": Text(sv="nummer som flyttas", en="number being moved"),
    "listed": Text(sv="nummer i kunddata", en="number in the customer data"),
    "series": Text(sv="serie i kunddata", en="series in the customer data"),
    "card": Text(sv="sim-kort", en="SIM card"),
}
