"""What somebody may mean by what they type in the search field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_FEWEST_DIGITS: Final = 3
_FEWEST_OF_A_CARD: Final = 5
_PUNCTUATION: Final = frozenset(" -–/().+")


@dataclass(frozen=True, slots=True)
class Terms:
    """The ways to read it. An empty one is not looked for.

    `words` as written, for names and references; `org_number` and `iccid` as digits from the beginning;
    `number` as E.164 from the beginning.
    """

    words: str
    org_number: str
    number: str
    iccid: str


def read_terms(text: str) -> Terms:
    """A telephone number in any writing, an organisation number with or without its dash, a card's number."""
    words = " ".join(text.split())
    digits = "".join(each for each in words if each.isdecimal())
    is_digits = bool(digits) and all(each.isdecimal() or each in _PUNCTUATION for each in words)
    if not is_digits or len(digits) < _FEWEST_DIGITS:
        return Terms(words, "", "", "")
    national = digits.removeprefix("00") if digits.startswith("0046") else digits
    is_full = words.startswith("+") or digits.startswith(("0046", "46"))
    national = national.removeprefix("46") if is_full else national
    return Terms(
        words=words,
        org_number=digits,
        number=f"+46{national.lstrip('0')}",
        iccid=digits if len(digits) >= _FEWEST_OF_A_CARD and not words.startswith(("0", "+")) else "",
    )
