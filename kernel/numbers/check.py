"""`check_number`: may this, as a person wrote it, be ported to us; and if not, why not (NP-01, CU-06)."""

from __future__ import annotations

import re
from typing import Final

from kernel.numbers import tokens
from kernel.numbers.plan import (
    FICTION,
    PORTABLE,
    ROWS_BY_FREQUENCY,
    NumberType,
    is_fiction,
)
from kernel.numbers.reading import NO_NUMBER, Reading, read
from kernel.numbers.result import REMARKS, Code, NumberCheck
from kernel.numbers.spans import Span, counted_span, written_span
from kernel.numbers.writing import COUNTRY

# The fast path takes only what the plain path reads the same: spaces and brackets may stand anywhere, one
# hyphen where what stands before it is too short to be a number. It never refuses; a miss goes the plain way.
_PORTABLE_ROWS: Final = tuple(row for row in ROWS_BY_FREQUENCY if row.type in PORTABLE)
_EXACT: Final = re.compile(
    r"(?:\+460?|00460?|0)(?:" + "|".join(f"({row.pattern})" for row in _PORTABLE_ROWS) + ")",
    re.ASCII,
)
_TYPES: Final = (NumberType.UNKNOWN, *(row.type for row in _PORTABLE_ROWS))
_SHORTEST_WRITTEN: Final = 7
_made: Final = tuple.__new__  # what NumberCheck() calls, a third sooner
_FICTION_HEADS: Final = frozenset(first[:5] for first, _ in FICTION)
_LONGEST_WRITING: Final = 200
_LONGEST_FIGURE: Final = 10**16


def check_number(value: str | float, *, numeric_cell: bool = False, production: bool = False) -> NumberCheck:
    """Read one number or one series. Never raises.

    `numeric_cell` says that a spreadsheet held it as a number, so that its leading zero is lost; a value that
    is a number says so itself. `production` refuses numbers set aside for fiction.
    """
    if not isinstance(value, str):
        return _check_figure(value, production=production)
    quick = value.replace(" ", "").replace("\u00a0", "")
    if "(" in quick:
        quick = quick.replace("(", "").replace(")", "")
    head, hyphen, tail = quick.partition("-")
    if hyphen and len(head) < _SHORTEST_WRITTEN:
        quick = head + tail
    match = _EXACT.fullmatch(quick)
    if match is None or len(value) > _LONGEST_WRITING:
        return check_plainly(value, numeric_cell=numeric_cell, production=production)
    group = match.lastindex or 0
    national = match[group]
    if national[:5] in _FICTION_HEADS:
        return _accept(value, national, _TYPES[group], (), None, production)
    e164 = COUNTRY + national
    return _made(NumberCheck, (value, True, "number", e164, e164, 1, _TYPES[group], None, ()))


def _check_figure(value: float, *, production: bool) -> NumberCheck:
    """A spreadsheet cell that holds a number."""
    if not -_LONGEST_FIGURE < value < _LONGEST_FIGURE:  # not a number (nan) is neither
        return _refuse(str(value)[:40] if isinstance(value, float) else "", NO_NUMBER, None)
    if value != int(value):
        return _refuse(str(value), NO_NUMBER, None)
    return check_plainly(str(int(value)), numeric_cell=True, production=production)


def check_plainly(given: str, *, numeric_cell: bool = False, production: bool = False) -> NumberCheck:
    """Read any writing, the plain way. `check_number` answers the same, sooner where it can."""
    if len(given.strip()) > _LONGEST_WRITING:
        return _refuse(given, NO_NUMBER, None)
    text = tokens.tidy(given)
    if not any("0" <= each <= "9" for each in text):
        return _refuse(given, NO_NUMBER, None)
    counted = tokens.split_series_word(text)
    if counted is not None:
        return _of_span(given, counted_span(*counted), None, production)
    figure = tokens.figure_of(text)
    text, extension = tokens.split_extension(figure or text)
    text = tokens.mark_series(text)
    numeric_cell = numeric_cell or figure is not None
    span = written_span(text, numeric_cell=numeric_cell)
    if span is not None:
        return _of_span(given, span, extension, production)
    reading = read(text, numeric_cell=numeric_cell)
    if reading.national is None:
        return _refuse(given, reading, extension)
    return _accept(given, reading.national, reading.type, reading.codes, extension, production)


def _remarked(codes: tuple[Code, ...], extension: str | None) -> tuple[Code, ...]:
    return codes if extension is None else (*codes, Code.EXTENSION_SPLIT)


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
    codes = _remarked(remarks, extension)
    if not ok:
        codes = (*codes, Code.NOT_PORTABLE)
    if is_fiction(national):
        codes = (*codes, Code.FICTION)
        ok = ok and not production
    e164 = COUNTRY + national
    return NumberCheck(given, ok, "number", e164, e164, 1, number_type, extension, codes)


def _refuse(given: str, reading: Reading, extension: str | None) -> NumberCheck:
    """The result for what is no Swedish number; a foreign or a short one is still a number."""
    known = reading.foreign is not None or reading.type is NumberType.SHORT
    ends = reading.foreign, reading.foreign
    codes = _remarked(reading.codes, extension)
    return NumberCheck(
        given, False, "number" if known else None, *ends, int(known), reading.type, extension, codes
    )


def _of_span(given: str, span: Span, extension: str | None, production: bool) -> NumberCheck:
    """The result for a series."""
    codes = _remarked(span.codes, extension)
    ok = REMARKS.issuperset(codes) and not (production and Code.FICTION in codes)
    first, last = (end and COUNTRY + end for end in (span.first, span.last))
    return NumberCheck(given, ok, "series", first, last, span.count, span.type, extension, codes)
