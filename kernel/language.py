"""Two languages, always both: a text that lacks one cannot be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

Language = Literal["sv", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text for a person, in Swedish and English."""

    sv: str
    en: str

    def __post_init__(self) -> None:
        """Refuse a half-translated text at import, long before a person can meet it."""
        if not self.sv.strip() or not self.en.strip():
            raise ValueError(f"a text needs both languages: {self!r}")

    def in_(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en

    def format(self, language: Language, **facts: Any) -> str:
        """The text with `{facts}` filled in; a fact that is itself a text is said in the same language."""
        return self.in_(language).format(**{name: spoken(fact, language) for name, fact in facts.items()})


def spoken(fact: Any, language: Language) -> Any:
    """A fact as it is said in a language; what is no text stays as it is."""
    return fact.in_(language) if isinstance(fact, Text) else fact
