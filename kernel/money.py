"""Money is whole öre (1/100 krona), never a float."""

from __future__ import annotations

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
