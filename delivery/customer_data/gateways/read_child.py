"""The child process that opens a stranger's file: `python -m …read_child FILENAME`, the file on stdin.

It takes away its own right to more memory and time before it looks, and answers on stdout in lines of JSON:
`{"sheet": name, "rows": height}` opens a sheet, `[[number, [cells]], …]` are some of its rows. It ends with
0, or with one of the two exits of `refusals`. Whatever else ends it (the reader aborts, the kernel kills) harms nobody.
"""

from __future__ import annotations

import gc
import io
import json
import resource
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import PurePath
from typing import Any, Final, TextIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.domain.reasons import Why
from delivery.customer_data.domain.sheets import Row
from delivery.customer_data.gateways.csv_text import read_csv
from delivery.customer_data.gateways.formulas import Formulas, uncalculated
from delivery.customer_data.gateways.kinds import OLE, ZIP, is_locked, trouble_of
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.prescan import prescan
from delivery.customer_data.gateways.refusals import (
    EXIT_TOO_LARGE,
    EXIT_UNREADABLE,
    FileRefusedError,
    in_one_line,
    too_large,
    unreadable,
)

_WORKBOOK_NAMES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"})
_ROWS_A_LINE: Final = 500
_DAMAGE: Final = (CalamineError, ValueError, OSError, KeyError, IndexError, OverflowError)


@dataclass(frozen=True, slots=True)
class Opened:
    """A sheet that is being read. `height` is how many rows to expect, 0 when nobody can tell beforehand."""

    name: str
    height: int
    rows: Iterator[Row]


def read(data: bytes, filename: str, limits: Limits) -> Iterator[Opened]:
    """The visible sheets of a file. The first bytes tell its kind; the name must not contradict them."""
    if trouble := trouble_of(data):
        raise unreadable(trouble.value, trouble)
    if data.startswith(ZIP):
        with_formulas = prescan(data, limits)
        yield from _workbook(data, limits, uncalculated(data, with_formulas))
    elif data.startswith(OLE):
        yield from _workbook(data, limits, {})
    elif PurePath(filename).suffix.lower() in _WORKBOOK_NAMES:
        raise unreadable("named as a workbook, but is none", Why.NOT_A_WORKBOOK)
    else:
        yield Opened(PurePath(filename).stem or "CSV", 0, read_csv(data))


def _workbook(data: bytes, limits: Limits, formulas: dict[str, Formulas]) -> Iterator[Opened]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            visible = [s.name for s in workbook.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
            if len(visible) > limits.sheets:
                raise too_large(f"{len(visible)} sheets", Why.UNPACKS)
            for name in visible:
                sheet = workbook.get_sheet_by_name(name)
                height = sheet.end[0] + 1 if sheet.end else 0
                yield Opened(name, height, _rows(sheet, limits, formulas.get(name, {})))
    except _DAMAGE as error:
        why = Why.LOCKED if is_locked(data) else Why.DAMAGED
        raise unreadable(f"{type(error).__name__}: {error}", why) from error


def _rows(sheet: CalamineSheet, limits: Limits, formulas: Formulas) -> Iterator[Row]:
    """The rows in which something stands, each from column A on, without trailing blanks."""
    if sheet.end and (sheet.end[0] >= limits.rows or sheet.end[1] >= limits.columns):
        raise too_large(f"{sheet.name} reaches row {sheet.end[0] + 1}, column {sheet.end[1] + 1}", Why.ROWS)
    left = dict(formulas)
    before = [""] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows() if sheet.start else (), start=1):
        while cells and cells[-1] == "":
            cells.pop()
        bare = left.pop(number, None)
        if bare:
            yield Row(number, _put([*before, *cells], bare))
        elif cells:
            yield Row(number, [*before, *cells])  # type: ignore[list-item]  # dates become text in `_as_text`
    for number in sorted(left):
        yield Row(number, _put([], left[number]))


def _put(cells: list[Any], formulas: Mapping[int, str]) -> list[Any]:
    """A row's cells with its formulas that have no value."""
    cells += [""] * (max(formulas) + 1 - len(cells))
    for column, formula in formulas.items():
        if cells[column] == "":
            cells[column] = formula
    return cells


def _as_text(value: Any) -> str:
    """Dates as 2027-01-05, times as 08:00, both together in ISO form, a duration in hours and minutes."""
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def answer(sheets: Iterator[Opened], out: TextIO, limits: Limits) -> None:
    """Write the sheets as lines, and stop when they grow beyond the limits."""
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_as_text).encode
    cells = 0
    for sheet in sheets:
        out.write(encode({"sheet": sheet.name, "rows": sheet.height}) + "\n")
        while some := list(islice(sheet.rows, _ROWS_A_LINE)):
            cells += sum(len(row.cells) for row in some)
            if cells > limits.cells or some[-1].number > limits.rows:
                raise too_large(f"{cells} cells, row {some[-1].number}", Why.ROWS)
            out.write(encode(some) + "\n")


def _confine(limits: Limits) -> None:
    """Lower our own ceilings; they cannot be raised again."""
    for what, ceiling in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.answer_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
        resource.setrlimit(what, (bound, bound))


def main(filename: str, limits: Limits = STANDARD_LIMITS) -> int:
    """Read stdin, answer on stdout, say why on stderr when the file is refused."""
    _confine(limits)
    gc.disable()  # nothing here makes circles, and the process is short
    try:
        data = sys.stdin.buffer.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            raise too_large(f"more than {limits.file_bytes} bytes", Why.BYTES)
        answer(read(data, filename, limits), sys.stdout, limits)
        sys.stdout.flush()
    except FileRefusedError as refusal:
        sys.stderr.write(in_one_line(refusal))
        return EXIT_TOO_LARGE if refusal.code is Code.FILE_TOO_LARGE else EXIT_UNREADABLE
    except (MemoryError, OSError):
        return EXIT_TOO_LARGE
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
