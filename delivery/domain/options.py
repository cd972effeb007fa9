"""What a customer can order beside the switchboard itself (DL-09)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from delivery.domain.errors import OPTION_UNKNOWN
from kernel.language import Text


class Option(StrEnum):
    """One option of the agreement."""

    SOFTPHONE = "softphone"
    SIP_PHONES = "sip_phones"
    INTEGRATIONS = "integrations"
    TRAINING = "training"
    GO_LIVE_SUPPORT = "go_live_support"
    APP_SMS = "app_sms"
    ANSWERING_SERVICE = "answering_service"
    STATISTICS = "statistics"
    PROJECT_MANAGEMENT = "project_management"


OPTIONS: Final = {
    Option.SOFTPHONE: Text(sv="Softphone", en="Softphone"),
    Option.SIP_PHONES: Text(sv="SIP-telefoner", en="SIP phones"),
    Option.INTEGRATIONS: Text(
        sv="Integrationer (katalog, kalender, Teams)", en="Integrations (directory, calendar, Teams)"
    ),
    Option.TRAINING: Text(sv="Utbildning", en="Training"),
    Option.GO_LIVE_SUPPORT: Text(sv="Driftstartsstöd på plats", en="Go-live support on site"),
    Option.APP_SMS: Text(sv="Sms med app-instruktion", en="Text message with app instructions"),
    Option.ANSWERING_SERVICE: Text(sv="Svarsservice", en="Answering service"),
    Option.STATISTICS: Text(sv="Statistik och analys", en="Statistics and analysis"),
    Option.PROJECT_MANAGEMENT: Text(sv="Projektledning", en="Project management"),
}


def read_options(names: Iterable[str]) -> frozenset[Option]:
    """The options by name. Raises `OPTION_UNKNOWN` with what there is."""
    known = {option.value: option for option in Option}
    chosen = list(names)
    unknown = sorted(set(chosen) - set(known))
    if unknown:
        raise OPTION_UNKNOWN.error("options", unknown=", ".join(unknown), known=", ".join(known))
    return frozenset(known[name] for name in chosen)
