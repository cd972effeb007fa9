"""One number, read from tidied text: its national digits when it is one, else why not (NP-01)."""

from __future__ import annotations

from typing import Final, NamedTuple

from kernel.numbers import tokens
from kernel.numbers.plan import SHORT, NumberType, kind_of, type_of
from kernel.numbers.result import Code

_COUNTRY_ALONE_MIN: Final = 10
_MOBILE_DIGITS: Final = 9
_LONGEST_ABROAD: Final = 15  # E.164


class Reading(NamedTuple):
    """`national` has no leading zero; `foreign` is E.164. At most one of them is given."""

    national: str | None
    type: NumberType
    codes: tuple[Code, ...]
    foreign: str | None = None


NO_NUMBER: Final = Reading(None, NumberType.UNKNOWN, (Code.NOT_A_NUMBER,))
_INVALID: Final = Reading(None, NumberType.UNKNOWN, (Code.INVALID,))
_AMBIGUOUS: Final = Reading(None, NumberType.UNKNOWN, (Code.AMBIGUOUS_LOCAL,))
_SHORT: Final = Reading(None, NumberType.SHORT, (Code.SHORT_CODE,))


def read(text: str, *, numeric_cell: bool = False) -> Reading:
    """Read one number. `numeric_cell`: a spreadsheet held it as a number, so that its leading zero is lost."""
    digits = tokens.digits_of(text)
    if digits is None or not digits.strip("+"):
        return NO_NUMBER
    if digits[0] == "+":
        return _international(digits[1:])
    if digits.startswith("00"):
        return _international(digits[2:])
    if digits[0] == "0":
        return _judge(digits[1:])
    return _without_zero(digits, numeric_cell=numeric_cell)


def _international(digits: str) -> Reading:
    """Digits with the country in front."""
    if digits.startswith("46"):
        return _judge(digits[2:].removeprefix("0"))
    if digits[:1] in ("", "0"):  # no country begins with zero
        return _INVALID
    if len(digits) > _LONGEST_ABROAD:
        return Reading(None, NumberType.FOREIGN, (Code.TOO_LONG,))
    return Reading(None, NumberType.FOREIGN, (Code.FOREIGN,), f"+{digits}")


def _without_zero(digits: str, *, numeric_cell: bool) -> Reading:
    """A number with nothing in front: a short number, a lost zero, or anybody's guess."""
    if SHORT.fullmatch(digits):
        return _SHORT
    if digits.startswith("46") and len(digits) >= _COUNTRY_ALONE_MIN:
        inside = _judge(digits[2:].removeprefix("0"))
        if inside.national is not None:
            return inside
    if numeric_cell or (len(digits) == _MOBILE_DIGITS and type_of(digits) is NumberType.MOBILE):
        restored = _judge(digits)
        return restored._replace(codes=(*restored.codes, Code.TRUNK_ZERO_RESTORED))
    return _AMBIGUOUS


def _judge(national: str) -> Reading:
    """A national number: assigned, or too short, too long, or wrong for its kind."""
    assigned = type_of(national)
    if assigned is not None:
        return Reading(national, assigned, ())
    row = kind_of(national)
    if row is None:
        return _INVALID
    code = Code.INVALID
    if len(national) < row.shortest:
        code = Code.TOO_SHORT
    elif len(national) > row.longest:
        code = Code.TOO_LONG
    return Reading(None, row.type, (code,))
