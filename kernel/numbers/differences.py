"""Where we differ from the `phonenumbers` library on purpose, and why. The differential test reads this."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Difference:
    """A set of writings (a pattern on the whole text), what the library says, what we say, and why."""

    writing: re.Pattern[str]
    library: str
    ours: str
    why: str


DIFFERENCES: Final = (
    Difference(
        re.compile(r"(?:\+46|0046|0)0?71[09]\d{10}"),
        "too long",
        "m2m, NOT_PORTABLE",
        "PTS gives 13 digits to 0710 and 0719; the library leaves them out by policy",
    ),
    Difference(
        re.compile(r"[1-9]\d*"),
        "takes a number without anything in front as national",
        "AMBIGUOUS_LOCAL, SHORT_CODE, or the lost zero of a mobile restored",
        "465 004 00 is a Stockholm number without its area code, and would be taken for Lund",
    ),
)
