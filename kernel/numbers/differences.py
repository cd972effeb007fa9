"""Where we differ from the `phonenumbers` library on purpose, and why. The differential test reads this table.

A row covers the writings that its pattern matches, and shows one of them with what each side makes of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kernel.numbers.result import Code

_COUNTRY: Final = r"(?:\+46|0046|0)0?"


@dataclass(frozen=True, slots=True)
class Difference:
    """`library` and `ours` are what each side reads (E.164 of the first number; none when it reads none)."""

    writing: re.Pattern[str]
    example: str
    library: str | None
    ours: str | None
    codes: tuple[Code, ...]
    why: str


DIFFERENCES: Final = (
    Difference(
        re.compile(_COUNTRY + r"71[09]\d{10}"),
        "0710 123 456 78 90",
        None,
        "+467101234567890",
        (Code.NOT_PORTABLE,),
        "PTS gives 0710 and 0719 thirteen digits; the library leaves them out by policy (its issue 1069)",
    ),
    Difference(
        re.compile(r".*[\u2000-\u200a\u202f\u205f].*"),
        "070\u2009174 06 05",
        None,
        "+46701740605",
        (Code.FICTION,),
        "the library stops reading at the thin spaces that typeset numbers are written with",
    ),
    Difference(
        re.compile(r"[1-9][\d ()-]*"),
        "465 004 00",
        "+4646500400",
        None,
        (Code.AMBIGUOUS_LOCAL,),
        "a Stockholm number without its area code would be taken for one in Lund",
    ),
    Difference(
        re.compile(r".*[A-Za-z].*\d+.*|.*\d.*[A-Za-z].*"),
        "070-ABC 06 05",
        "+46702220605",
        None,
        (Code.NOT_A_NUMBER,),
        "letters are a mistake in a list of numbers, not keys to press",
    ),
    Difference(
        re.compile(r".*\d[\d ]*[-–/]\s*\d+"),
        "08-465004-99",
        "+46846500499",
        "+468465004",
        (),
        "after a complete number a dash or a slash opens a series; the library glues the digits together",
    ),
)
