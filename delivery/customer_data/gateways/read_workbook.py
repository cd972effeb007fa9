"""Read a customer's file without ever trusting it: a child process opens it, we take the rows."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from pydantic_core import from_json

from delivery.customer_data.domain.reasons import Why
from delivery.customer_data.domain.sheets import Row, Sheet
from delivery.customer_data.gateways.limits import STANDARD_LIMITS, Limits
from delivery.customer_data.gateways.refusals import (
    EXIT_TOO_LARGE,
    EXIT_UNREADABLE,
    from_one_line,
    too_large,
    unreadable,
)

_ROOT: Final = Path(__file__).parents[3]
_CHILD: Final = "delivery.customer_data.gateways.read_child"
_REASON_BYTES: Final = 2_000
_PIPE_BYTES: Final = 1 << 20
_NOTHING_SECRET: Final = {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

Watch = Callable[[int, int], None]
"""Told now and then how many rows have come, of how many (0: not known). It may raise to stop the reading."""


def unwatched(_rows: int, _of: int) -> None:
    """Nobody looks."""


def read_workbook(
    source: Path | bytes,
    filename: str | None = None,
    limits: Limits = STANDARD_LIMITS,
    watch: Watch = unwatched,
) -> list[Sheet]:
    """The visible sheets of an xlsx, xls, ods or CSV file, with the row numbers that the person sees.

    `filename` is what the person calls it (a path's own name if left out); it names the sheet of a CSV file.
    Raises `FileRefusedError` with FILE_UNREADABLE or FILE_TOO_LARGE; `OSError` when a path cannot be opened.
    """
    name = filename or (source.name if isinstance(source, Path) else "")
    with _opened(source) as stream:
        if os.fstat(stream.fileno()).st_size > limits.file_bytes:
            raise too_large("the file itself", Why.BYTES)
        return _ask_child(stream, name, limits, watch)


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


def _ask_child(stream: IO[bytes], name: str, limits: Limits, watch: Watch) -> list[Sheet]:
    """Let the child read while we take what it has read. Ours is the clock: it is stopped when time is up."""
    command = [sys.executable, "-m", _CHILD, Path(name).name.replace("\0", "")[-100:]]
    late = threading.Event()
    with (
        tempfile.TemporaryFile() as words,
        subprocess.Popen(  # noqa: S603  (our own module; the only foreign word is a file's name)
            command,
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=words,
            env=_NOTHING_SECRET,
            bufsize=_PIPE_BYTES,
        ) as child,
    ):

        def stop() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(limits.wall_seconds, stop)
        timer.start()
        incoming = _Incoming(limits, watch)
        try:
            assert child.stdout is not None  # noqa: S101  (asked for as a pipe, two lines up)
            broken = incoming.take(child.stdout)
            returned = child.wait()
        except BaseException:
            child.kill()
            raise
        finally:
            timer.cancel()
        if late.is_set():
            raise too_large(f"not read within {limits.wall_seconds} s", Why.TIME)
        words.seek(0)
        _judge_end(returned, words.read(_REASON_BYTES).decode(errors="replace"))
        if broken:
            raise unreadable("the reader's answer broke off", Why.DAMAGED)
    return incoming.sheets


def _judge_end(returned: int, said: str) -> None:
    """A child that ends in any other way than its own was stopped by a ceiling: the file asked for too much."""
    why, reason = from_one_line(said)
    if returned == EXIT_UNREADABLE:
        raise unreadable(reason, why)
    if returned < 0 or returned == EXIT_TOO_LARGE:
        raise too_large(reason or f"the reader was stopped by signal {-returned}", why or Why.UNPACKS)
    if returned:
        raise unreadable(f"the reader broke: {reason}", Why.DAMAGED)


@dataclass(slots=True)
class _Incoming:
    """The child's lines, turned back into sheets as they come."""

    limits: Limits
    watch: Watch
    sheets: list[Sheet] = field(default_factory=list)
    rows: int = 0
    expected: int = 0

    def take(self, lines: IO[bytes]) -> bool:
        """Take every line. Returns whether the last one was cut off."""
        size = 0
        for line in lines:
            size += len(line)
            if size > self.limits.answer_bytes:
                raise too_large(f"more than {self.limits.answer_bytes} bytes of rows", Why.UNPACKS)
            if not line.endswith(b"\n"):
                return True
            self._take(from_json(line, cache_strings="all"))
        return False

    def _take(self, part: dict[str, str | int] | list[tuple[int, list[str]]]) -> None:
        if isinstance(part, dict):
            self.sheets.append(Sheet(str(part["sheet"]), []))
            self.expected += int(part["rows"])
        else:
            self.sheets[-1].rows.extend(Row(number, cells) for number, cells in part)
            self.rows += len(part)
        self.watch(self.rows, max(self.expected, self.rows) if self.expected else 0)
