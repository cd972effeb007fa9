"""What one cell may hold. Each check gives the value as it is stored, or the code of what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from stdnum import luhn

from openfibre.operator_change.domain.columns import Kind
from openfibre.operator_change.domain.parties import Segment

LONGEST: Final = 200
_ACCESS_ID: Final = re.compile(r"[-0-9a-zA-Z.]{1,36}")
_POSTCODE: Final = re.compile(r"[1-9][0-9]{4}")
_APARTMENT: Final = re.compile(r"[0-9]{4}")
_MAC: Final = re.compile(r"([0-9a-fA-F]{2}[:-]?){5}[0-9a-fA-F]{2}")
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE: Final = re.compile(r"(?<![\w.-])(?:\+46|0046|0)[\s-]?[1-9](?:[\s-]?\d){6,11}(?![\w.-])")
_PERSON: Final = re.compile(r"(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})([-+]?)(\d{4})(?!\d)")
_MONTHS: Final = range(1, 13)
_COORDINATED: Final = 60
_LONGEST_MONTH: Final = 31
_FORMULA: Final = ("=", "@", "+", "\t")
_SHORTEST: Final = 8
_MANY_DIGITS: Final = re.compile(r"(?:\d\D{0,2}){8}")
_YES_NO: Final = {"J": "J", "JA": "J", "Y": "J", "YES": "J", "N": "N", "NEJ": "N", "NO": "N"}
_OWNERS: Final = ("NO", "KO")
_IMPORTANT: Final = {"FASTIGHETSSTYRNING", "PORTTELEFONI"}
_SEGMENTS: Final = frozenset(Segment)


class BadValueError(ValueError):
    """A value that is not right; the argument is the finding's code."""


def _matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        if pattern.fullmatch(value) is None:
            raise BadValueError(code)
        return value

    return check


def _one_of(known: frozenset[str] | tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value.upper() not in known:
            raise BadValueError("VALUE_UNKNOWN")
        return value.upper()

    return check


def _postcode(value: str) -> str:
    found = value.replace(" ", "")
    if _POSTCODE.fullmatch(found) is None:
        raise BadValueError("POSTCODE_INVALID")
    return found


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError as wrong:
        raise BadValueError("DAY_INVALID") from wrong


def _yes_no(value: str) -> str:
    found = _YES_NO.get(value.upper())
    if found is None:
        raise BadValueError("YES_NO_INVALID")
    return found


def _important(value: str) -> str:
    named = {part.strip().upper() for part in value.split(",")}
    if not named <= _IMPORTANT:
        raise BadValueError("VALUE_UNKNOWN")
    return ",".join(sorted(named))


def _free(value: str) -> str:
    _refuse_formula(value)
    if looks_personal(value):
        raise BadValueError("PERSONAL_DATA")
    return value


def _refuse_formula(value: str) -> None:
    if value.startswith(_FORMULA):
        raise BadValueError("FORMULA")


def _technical(value: str) -> str:
    _refuse_formula(value)
    # Serial numbers and circuits often begin with a zero; only persons and addresses are sought in them.
    if looks_personal(value, telephones=False):
        raise BadValueError("PERSONAL_DATA")
    return value


def _access_id(value: str) -> str:
    if _ACCESS_ID.fullmatch(value) is None:
        raise BadValueError("ACCESS_ID_INVALID")
    if "-" in value and looks_personal(value, telephones=False):
        raise BadValueError("PERSONAL_DATA")
    return value


CHECKS: Final[dict[Kind, Callable[[str], str]]] = {
    Kind.TEXT: _technical,
    Kind.FREE: _free,
    Kind.ACCESS_ID: _access_id,
    Kind.POSTCODE: _postcode,
    Kind.APARTMENT: _matching(_APARTMENT, "APARTMENT_INVALID"),
    Kind.DAY: _day,
    Kind.YES_NO: _yes_no,
    Kind.SEGMENT: _one_of(_SEGMENTS),
    Kind.OWNER: _one_of(_OWNERS),
    Kind.IMPORTANT: _important,
    Kind.MAC: _matching(_MAC, "MAC_INVALID"),
}


def looks_personal(value: str, *, telephones: bool = True) -> bool:
    """Whether a text holds what looks like a personal number, an e-mail address or a telephone number.

    A personal number has a day in it (an organisation number has not); written without its hyphen it must
    have the right check digit too, else every long reference would be one.
    """
    if "@" in value and _EMAIL.search(value):
        return True
    if len(value) < _SHORTEST or not _MANY_DIGITS.search(value):
        return False
    if any(_is_person(match) for match in _PERSON.finditer(value)):
        return True
    return telephones and bool(_PHONE.search(value))


def _is_person(match: re.Match[str]) -> bool:
    year, month, day, sign, last = match.groups()
    number = int(day)
    real_day = 1 <= (number - _COORDINATED if number > _COORDINATED else number) <= _LONGEST_MONTH
    return int(month) in _MONTHS and real_day and (bool(sign) or luhn.is_valid(year + month + day + last))


_SPACES: Final = re.compile(r"\s+")


def address_key(*parts: str) -> str:
    """An address as it is compared: case, spaces and missing parts do not tell two apart."""
    return "|".join(_SPACES.sub(" ", part).strip().casefold() for part in parts)
