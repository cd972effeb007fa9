"""`check_number`: may this, as a person wrote it, be ported to us; and if not, why not (NP-01, CU-06)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, Final, NamedTuple

from kernel.numbers import tokens
from kernel.numbers.plan import (
    FICTION,
    LONGEST_SERIES,
    PORTABLE,
    PORTABLE_GROUP,
    SHORT,
    TYPE_OF_GROUP,
    WHOLE,
    NumberType,
    area_of,
    is_fiction,
    kind_of,
    type_of,
)
from kernel.numbers.writing import COUNTRY, format_series


class Code(StrEnum):
    """Why a number cannot be taken, or a remark on one that can."""

    NOT_A_NUMBER = "NOT_A_NUMBER"
    INVALID = "INVALID"
    TOO_SHORT = "TOO_SHORT"
    TOO_LONG = "TOO_LONG"
    FOREIGN = "FOREIGN"
    SHORT_CODE = "SHORT_CODE"
    NOT_PORTABLE = "NOT_PORTABLE"
    AMBIGUOUS_LOCAL = "AMBIGUOUS_LOCAL"
    SERIES_INVALID = "SERIES_INVALID"
    SERIES_REVERSED = "SERIES_REVERSED"
    SERIES_TOO_LARGE = "SERIES_TOO_LARGE"
    SERIES_CROSSES_AREA = "SERIES_CROSSES_AREA"
    FICTION = "FICTION"
    TRUNK_ZERO_RESTORED = "TRUNK_ZERO_RESTORED"
    EXTENSION_SPLIT = "EXTENSION_SPLIT"


REMARKS: Final = frozenset({Code.FICTION, Code.TRUNK_ZERO_RESTORED, Code.EXTENSION_SPLIT})


class NumberCheck(NamedTuple):
    """What one writing turned out to be. `first` and `last` are E.164."""

    input: str
    ok: bool
    kind: str | None
    first: str | None
    last: str | None
    count: int  # type: ignore[assignment]  # shadows tuple.count, which nobody calls on a result
    type: NumberType
    extension: str | None
    codes: tuple[Code, ...]

    @property
    def national(self) -> str | None:
        """The number or series in Swedish writing; made when asked for, as most checks are not shown."""
        if self.first is None or self.last is None or not self.count:
            return None
        return format_series(self.first, self.last)

    @property
    def area(self) -> str | None:
        """The area code of a geographic number, with its zero."""
        if self.first is None or self.type is not NumberType.GEOGRAPHIC:
            return None
        return area_of(self.first.removeprefix(COUNTRY))

    def as_json(self) -> dict[str, Any]:
        """The object of `vaxla numbers check --json`."""
        return {
            **self._asdict(),
            "national": self.national,
            "type": self.type.value,
            "area": self.area,
            "codes": [code.value for code in self.codes],
        }


class _Read(NamedTuple):
    """One number, read: its national digits when it is one, else why not."""

    national: str | None
    type: NumberType
    codes: tuple[Code, ...]
    foreign: str | None = None


# The fast path takes only what the plain path reads the same: spaces may stand anywhere, one hyphen no later
# than after an area code. It never refuses; a miss goes the plain way.
_EXACT: Final = re.compile(rf"(?:\+460?|00460?|0)(?:{WHOLE.pattern})")
_NO_SPACES: Final = str.maketrans({" ": None, "\u00a0": None})
_LAST_PLACE_OF_HYPHEN: Final = 6
_FICTION_HEADS: Final = frozenset(first[:5] for first, _ in FICTION)
_COUNTRY_ALONE_MIN: Final = 10
_MOBILE_DIGITS: Final = 9


def check_number(value: str | float, *, numeric_cell: bool = False, production: bool = False) -> NumberCheck:
    """Read one number or one series. Never raises.

    `numeric_cell` says that a spreadsheet held it as a number, so that its leading zero is lost.
    `production` refuses numbers set aside for fiction.
    """
    if isinstance(value, str):
        quick = value.translate(_NO_SPACES)
        hyphen = quick.find("-")
        if 0 <= hyphen <= _LAST_PLACE_OF_HYPHEN:
            quick = quick[:hyphen] + quick[hyphen + 1 :]
        match = _EXACT.fullmatch(quick)
        if match is not None:
            group = match.lastindex or 0
            national, number_type = match[group], TYPE_OF_GROUP[group]
            if PORTABLE_GROUP[group] and national[:5] not in _FICTION_HEADS:
                e164 = COUNTRY + national
                return NumberCheck(value, True, "number", e164, e164, 1, number_type, None, ())
            return _accept(value, national, number_type, (), None, production)
        text = value
    elif float(value).is_integer():
        numeric_cell, text = True, str(int(value))
    else:
        return _refuse(str(value), _Read(None, NumberType.UNKNOWN, (Code.NOT_A_NUMBER,)))
    return _check_slowly(text, numeric_cell, production)


def _accept(
    given: str,
    national: str,
    number_type: NumberType,
    remarks: tuple[Code, ...],
    extension: str | None,
    production: bool,
) -> NumberCheck:
    """The result for a whole, assigned number."""
    ok = number_type in PORTABLE
    codes = remarks if ok else (*remarks, Code.NOT_PORTABLE)
    if is_fiction(national):
        codes = (*codes, Code.FICTION)
        ok = ok and not production
    e164 = COUNTRY + national
    return NumberCheck(given, ok, "number", e164, e164, 1, number_type, extension, codes)


def _refuse(given: str, read: _Read, *, extension: str | None = None, kind: str | None = None) -> NumberCheck:
    shown = read.foreign
    kind = kind or ("number" if read.foreign or read.type is NumberType.SHORT else None)
    return NumberCheck(given, False, kind, shown, shown, 0, read.type, extension, read.codes)


def _check_slowly(given: str, numeric_cell: bool, production: bool) -> NumberCheck:
    text = tokens.tidy(given)
    if not any(each.isdigit() for each in text):
        return _refuse(given, _Read(None, NumberType.UNKNOWN, (Code.NOT_A_NUMBER,)))
    counted = tokens.split_series_word(text)
    if counted is not None:
        return _counted_series(given, *counted, production)
    text, extension = tokens.split_extension(text)
    marked = tokens.mark_series(text)
    series = _as_series(given, marked, numeric_cell, production)
    if series is not None:
        return series
    read = _read(marked, numeric_cell)
    remarks = () if extension is None else (Code.EXTENSION_SPLIT,)
    if read.national is None:
        return _refuse(given, read._replace(codes=(*read.codes, *remarks)), extension=extension)
    return _accept(given, read.national, read.type, (*read.codes, *remarks), extension, production)


def _read(text: str, numeric_cell: bool) -> _Read:
    """Read one number from tidied text."""
    digits = tokens.digits_of(text)
    if digits is None or not digits.strip("+"):
        return _Read(None, NumberType.UNKNOWN, (Code.NOT_A_NUMBER,))
    if digits.startswith(("+", "00")):
        abroad = digits[1:] if digits[0] == "+" else digits[2:]
        if abroad.startswith("46"):
            return _judge(abroad[2:].removeprefix("0"))
        if len(abroad.strip("0")) == 0:
            return _Read(None, NumberType.UNKNOWN, (Code.INVALID,))
        return _Read(None, NumberType.FOREIGN, (Code.FOREIGN,), f"+{abroad}")
    if digits.startswith("0"):
        return _judge(digits[1:])
    return _without_zero(digits, numeric_cell)


def _without_zero(digits: str, numeric_cell: bool) -> _Read:
    """A number with nothing in front: a short number, a lost zero, or anybody's guess."""
    if SHORT.fullmatch(digits):
        return _Read(None, NumberType.SHORT, (Code.SHORT_CODE,))
    if digits.startswith("46") and len(digits) >= _COUNTRY_ALONE_MIN:
        inside = digits[2:].removeprefix("0")
        if type_of(inside) is not None:
            return _judge(inside)
    begins_mobile = len(digits) == _MOBILE_DIGITS and type_of(digits) is NumberType.MOBILE
    if numeric_cell or begins_mobile:
        read = _judge(digits)
        return read._replace(codes=(*read.codes, Code.TRUNK_ZERO_RESTORED))
    return _Read(None, NumberType.UNKNOWN, (Code.AMBIGUOUS_LOCAL,))


