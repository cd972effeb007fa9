"""Money is whole öre (1/100 krona), never a float."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kernel.language import Language


def kronor(amount_ore: int, language: Language = "sv") -> str:
    """An amount as people write it: `1 250 kr`, `29,50 kr`; in English `SEK 1,250`, `SEK 29.50`."""
    whole, ore = divmod(abs(amount_ore), 100)
    sign = "−" if amount_ore < 0 else ""
    grouped = f"{whole:,}"
    if language == "en":
        return f"{sign}SEK {grouped}{f'.{ore:02d}' if ore else ''}"
    swedish = grouped.replace(",", "\N{NO-BREAK SPACE}")
    return f"{sign}{swedish}{f',{ore:02d}' if ore else ''}\N{NO-BREAK SPACE}kr"


def ore_of(written: str) -> int | None:
    """Öre of an amount as people write it: `129`, `1 290,50`, `0.45 kr`; none for what is no whole öre."""
    plain = "".join(written.split()).removesuffix("kr").replace(",", ".")
    try:
        ore = Decimal(plain) * 100
    except InvalidOperation:
        return None
    return int(ore) if ore.is_finite() and ore == ore.to_integral_value() else None
