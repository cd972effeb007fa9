"""Read a table that a stranger sent: CSV in UTF-8, or XLSX, which a confined child turns into CSV first.

A workbook of a few kilobytes can claim a cell in the last corner and make a reader ask for all memory there
is, so the child that opens it may only have so much; whatever ends it ends the file, not the product.
"""

from __future__ import annotations

import csv
import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from openfibre.operator_change.domain.errors import TABLE_TOO_LARGE, TABLE_UNREADABLE

MOST_ROWS: Final = 200_000
_ROOT: Final = Path(__file__).parents[3]
_ZIP: Final = b"PK\x03\x04"
_MEMORY: Final = 700 * 1024 * 1024
_CPU_SECONDS: Final = 40
_WALL_SECONDS: Final = 60
_ANSWER_BYTES: Final = 200 * 1024 * 1024
_MOST_COLUMNS: Final = 200
_SEPARATOR: Final = ";"
_REASONS: Final = 300
_ENVIRONMENT: Final = {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

Row = tuple[int, list[str]]


def read_table(content: bytes, name: str) -> Iterator[Row]:
    """The rows in which something stands, numbered as the person sees them; the heading is the first.

    Raises `TABLE_UNREADABLE` and `TABLE_TOO_LARGE`, at the row where it shows.
    """
    if content.startswith(_ZIP):
        with tempfile.TemporaryFile() as answer:
            _open_workbook(content, name, answer)
            answer.seek(0)
            with io.TextIOWrapper(answer, encoding="utf-8", newline="") as lines:
                yield from _records(lines, name)
    else:
        _refuse_no_text(content, name)
        # Decoded as it is read: the whole of it as text would take four bytes a letter.
        yield from _records(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline=""), name)


def _refuse_no_text(content: bytes, name: str) -> None:
    try:
        is_empty = not content.decode("utf-8-sig").strip()
    except UnicodeDecodeError as wrong:
        raise TABLE_UNREADABLE.error("file", given=name, why="UTF-8") from wrong
    if is_empty or b"\0" in content:
        raise TABLE_UNREADABLE.error("file", given=name, why="CSV")


def _records(stream: Any, name: str) -> Iterator[Row]:
    reader = csv.reader(stream, delimiter=_SEPARATOR)
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS + 1:
                raise TABLE_TOO_LARGE.error("file", given=name, limit=MOST_ROWS)
            if any(cells):
                yield number, cells
    except csv.Error as wrong:
        raise TABLE_UNREADABLE.error("file", given=name, why=str(wrong)) from wrong


def _open_workbook(content: bytes, name: str, answer: IO[bytes]) -> None:
    with tempfile.TemporaryFile() as question:
        question.write(content)
        question.seek(0)
        try:
            done = subprocess.run(  # noqa: S603  (our own module, no word of the stranger's)
                [sys.executable, "-m", __name__],
                stdin=question,
                stdout=answer,
                stderr=subprocess.PIPE,
                timeout=_WALL_SECONDS,
                env=_ENVIRONMENT,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise TABLE_TOO_LARGE.error("file", given=name, limit=MOST_ROWS) from late
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["XLSX"]
        raise TABLE_UNREADABLE.error("file", given=name, why=why[0][:_REASONS])


def _as_text(value: Any) -> str:
    """Whole numbers without a decimal, days in ISO form; a text as it stands, zeros in front kept."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def main() -> int:
    """The child: a workbook on stdin, its first visible sheet as CSV on stdout."""
    for what, ceiling in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_FSIZE, _ANSWER_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (ceiling, ceiling))
    from python_calamine import CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415  (after the ceilings)

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    sheets = [each.name for each in workbook.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
    if not sheets:
        sys.stderr.write("no visible sheet")
        return 1
    sheet = workbook.get_sheet_by_name(sheets[0])
    if sheet.start is None or sheet.end is None:
        sys.stderr.write("empty")
        return 1
    if sheet.end[0] > MOST_ROWS or sheet.end[1] >= _MOST_COLUMNS:
        sys.stderr.write(f"row {sheet.end[0] + 1}, column {sheet.end[1] + 1}")
        return 1
    out = csv.writer(sys.stdout, delimiter=_SEPARATOR, lineterminator="\n")
    for row in sheet.iter_rows():
        out.writerow([_as_text(cell) for cell in row])
    return 0


if __name__ == "__main__":
    sys.exit(main())
