"""Read a customer's file without ever trusting it: a child process opens it, we take the rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from delivery.customer_data.domain.sheets import Row, Sheet
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.refusals import (
    EXIT_TOO_LARGE,
    EXIT_UNREADABLE,
    too_large,
    unreadable,
)

_ROOT: Final = Path(__file__).parents[3]
_CHILD: Final = "delivery.customer_data.gateways.read_child"
_REASON_BYTES: Final = 2_000
_NOTHING_SECRET: Final = {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def read_workbook(
    source: Path | bytes, filename: str | None = None, limits: Limits = STANDARD_LIMITS
) -> list[Sheet]:
    """The visible sheets of an xlsx, xls, ods or CSV file, with the row numbers that the person sees.

    `filename` is what the person calls it (a path's own name if left out); it names the sheet of a CSV file.
    Raises `FileRefusedError` with FILE_UNREADABLE or FILE_TOO_LARGE; `OSError` when a path cannot be opened.
    """
    name = filename or (source.name if isinstance(source, Path) else "")
    with _opened(source) as stream, tempfile.TemporaryFile() as lines:
        if os.fstat(stream.fileno()).st_size > limits.file_bytes:
            raise too_large("the file itself")
        _run_child(stream, lines, name, limits)
        lines.seek(0)
        return _collect(lines)


@contextmanager
def _opened(source: Path | bytes) -> Iterator[IO[bytes]]:
    """A real file either way: the child gets it as its stdin."""
    if isinstance(source, Path):
        with source.open("rb") as stream:
            yield stream
        return
    with tempfile.TemporaryFile() as stream:
        stream.write(source)
        stream.seek(0)
        yield stream


def _run_child(stream: IO[bytes], lines: IO[bytes], name: str, limits: Limits) -> None:
    """Let the child answer into a file, so that its memory is gone before ours is needed.

    A child that ends in any other way than its own was stopped by a ceiling: the file asked for too much.
    """
    command = [sys.executable, "-m", _CHILD, Path(name).name.replace("\0", "")[-100:]]
    try:
        done = subprocess.run(  # noqa: S603  (our own module; the only foreign word is a file's name)
            command,
            stdin=stream,
            stdout=lines,
            stderr=subprocess.PIPE,
            timeout=limits.wall_seconds,
            env=_NOTHING_SECRET,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise too_large(f"not read within {limits.wall_seconds} s") from error
    reason = done.stderr[-_REASON_BYTES:].decode(errors="replace")
    if done.returncode == EXIT_UNREADABLE:
        raise unreadable(reason)
    if done.returncode < 0 or done.returncode == EXIT_TOO_LARGE:
        raise too_large(reason or f"the reader was stopped by signal {-done.returncode}")
    if done.returncode:
        raise unreadable(f"the reader broke: {reason}")


def _collect(lines: IO[bytes]) -> list[Sheet]:
    """Turn the child's lines back into sheets."""
    sheets: list[Sheet] = []
    for line in lines:
        part = json.loads(line)
        if isinstance(part, str):
            sheets.append(Sheet(part, []))
        else:
            sheets[-1].rows.extend(Row(number, cells) for number, cells in part)
    return sheets
