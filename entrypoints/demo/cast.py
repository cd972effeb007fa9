"""Who and what the delivery story is about. Invented people, fiction numbers, scripted donors."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

from delivery.customer_data.domain.codes import Code

USERS: Final = 60
SEED: Final = 60
ORDERED_AT: Final = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)
GO_LIVE_ON: Final = date(2027, 2, 24)

COMPANY: Final = "Exempelverken AB"
ORG_NUMBER: Final = "559999-9009"
SUBSIDIARY: Final = "Exempelverken Fält AB"
SUBSIDIARY_NUMBER: Final = "559999-9017"
CONTACT: Final = "Tove Exempelsson"
CONTACT_EMAIL: Final = "tove.exempelsson@exempel.se"
ADDRESS: Final = {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"}

FAULTS: Final = (Code.EMAIL_INVALID, Code.PHONE_INVALID, Code.EXTENSION_DUPLICATE, Code.PHONE_FOREIGN)
WRONG_OWNER: Final = "+46701740607"
DROPPED: Final = "+46701740611"
LATE: Final = "+46701740616"
DELAYED: Final = "+46846500400"

# What the donors do: most accept at once; these do not.
SCRIPT: Final[list[dict[str, Any]]] = [
    {"number": WRONG_OWNER, "owner_id_expected": "16" + SUBSIDIARY_NUMBER.replace("-", "")},
    {"number": DROPPED, "fault": "drop_after_accept"},
    {"number": LATE, "answer_after_minutes": 26 * 60},
    {
        "number": DELAYED,
        "decision": "delay_then_accept",
        "answer_after_minutes": 30,
        "delay_minutes": 24 * 60,
    },
]


def sim_stock(count: int) -> str:
    """A stock file as a card maker sends it: cards and eSIM profiles, with check digits that are right."""
    lines = ["iccid;kind;pin;puk;activation"]
    for index in range(2 * count):
        kind = "SIM" if index < count else "eSIM"
        body = f"8946991{index:011d}"
        iccid = body + _check_digit(body)
        activation = f"LPA:1$exempel.se${index:08d}" if kind == "eSIM" else ""
        lines.append(f"{iccid};{kind};{1000 + index};{10_000_000 + index};{activation}")
    return "\n".join(lines)


def _check_digit(digits: str) -> str:
    doubled = (int(d) * (2 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return str(-sum(d - 9 if d > 9 else d for d in doubled) % 10)  # noqa: PLR2004  (Luhn's own nine)
