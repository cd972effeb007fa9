"""Text tables as people's programs save them: four encodings, three separators, all found by looking."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from delivery.customer_data.domain.reasons import Why
from delivery.customer_data.domain.sheets import Row
from delivery.customer_data.gateways.refusals import unreadable

_SEPARATORS: Final = (";", "\t", ",", "|")
_LINES_TO_JUDGE: Final = 40
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_KEPT_AS_TEXT: Final = re.compile(r'="([^"]*)"')
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_MOSTLY: Final = 0.3


def read_csv(data: bytes) -> Iterator[Row]:
    """The rows of a text table. A record counts as one row even when a cell holds line breaks, as in Excel.

    Raises `FileRefusedError` when the bytes are no text.
    """
    text = decode(data)
    separator, start = _separator(text)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(reader, start=2 if start else 1):
            if any(cells):
                yield Row(number, [_plain(cell) for cell in cells])
    except csv.Error as error:
        raise unreadable(f"not a table: {error}", Why.DAMAGED) from error


def decode(data: bytes) -> str:
    """The text of UTF-8 or UTF-16 (with or without a mark), else Windows-1252."""
    text = _decode(data)
    if _CONTROL.search(text):
        raise unreadable("control characters: not a text file", Why.DAMAGED)
    return text


def _decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    sample = data[:2000]
    if sample[1::2].count(0) > len(sample) * _MOSTLY:
        return data.decode("utf-16-le", errors="replace")
    if sample[::2].count(0) > len(sample) * _MOSTLY:
        return data.decode("utf-16-be", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separator(text: str) -> tuple[str, int]:
    """The separator, and where the table starts: Excel may name the separator in a line of its own.

    The one that gives the most columns on most lines; a comma inside a quoted list of members does not count.
    """
    if match := _SEPARATOR_LINE.match(text):
        return match[1], match.end()
    return max(_SEPARATORS, key=lambda candidate: _columns_under(text, candidate)), 0


def _columns_under(text: str, separator: str) -> int:
    """How many columns the usual line has under a separator."""
    start = io.StringIO(text[:200_000], newline="")
    try:
        widths = Counter(
            len(cells) for cells in islice(csv.reader(start, delimiter=separator), _LINES_TO_JUDGE) if cells
        )
    except csv.Error:
        return 0
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _plain(cell: str) -> str:
    """`="070…"` is how some programs keep Excel from taking the first zero."""
    match = _KEPT_AS_TEXT.fullmatch(cell)
    return match[1] if match else cell
