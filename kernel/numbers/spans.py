"""Number series as people write them, and what is wrong with one (NP-01, number-porting-sweden 2.2).

A mark (`-`, `–`, `/`, a word for "to") opens a series when a complete number stands before it. Since some
complete numbers begin others (08-465 004 begins 08-465 004 00), a text that also reads as one number is one
number in two cases, and a series in all others:

- it is grouped by hyphens alone, in groups of at most three digits, as in `031-390-06-00`;
- as a series it would count backwards, as in `08-465 004-00`.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from kernel.numbers import tokens
from kernel.numbers.plan import LONGEST_SERIES, PORTABLE, NumberType, has_fiction, prefix_of, type_of
from kernel.numbers.reading import Reading, read
from kernel.numbers.result import Code

_MARKS: Final = frozenset("-–/")
_LONGEST_GROUP: Final = 3


class Span(NamedTuple):
    """A series by its national ends; an end is none when it could not be read."""

    first: str | None
    last: str | None
    count: int  # type: ignore[assignment]  # shadows tuple.count, which nobody calls on a span
    type: NumberType
    codes: tuple[Code, ...]


def written_span(text: str, *, numeric_cell: bool) -> Span | None:
    """The series that a tidied text writes from one end to the other; none when it writes no series."""
    marks = [index for index, each in enumerate(text[:-1]) if each in _MARKS]
    if not marks:
        return None
    is_one_number = read(text, numeric_cell=numeric_cell).national is not None
    if is_one_number and _is_grouped_by_hyphens(text):
        return None
    for index in marks:
        start = read(text[:index], numeric_cell=numeric_cell)
        if start.national is None:
            continue
        span = _from(start, start.national, text[index + 1 :].strip(" -–"), numeric_cell=numeric_cell)
        return None if is_one_number and Code.SERIES_REVERSED in span.codes else span
    return None


def _is_grouped_by_hyphens(text: str) -> bool:
    _, *groups = text.split("-")
    return len(groups) > 1 and all(len(each) <= _LONGEST_GROUP and each.isdigit() for each in groups)


def _from(start: Reading, first: str, ending: str, *, numeric_cell: bool) -> Span:
    """The series from a complete number to an ending: a full number, or the digits that replace its last."""
    digits = tokens.digits_of(ending)
    if not digits:
        return _broken(start, first)
    if len(digits) <= len(first) and digits[0] not in "+0":
        return _between(first, first[: -len(digits)] + digits, start.codes)
    full = read(ending, numeric_cell=numeric_cell)
    if full.national is not None:
        return _between(first, full.national, start.codes)
    if len(digits) < len(first) and digits[0] != "+":
        return _between(first, first[: -len(digits)] + digits, start.codes)
    return _broken(start, first)


def _broken(start: Reading, first: str) -> Span:
    return Span(first, None, 0, start.type, (*start.codes, Code.SERIES_INVALID))


def _between(first: str, last: str, remarks: tuple[Code, ...]) -> Span:
    """The series between two national numbers, judged."""
    number_type = type_of(first) or NumberType.UNKNOWN
    size = int(last) - int(first) + 1 if len(first) == len(last) else 0
    fault = _fault(first, last, size)
    if fault not in (None, Code.SERIES_TOO_LARGE):
        size = 0
    codes = (
        *remarks,
        *([fault] if fault else []),
        *([Code.NOT_PORTABLE] if number_type not in PORTABLE else []),
        *([Code.FICTION] if size and has_fiction(first, last) else []),
    )
    return Span(first, last, size, number_type, codes)


def _fault(first: str, last: str, size: int) -> Code | None:
    """What keeps two ends from being one series."""
    if type_of(last) is None:
        return Code.SERIES_INVALID
    if prefix_of(first) != prefix_of(last):
        return Code.SERIES_CROSSES_AREA
    if len(first) != len(last) or type_of(last) is not type_of(first):
        return Code.SERIES_INVALID
    if size < 1:
        return Code.SERIES_REVERSED
    return Code.SERIES_TOO_LARGE if size > LONGEST_SERIES else None


def counted_span(size: int, beginning: str) -> Span:
    """`100-serie 08-465 004`: as many numbers as it says, from the beginning filled up with zeros.

    The beginning may also be written out in full, as the first number (`100-serie 08-465 004 00`).
    """
    tail = str(size)[1:]
    if not beginning or str(size) != "1" + "0" * len(tail):
        return Span(None, None, 0, NumberType.UNKNOWN, (Code.SERIES_INVALID,))
    start = read(f"{beginning} {tail}")
    if start.national is None and beginning.replace(" ", "").endswith(tail):
        start = read(beginning)
    if start.national is None:
        return Span(None, None, 0, start.type, start.codes)
    return _between(start.national, start.national[: -len(tail)] + "9" * len(tail), start.codes)
