"""The log of partners' calls, so that "what happened to request 3f…?" has an answer in the portal.

Calls are written down by a thread, some at a time: a call never waits for the log, and a full or broken log
loses lines, not calls. The body of a call is never kept, nor what stands after the `?` of its address.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from accounts.domain.actor import Actor
from infra.copying import copy_rows
from infra.db import unit_of_work
from partners.models import ApiRequest

if TYPE_CHECKING:
    from starlette.types import Scope

_log = logging.getLogger(__name__)
_MOST_WAITING: Final = 10_000
_AT_ONCE: Final = 500
_GATHER_SECONDS: Final = 0.2
_LOOK_SECONDS: Final = 0.01
_LONGEST_PATH: Final = 500
_COLUMNS: Final = (
    "request_id",
    "partner_id",
    "client_id",
    "method",
    "path",
    "status",
    "code",
    "milliseconds",
    "address",
    "at",
)
Line = tuple[Any, ...]
"""What stands in `_COLUMNS`; made into words by the thread that writes, not by the call."""


class LogWriter:
    """Takes lines without waiting, and writes them in the background."""

    def __init__(self) -> None:
        self._lines: deque[Line] = deque()
        self._wanted, self._writing = threading.Event(), False
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def put(self, line: Line) -> None:
        """Take a line; it is dropped when ten thousand wait."""
        if len(self._lines) >= _MOST_WAITING:
            return
        self._lines.append(line)
        if not self._wanted.is_set():
            self._wanted.set()
        if self._thread is None:
            with self._starting:
                if self._thread is None:
                    self._thread = threading.Thread(target=self._work, name="request-log", daemon=True)
                    self._thread.start()

    def settle(self) -> None:
        """Wait until all that was taken is written."""
        while self._wanted.is_set() or self._lines or self._writing:
            time.sleep(_LOOK_SECONDS)

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            time.sleep(_GATHER_SECONDS)  # gather what comes together into one statement
            self._writing = True
            self._wanted.clear()  # a line that comes from here on asks for another round
            while self._lines:
                self._write([self._lines.popleft() for _ in range(min(len(self._lines), _AT_ONCE))])
            self._writing = False

    def _write(self, lines: list[Line]) -> None:
        try:
            with unit_of_work() as session:
                written = [list(map(str, line)) for line in lines]
                copy_rows(session, ApiRequest.__tablename__, _COLUMNS, written)
        except Exception:  # noqa: BLE001  (a log that cannot be written must not end the thread)
            _log.warning("lines of the request log were lost", exc_info=True, extra={"lines": len(lines)})


WRITER: Final = LogWriter()


def note(scope: Scope, status: int, seconds: float) -> None:
    """Take down a call that carried a partner's token; see `infra.middleware.Note`."""
    state = scope.get("state", {})
    actor = state.get("actor")
    if not isinstance(actor, Actor) or not actor.client_id:
        return
    WRITER.put(
        (
            state["request_id"],
            actor.organisation_id,
            actor.client_id,
            scope["method"][:10],
            scope["path"][:_LONGEST_PATH].replace("\x00", ""),
            status,
            state.get("problem", ""),
            round(seconds * 1000),
            (scope.get("client") or ("",))[0][:60],
            datetime.now(UTC),
        )
    )
