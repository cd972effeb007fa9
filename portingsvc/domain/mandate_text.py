"""What a mandate says, in Swedish: the text that is signed, hashed and shown to the donor."""

from __future__ import annotations

import hashlib
import json
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
    valid_until: datetime | None,
    days: int,
) -> list[str]:
    """The mandate, a paragraph an entry. Numbers stand in Swedish writing, one entry each.

    On paper nobody knows beforehand when it will be signed: without `valid_until` it holds for `days` from then.
    """
    until = f"i {days} dagar från den dag den undertecknas"
    if valid_until is not None:
        until = f"till och med {valid_until.astimezone(ZoneInfo('Europe/Stockholm')).date()}"
    return [
        "Fullmakt för nummerflytt",
        f"{owner_name} (abonnent-id {owner_id}) ger mottagande operatör fullmakt att flytta numren nedan "
        f"från {donor}.",
        "Fullmakten omfattar begäran om flytt, besked om tid för flytten och de uppgifter som den kräver. "
        "Den får visas för nuvarande operatör.",
        f"Den gäller {until} och kan återkallas skriftligen till dess att flytten är gjord.",
        "Nummer:",
        *(format_series(first, last) for first, last in series),
    ]


def fingerprint(lines: Sequence[str]) -> str:
    """The SHA-256 that a mandate's text has, as hexadecimal digits: what evidence and long texts refer to."""
    return hashlib.sha256(json.dumps(list(lines), ensure_ascii=False).encode()).hexdigest()


def shortened(lines: Sequence[str], limit: int) -> str:
    """The text in at most `limit` bytes of UTF-8. One that is longer says that it is, and gives its fingerprint.

    The signatory has the whole list on the page and in the document; what is signed is bound to it.
    """
    whole = "\n".join(lines)
    if len(whole.encode()) <= limit:
        return whole
    ending = f"… Hela listan, {len(lines)} rader, står i fullmakten med SHA-256 {fingerprint(lines)}"
    kept: list[str] = []
    left = limit - len(ending.encode())
    for line in lines:
        left -= len(line.encode()) + 1
        if left < 0:
            break
        kept.append(line)
    return "\n".join([*kept, ending])
