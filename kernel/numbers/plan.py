"""The Swedish numbering plan as tables: what a national number is, how long, and whether it can be ported.

The patterns of assigned numbers come from the pinned `phonenumbers` metadata, so that we agree with it where
it is right; where it is not, our own rows stand in `OWN_ROWS` and the differences in `differences.py`.
National numbers are written here without their leading zero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from phonenumbers import __version__ as library_version
from phonenumbers.data.region_SE import PHONE_METADATA_SE as _SE

METADATA_VERSION: Final = f"phonenumbers {library_version}"
LONGEST_SERIES: Final = 10_000


class NumberType(StrEnum):
    """What a number is for."""

    GEOGRAPHIC = "geographic"
    MOBILE = "mobile"
    NATIONAL = "national"
    FREEPHONE = "freephone"
    SHARED_COST = "shared_cost"
    PREMIUM = "premium"
    PERSONAL = "personal"
    M2M = "m2m"
    SHORT = "short"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


PORTABLE: Final = frozenset(
    {
        NumberType.GEOGRAPHIC,
        NumberType.MOBILE,
        NumberType.NATIONAL,
        NumberType.FREEPHONE,
        NumberType.SHARED_COST,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """One use of numbers: its type, the pattern of whole national numbers, the prefix that tells its kind."""

    type: NumberType
    pattern: str
    prefix: str
    shortest: int
    longest: int


def _assigned(description: object) -> str:
    return str(description.national_number_pattern)  # type: ignore[attr-defined]  # the library is untyped here


# Order matters for prefixes: the first whose prefix fits decides which lengths are right.
OWN_ROWS: Final = (
    # 13 digits after the zero; the library does not know them (its issues 910 and 1069).
    Row(NumberType.M2M, r"71[09]\d{10}", "71[09]", 13, 13),
)
ROWS: Final = (
    *OWN_ROWS,
    Row(NumberType.MOBILE, _assigned(_SE.mobile), "7[023689]", 9, 9),
    Row(NumberType.UNKNOWN, _assigned(_SE.pager), "74", 9, 9),
    Row(NumberType.PERSONAL, _assigned(_SE.personal_number), "75", 9, 9),
    Row(NumberType.SHARED_COST, _assigned(_SE.shared_cost), "77", 9, 9),
    Row(NumberType.NATIONAL, _assigned(_SE.uan), "10", 9, 9),
    Row(NumberType.FREEPHONE, _assigned(_SE.toll_free), "20", 6, 9),
    Row(NumberType.PREMIUM, _assigned(_SE.premium_rate), "9(?:00|39|44|9)|649", 7, 10),
    Row(NumberType.UNKNOWN, _assigned(_SE.voicemail), "25[245]|67[3-68]", 12, 12),
    Row(NumberType.GEOGRAPHIC, _assigned(_SE.fixed_line), "[1-689]", 7, 9),
)
# One pattern for all: the group that matched tells the row.
ROWS_BY_FREQUENCY: Final = sorted(
    ROWS, key=lambda row: row.type not in (NumberType.MOBILE, NumberType.GEOGRAPHIC)
)
WHOLE: Final = re.compile("|".join(f"({row.pattern})" for row in ROWS_BY_FREQUENCY), re.ASCII)
TYPE_OF_GROUP: Final = (NumberType.UNKNOWN, *(row.type for row in ROWS_BY_FREQUENCY))
_PREFIXES: Final = tuple((re.compile(row.prefix), row) for row in ROWS)

# Short numbers, dialled as they stand, in Sweden only (PTS: 112, 113 13, 114 XY, 116 XYZ, 117 X, 118 XYZ,
# 90 XYZ, and the five-digit SMS codes 71XXX and 72XXX).
SHORT: Final = re.compile(r"112|11313|114\d{2,3}|116\d{3}|117\d|118\d{3}|90\d{3}|7[12]\d{3}")

# PTS: numbers for books and films. In tests and demonstrations only these are used; production refuses them.
FICTION: Final = (
    ("701740605", "701740699"),
    ("846500400", "846500499"),
    ("313900600", "313900699"),
    ("406280400", "406280499"),
    ("980319200", "980319299"),
)

# How many digits stand before the hyphen in writing, where it is no area code.
_PREFIX_LENGTH: Final = {NumberType.SHARED_COST: 3, NumberType.PREMIUM: 3, NumberType.M2M: 3}

TWO_DIGIT_AREAS: Final = frozenset(
    "11 13 16 18 19 21 23 26 31 33 35 36 40 42 44 46 54 60 63 90".split()  # noqa: SIM905  (reads as a table)
)


def type_of(national: str) -> NumberType | None:
    """The type of a whole national number, or none when it is not assigned."""
    match = WHOLE.fullmatch(national)
    return TYPE_OF_GROUP[match.lastindex] if match and match.lastindex else None


def kind_of(national: str) -> Row | None:
    """The row whose kind a number begins like, whatever its length."""
    return next((row for prefix, row in _PREFIXES if prefix.match(national)), None)


def area_of(national: str) -> str:
    """The area code of a geographic number, with its zero: `08`, `031`, `0980`."""
    if national[0] == "8":
        return "08"
    if national[:2] in TWO_DIGIT_AREAS:
        return "0" + national[:2]
    return "0" + national[:3]


def prefix_of(national: str) -> str:
    """What stands before the hyphen, without its zero: the area code, or `70`, `10`, `20`, `771`."""
    number_type = type_of(national)
    if number_type is None or number_type is NumberType.GEOGRAPHIC:
        return area_of(national)[1:]
    if number_type is NumberType.FREEPHONE and national.startswith("200"):
        return "200"  # 0200-12 34 56 is how its owners write it
    return national[: _PREFIX_LENGTH.get(number_type, 2)]


def is_fiction(national: str) -> bool:
    """Whether it is set aside for fiction."""
    return has_fiction(national, national)


def has_fiction(first: str, last: str) -> bool:
    """Whether a series (national ends of equal length) holds a number set aside for fiction."""
    return any(len(first) == len(low) and first <= high and low <= last for low, high in FICTION)
