"""Calls that run on the event loop and give way to it while they wait for the database (ADR 7; see `infra.brief`).

Such a call is a greenlet: synchronous code that can be left in the middle and entered again. The connection here is
psycopg's own, save that in such a call it has the loop watch its socket, in place of waiting itself.
"""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import psycopg
from greenlet import getcurrent, greenlet
from psycopg.waiting import Ready, Wait

if TYPE_CHECKING:
    from collections.abc import Callable

    from psycopg.abc import PQGen
    from sqlalchemy import Dialect

T = TypeVar("T")
_NONE: Final = -1


async def run_on_loop(call: Callable[[], T]) -> T:
    """Run it in the thread of the event loop, which goes on with others whenever it waits for the database.

    When whoever asked goes away, it runs to its end all the same, as it would in a thread.
    """
    running = _Call(call)
    running.enter()
    return cast("T", await running.done)


class _Call(greenlet):
    """One call under way."""

    def __init__(self, call: Callable[[], Any]) -> None:
        super().__init__()
        self.gr_context = copy_context()
        self._call, self._home, self._loop = call, getcurrent(), asyncio.get_running_loop()
        self.done: Final[asyncio.Future[Any]] = self._loop.create_future()
        self._watched, self._waits = _NONE, False

    def run(self, _: object) -> None:
        tell: Callable[[], None]
        try:
            result = self._call()
        except Exception as refused:  # noqa: BLE001  (it is raised where the call is awaited)
            tell = partial(self.done.set_exception, refused)
        else:
            tell = partial(self.done.set_result, result)
        if not self.done.cancelled():
            tell()

    def enter(self, told: object = None) -> None:
        """Go on until it waits again or ends."""
        self._waits = False
        self.switch(told)
        if self._watched != _NONE and not self._waits:
            self._loop.remove_reader(self._watched)
            self._watched = _NONE

    def until_ready(self, socket: int, wanted: Wait) -> Ready:
        """Give way until there is something to read or room to write.

        The loop watches for reading from one exchange to the next: to begin and end it costs as much as to ask.
        """
        if wanted & Wait.R:
            self._waits = True
            if self._watched != socket:
                self._loop.add_reader(socket, self.enter, Ready.R)
                self._watched = socket
        if not wanted & Wait.W:
            return cast("Ready", self._home.switch())
        self._loop.add_writer(socket, self.enter, Ready.W)
        try:
            return cast("Ready", self._home.switch())
        finally:
            self._loop.remove_writer(socket)

    def until_done(self, work: Callable[[], T]) -> T:
        """Give way until a thread has done some work."""
        working = self._loop.run_in_executor(None, work)
        working.add_done_callback(lambda _: self.enter())
        self._home.switch()
        return working.result()


class LoopConnection(psycopg.Connection[Any]):
    """Waits as befits the place it is used in: a thread stops, a call on the loop gives way."""

    def wait(self, gen: PQGen[T], interval: float = 0.1, timeout: float | None = None) -> T:
        """Run one exchange with the database to its end."""
        call = getcurrent()
        if not isinstance(call, _Call):
            return super().wait(gen, interval, timeout)
        try:
            wanted = next(gen)
            while True:
                wanted = gen.send(call.until_ready(self.pgconn.socket, wanted))
        except StopIteration as ended:
            return cast("T", ended.value)


def connect(
    dialect: Dialect, record: object, arguments: tuple[Any, ...], named: dict[str, Any]
) -> LoopConnection:
    """For SQLAlchemy's event `do_connect`. It is always a thread that waits: a server that is away keeps silent long."""
    del dialect, record
    call, make = getcurrent(), partial(LoopConnection.connect, *arguments, **named)
    return call.until_done(make) if isinstance(call, _Call) else make()
