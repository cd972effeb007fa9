"""What can be charged, as a table: on which invoice, how it is counted, in which unit (IN-02, IN-03).

`needs_frame` marks what works only with a mobile frame agreement; `delivery_days` is how many working days an
order of it takes, as its confirmation says (DL-14).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from invoicing.domain.terms import InvoiceKind
from kernel.language import Text


class Counting(StrEnum):
    """How an article is charged."""

    MONTHLY = "monthly"
    ONCE = "once"
    USAGE = "usage"


class Unit(StrEnum):
    """What a quantity counts; the values are UN/ECE Recommendation 20 codes, as UBL wants them."""

    MONTH = "MON"
    PIECE = "C62"
    MINUTE = "MIN"
    HOUR = "HUR"


@dataclass(frozen=True, slots=True)
class Article:
    """One row of what is charged."""

    key: str
    text: Text
    invoice: InvoiceKind
    counting: Counting
    unit: Unit
    needs_frame: bool = False
    delivery_days: int = 0


_USER, _COMMON = InvoiceKind.SUBSCRIPTIONS, InvoiceKind.COMMON
_MONTHLY, _ONCE, _USAGE = Counting.MONTHLY, Counting.ONCE, Counting.USAGE


def _monthly(
    key: str, sv: str, en: str, invoice: InvoiceKind, *, frame: bool = False, days: int = 3
) -> Article:
    return Article(key, Text(sv=sv, en=en), invoice, _MONTHLY, Unit.MONTH, frame, days)


def _once(key: str, sv: str, en: str, unit: Unit = Unit.PIECE, *, days: int = 0) -> Article:
    return Article(key, Text(sv=sv, en=en), _COMMON, _ONCE, unit, delivery_days=days)


def _usage(key: str, sv: str, en: str, unit: Unit) -> Article:
    return Article(key, Text(sv=sv, en=en), _COMMON, _USAGE, unit)


ARTICLES: Final = {
    row.key: row
    for row in (
        _monthly("user_mobile_basic", "Användare Mobil Bas", "User Mobil Bas", _USER, frame=True),
        _monthly("user_mobile_plus", "Användare Mobil Plus", "User Mobil Plus", _USER, frame=True),
        _monthly("user_fixed", "Användare Fast", "User Fast", _USER),
        _monthly("user_softphone", "Användare Softphone", "User Softphone", _USER),
        _monthly("user_other", "Användare", "User", _USER),
        _monthly("user_call_recording", "Samtalsinspelning", "Call recording", _USER),
        _monthly("user_attendant", "Telefonistfunktion", "Attendant function", _USER),
        _monthly("function_number", "Funktionsnummer", "Function number", _COMMON, days=5),
        _monthly("answering_service", "Svarsservice", "Answering service", _COMMON, days=10),
        _monthly("statistics", "Statistik och analys", "Statistics and analysis", _COMMON, days=5),
        _monthly("integrations", "Integrationer", "Integrations", _COMMON, days=10),
        _once("training", "Utbildning", "Training", days=10),
        _once("go_live_support", "Driftstartsstöd på plats", "Go-live support on site", days=10),
        _once("app_sms", "Sms med app-instruktion", "Text messages with app instructions", days=2),
        _once("project_management", "Projektledning", "Project management", days=5),
        _once("porting_attempt", "Nytt porteringsförsök", "Further porting attempt"),
        _once("fault_work", "Felsökning utan fel hos oss", "Fault work, fault not ours", Unit.HOUR),
        _usage("sms_center", "Sms från SMS-central", "Text messages from the SMS centre", Unit.PIECE),
        _usage("sms_call_flow", "Sms från samtalsflöden", "Text messages from call flows", Unit.PIECE),
        _usage("sms_softphone", "Sms från softphone", "Text messages from softphones", Unit.PIECE),
        _usage("sms_app", "Sms från appen", "Text messages from the app", Unit.PIECE),
        _usage(
            "function_traffic",
            "Extern trafik från funktionsnummer",
            "External traffic from function numbers",
            Unit.MINUTE,
        ),
    )
}
PORTING_ATTEMPT: Final = "porting_attempt"
FAULT_WORK: Final = "fault_work"
_OTHER: Final = "user_other"

# The subscriptions of the customer's data, by the words of the agreement.
_SUBSCRIPTIONS: Final = {
    "mobil bas": "user_mobile_basic",
    "mobil plus": "user_mobile_plus",
    "fast": "user_fixed",
    "softphone": "user_softphone",
}
SUBSCRIPTIONS: Final = frozenset({*_SUBSCRIPTIONS.values(), _OTHER})
# The options of a delivery that are charged by themselves, and those that follow the users who have them.
OPTION_ARTICLES: Final = {
    "answering_service": "answering_service",
    "statistics": "statistics",
    "integrations": "integrations",
    "training": "training",
    "go_live_support": "go_live_support",
    "app_sms": "app_sms",
    "project_management": "project_management",
}
OPTIONS_OF_USERS: Final = frozenset({"softphone", "sip_phones"})


def article_of_subscription(subscription: str) -> Article:
    """What a user's subscription is charged as."""
    return ARTICLES[_SUBSCRIPTIONS.get(subscription.strip().casefold(), _OTHER)]


def orderable() -> tuple[Article, ...]:
    """What can be ordered during the agreement (DL-14): all but usage, fees and work."""
    return tuple(row for row in ARTICLES.values() if row.delivery_days)
