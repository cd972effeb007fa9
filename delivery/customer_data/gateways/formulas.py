"""Formulas that nobody has calculated: programs that write workbooks often leave the value out.

A reader gives such a cell as blank, and the person would be told that a name is missing where they see one.
So the formula itself is handed on, as text that begins with `=`; the check says what it means.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from delivery.customer_data.domain.sheets import column_of

Formulas = Mapping[int, Mapping[int, str]]
"""Row, counted from 1, to column, counted from 0, to the formula with its `=`."""

_PIECE: Final = 1 << 20
_LONGEST_CELL: Final = 1 << 16
_LONGEST_FORMULA: Final = 200
_MOST: Final = 100_000
_PARTS_LISTED: Final = 1 << 20
_CELL_END: Final = b"</c>"
_BARE: Final = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^<>]*><f[^<>]*?(?:/>|>([^<]*)</f>)(?:<v\s*/>|<v></v>)?</c>'
)
_SHEET: Final = re.compile(r'<sheet\b[^<>]*\bname="([^"]*)"[^<>]*\br:id="([^"]*)"')
_TARGET: Final = re.compile(r"<Relationship\b[^<>]*>")
_ID, _TO = re.compile(r'\bId="([^"]*)"'), re.compile(r'\bTarget="/?(?:xl/)?([^"]*)"')


def uncalculated(data: bytes, parts: Iterable[str]) -> dict[str, Formulas]:
    """By sheet name, the formulas without a value in the named parts of an xlsx."""
    wanted = set(parts)
    if not wanted:
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _sheet_names(archive)
        found = {names[part]: _in_part(archive, part) for part in sorted(wanted & names.keys())}
    return {name: formulas for name, formulas in found.items() if formulas}


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part to sheet name. An archive that does not say gives none: its cells then stay blank."""
    try:
        with archive.open("xl/workbook.xml") as book, archive.open("xl/_rels/workbook.xml.rels") as links:
            listed = book.read(_PARTS_LISTED).decode(errors="replace")
            related = links.read(_PARTS_LISTED).decode(errors="replace")
    except KeyError:
        return {}
    targets = {}
    for tag in _TARGET.findall(related):
        key, target = _ID.search(tag), _TO.search(tag)
        if key and target:
            targets[key[1]] = f"xl/{target[1]}"
    return {targets[key]: html.unescape(name) for name, key in _SHEET.findall(listed) if key in targets}


def _in_part(archive: zipfile.ZipFile, part: str) -> Formulas:
    found: dict[int, dict[int, str]] = defaultdict(dict)
    count = 0
    for cells in _whole_cells(archive, part):
        for letters, digits, formula in _BARE.findall(cells):
            if (count := count + 1) > _MOST:
                return found
            words = html.unescape(formula.decode(errors="replace"))[:_LONGEST_FORMULA]
            found[int(digits)][column_of(letters)] = f"={words}"
    return found


def _whole_cells(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end where a cell ends."""
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            window = tail + piece
            end = window.rfind(_CELL_END) + len(_CELL_END)
            if end < len(_CELL_END):
                tail = window[-_LONGEST_CELL:]
                continue
            yield window[:end]
            tail = window[end:][-_LONGEST_CELL:]