def _judge(national: str) -> _Read:
    """A national number: assigned, or too short, too long, or wrong for its kind."""
    assigned = type_of(national)
    if assigned is not None:
        return _Read(national, assigned, ())
    row = kind_of(national)
    if row is None:
        return _Read(None, NumberType.UNKNOWN, (Code.INVALID,))
    code = Code.INVALID
    if len(national) < row.shortest:
        code = Code.TOO_SHORT
    elif len(national) > row.longest:
        code = Code.TOO_LONG
    return _Read(None, row.type, (code,))


def _as_series(given: str, text: str, numeric_cell: bool, production: bool) -> NumberCheck | None:
    """The series a text writes, if it writes one.

    A mark (`-`, `–`, `/`, a word for "to") opens a series when a complete number stands before it. Two kinds
    of writing that look so are single numbers: digits grouped by hyphens alone (`031-390-06-00`), and an
    ending that would count backwards while the whole is a number (`08-465 004-00`).
    """
    marks = [index for index, each in enumerate(text) if each in "-–/" and index < len(text) - 1]
    if not marks:
        return None
    whole = _read(text.replace("/", " ").replace("–", "-"), numeric_cell)
    if whole.national is not None and _grouped_by_hyphens(text):
        return None
    for index in marks:
        start = _read(text[:index], numeric_cell)
        if start.national is not None:
            made = _series(given, start, text[index + 1 :].strip(" -–"), numeric_cell, production)
            backwards = Code.SERIES_REVERSED in made.codes and whole.national is not None
            return None if backwards else made
    return None


