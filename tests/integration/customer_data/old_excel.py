"""The least that is an .xls of Excel 97: one stream of records in one compound file."""

from __future__ import annotations

import struct

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SMALLEST_STREAM = 4096


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _sheet(rows: list[list[str | float]]) -> bytes:
    records = [_begin(0x0010)]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            place = struct.pack("<HHH", r, c, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                records.append(_record(0x0204, place + text))
            else:
                records.append(_record(0x0203, place + struct.pack("<d", value)))
    return b"".join([*records, _record(0x000A, b"")])


def _stream(rows: list[list[str | float]], name: str) -> bytes:
    title = name.encode("utf-16-le")
    codepage = _record(0x0042, struct.pack("<H", 1200))
    begin, end = _begin(0x0005), _record(0x000A, b"")
    listed = 4 + 4 + 2 + 2 + len(title)
    start = len(begin) + len(codepage) + listed + len(end)
    sheet = _record(0x0085, struct.pack("<IHBB", start, 0, len(name), 1) + title)
    return begin + codepage + sheet + end + _sheet(rows)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    return head + struct.pack("<III", _FREE, _FREE, child) + b"\0" * 36 + struct.pack("<IQ", start, size)


def old_workbook(rows: list[list[str | float]], name: str = "Blad1") -> bytes:
    """The rows as an .xls."""
    stream = _stream(rows, name)
    stream = stream.ljust(max(_SMALLEST_STREAM, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    sectors = len(stream) // _SECTOR
    fat = [_FAT, _END, *range(3, 2 + sectors), _END]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, _SMALLEST_STREAM, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    directory = directory.ljust(_SECTOR, b"\0")
    return header + struct.pack(f"<{len(fat)}I", *fat) + directory + stream
