"""What a mandate says, in Swedish: the text that is signed, hashed and shown to the donor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from kernel.numbers import format_series


def mandate_lines(
    *,
    donor: str,
    owner_id: str,
    owner_name: str,
    series: Sequence[tuple[str, str]],
    valid_until: datetime,
) -> list[str]:
    """The mandate, a paragraph an entry. Numbers stand in Swedish writing, one entry each."""
    last_day = valid_until.astimezone(ZoneInfo("Europe/Stockholm")).date()
    return [
        "Fullmakt för nummerflytt",
        f"{owner_name} (abonnent-id {owner_id}) ger mottagande operatör fullmakt att flytta numren nedan "
        f"från {donor}.",
        "Fullmakten omfattar begäran om flytt, besked om tid för flytten och de uppgifter som den kräver. "
        "Den får visas för nuvarande operatör.",
        f"Den gäller till och med {last_day} och kan återkallas skriftligen till dess att flytten är gjord.",
        "Nummer:",
        *(format_series(first, last) for first, last in series),
    ]
