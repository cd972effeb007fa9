"""A cheap look into a zipped workbook before anything is allowed to believe what it says.

A file of 5 kB can claim a cell in the last corner of a sheet and make a reader ask for half a terabyte. So
the archive's own figures are judged first, then the cell addresses in the sheets, read piece by piece.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Final

from delivery.customer_data.domain.reasons import Why
from delivery.customer_data.domain.sheets import column_of
from delivery.customer_data.gateways.limits import Limits
from delivery.customer_data.gateways.refusals import too_large, unreadable

_CHUNK: Final = 1 << 20
_OVERLAP: Final = 200
_FAR_OUT: Final = (
    re.compile(rb'r="([A-Z]{3}|[A-Z]{1,2}(?=\d{6}))(\d+)"'),
    re.compile(rb"r='([A-Z]{3}|[A-Z]{1,2}(?=\d{6}))(\d+)'"),
)
"""Two patterns and not one: with fixed first letters the scan is five times as fast."""
_CELL: Final = re.compile(rb"<(?:\w+:)?c\b[^<>]*\s\Z")
_WORKBOOKS: Final = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml"})
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml\Z", re.IGNORECASE)
_FORMULA: Final = b"<f"
_F: Final = ord("f")
"""Sought first: most pieces of a sheet hold no such letter, which is known ten times as fast."""
_REPEATED: Final = re.compile(rb"""table:number-(?:rows|columns)-repeated=["'](\d{8,})["']""")


def prescan(data: bytes, limits: Limits) -> list[str]:
    """Refuse a zipped workbook that is broken, or larger than the limits, in bytes or by its own claims.

    Returns the sheets' parts in which formulas stand.
    """
    with_formulas: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _judge_sizes(archive, len(data), limits)
            if not _WORKBOOKS & set(archive.namelist()):
                raise unreadable("an archive without a workbook", Why.NOT_A_WORKBOOK)
            for part in archive.infolist():
                if _SHEET.search(part.filename):
                    if _judge_addresses(archive, part, limits):
                        with_formulas.append(part.filename)
                elif part.filename == "content.xml":
                    _judge_repeats(archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise unreadable(f"not a sound zip archive: {error}", Why.DAMAGED) from error
    return with_formulas


def _judge_sizes(archive: zipfile.ZipFile, packed: int, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise too_large(f"{len(parts)} parts in the archive", Why.UNPACKS)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        raise too_large(f"unpacks to {unpacked} bytes", Why.UNPACKS)
    if unpacked > limits.ratio_matters_above and unpacked > packed * limits.unpacked_ratio:
        raise too_large(f"unpacks to {unpacked // packed} times its size", Why.UNPACKS)


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part as overlapping pieces, so that nothing hides on a border."""
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            yield tail + piece
            tail = piece[-_OVERLAP:]


def _judge_addresses(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> bool:
    """Refuse cells beyond the limits. The pattern finds only addresses that are far out to begin with.

    Returns whether a formula stands in the part.
    """
    formulas = False
    for window in _windows(archive, part):
        formulas = formulas or (_F in window and _FORMULA in window)
        for match in chain.from_iterable(pattern.finditer(window) for pattern in _FAR_OUT):
            letters, digits = match[1], match[2]
            if (column_of(letters) >= limits.columns or int(digits) > limits.rows) and _holds(window, match):
                where = f"{match[0].decode()} in {part.filename}"
                raise too_large(f"something stands at {where}", Why.ROWS)
    return formulas


def _holds(window: bytes, match: re.Match[bytes]) -> bool:
    """Whether the address is that of a cell with something in it, not of one that is only coloured."""
    before = window[max(0, match.start() - _OVERLAP // 2) : match.start()]
    tag_end = window.find(b">", match.end())
    return bool(_CELL.search(before)) and window[tag_end - 1 : tag_end] != b"/"


def _judge_repeats(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse an OpenDocument sheet that claims a row or column repeated tens of millions of times."""
    for window in _windows(archive, part):
        if match := _REPEATED.search(window):
            raise too_large(f"repeated {match[1].decode()} times", Why.ROWS)
