"""Who and what the delivery story is about. Invented people, fiction numbers, scripted donors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

USERS: Final = 60
SEED: Final = 60
ORDERED_AT: Final = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
GO_LIVE_ON: Final = date(2027, 2, 23)

COMPANY: Final = "Exempelverken AB"
COMPANY_ORG_NUMBER: Final = "559000-1236"
SUBSIDIARY: Final = "Exempelverken Fält AB"
SUBSIDIARY_ORG_NUMBER: Final = "559000-1244"
CONTACT_NAME: Final = "Tove Exempelsson"
CONTACT_EMAIL: Final = "tove.exempelsson@exempel.se"
MAIN_NUMBER: Final = "+46846500499"


@dataclass(frozen=True, slots=True)
class Script:
    """What a donor does with one number."""

    number: str
    action: str
    facts: dict[str, Any]
    story: str


WRONG_OWNER: Final = "+46701740607"
DROPPED: Final = "+46701740611"
LATE: Final = "+46701740616"