def _grouped_by_hyphens(text: str) -> bool:
    return text.count("-") > 1 and not set(text) & set(" –/")


def _series(given: str, start: _Read, ending: str, numeric_cell: bool, production: bool) -> NumberCheck:
    """The series from a complete number to an ending: a full number, or the digits that replace its last."""
    first = start.national or ""
    digits = tokens.digits_of(ending)
    if not digits:
        return _no_series(given, start, Code.SERIES_INVALID)
    full = _read(ending, numeric_cell)
    if full.national is not None and (digits[0] in "+0" or len(digits) > len(first)):
        last = full.national
    elif len(digits) < len(first) and digits[0] != "+":
        last = first[: -len(digits)] + digits
    elif full.national is not None:
        last = full.national
    else:
        return _no_series(given, start, Code.SERIES_INVALID)
    return _between(given, first, last, start.codes, production)


def _no_series(given: str, start: _Read, code: Code) -> NumberCheck:
    e164 = f"{COUNTRY}{start.national}"
    return NumberCheck(given, False, "series", e164, None, 0, start.type, None, (*start.codes, code))


def _between(given: str, first: str, last: str, remarks: tuple[Code, ...], production: bool) -> NumberCheck:
    """The series between two national numbers, judged."""
    number_type = type_of(first) or NumberType.UNKNOWN
    codes = list(remarks)
    size = int(last) - int(first) + 1
    if type_of(last) is None or len(last) != len(first):
        codes.append(Code.SERIES_INVALID)
    elif type_of(last) is not number_type or area_of(first) != area_of(last):
        codes.append(Code.SERIES_CROSSES_AREA)
    elif size < 1:
        codes.append(Code.SERIES_REVERSED)
    elif size > LONGEST_SERIES:
        codes.append(Code.SERIES_TOO_LARGE)
    if number_type not in PORTABLE:
        codes.append(Code.NOT_PORTABLE)
    fictitious = is_fiction(first) or is_fiction(last)
    if fictitious:
        codes.append(Code.FICTION)
    ok = not set(codes) - REMARKS and not (production and fictitious)
    ends = COUNTRY + first, COUNTRY + last
    counted = max(size, 0) if len(first) == len(last) else 0
    return NumberCheck(given, ok, "series", *ends, counted, number_type, None, tuple(codes))


def _counted_series(given: str, size: int, beginning: str, production: bool) -> NumberCheck:
    """`100-serie 08-123 45`: as many numbers as it says, from the beginning with zeros to that with nines."""
    tail = len(str(size)) - 1
    digits = tokens.digits_of(beginning) or ""
    start = _read(digits + "0" * tail, numeric_cell=False)
    if str(size) != "1" + "0" * tail or start.national is None:
        codes = start.codes if start.national is None and start.codes else (Code.SERIES_INVALID,)
        return NumberCheck(given, False, "series", None, None, 0, start.type, None, codes)
    last = start.national[:-tail] + "9" * tail
    return _between(given, start.national, last, start.codes, production)
