"""What the benches of the API share: web servers as processes of their own, and one who asks them.

Both sides of a ratio are served by uvicorn with the same settings, one process each, and asked by the same
program over the same number of kept connections, in turn.
"""

from __future__ import annotations

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import uvloop

CONNECTIONS: Final = 16
ROUNDS: Final = 11
SECONDS: Final = 0.8
_ROOT: Final = Path(__file__).parents[1]
_OK: Final = (b"200", b"201")
Make = Callable[[], bytes]
"""Makes the bytes of the next request."""


@contextmanager
def served(app: str) -> Iterator[int]:
    """A process that serves the app factory `module:function`. Yields its port once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    process = subprocess.Popen(  # noqa: S603  (our own script)
        [sys.executable, "-m", "bench._server", app, str(port)],
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stdin=subprocess.DEVNULL,
    )
    try:
        _await(process, port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _await(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + 120
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("the web server did not start")
        time.sleep(0.05)


def get(path: str, token: str = "") -> bytes:
    """A request without a body."""
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\n{authorization}\r\n".encode()


def post(path: str, body: bytes, token: str = "", headers: str = "") -> bytes:
    """A request with a JSON body; `headers` are whole lines."""
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: bench\r\n{authorization}{headers}"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class _Asker(asyncio.Protocol):
    """One kept connection: asks, reads the answer, asks again until told to stop."""

    def __init__(self, make: Make) -> None:
        self.make, self.answered, self.stopping = make, 0, False
        self._waiting, self._rest = b"", -1
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.WriteTransport = transport  # type: ignore[assignment]  # of whichever loop
        transport.write(self.make())

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        if self._rest < 0:
            end = self._waiting.find(b"\r\n\r\n")
            if end < 0:
                return
            head = self._waiting[:end].lower()
            if head[9:12] not in _OK:
                self.done.set_exception(RuntimeError(self._waiting.decode()[:800]))
                return
            length = head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0]
            self._rest = end + 4 + int(length)
        if len(self._waiting) < self._rest:
            return
        self._waiting, self._rest = self._waiting[self._rest :], -1
        self.answered += 1
        if self.stopping:
            self.transport.close()
            if not self.done.done():
                self.done.set_result(None)
        else:
            self.transport.write(self.make())


def rate(port: int, make: Make, seconds: float = SECONDS) -> float:
    """Answers a second. Any answer but a good one ends the bench."""

    async def ask() -> float:
        loop = asyncio.get_running_loop()
        askers = [
            (await loop.create_connection(lambda: _Asker(make), "127.0.0.1", port))[1]
            for _ in range(CONNECTIONS)
        ]
        await asyncio.sleep(seconds / 8)
        before, began = sum(each.answered for each in askers), time.perf_counter()
        await asyncio.sleep(seconds)
        made, took = sum(each.answered for each in askers) - before, time.perf_counter() - began
        for each in askers:
            each.stopping = True
        await asyncio.wait_for(asyncio.gather(*(each.done for each in askers)), 20)
        return made / took

    return uvloop.run(ask())


def in_turn(sides: dict[str, tuple[int, Make]]) -> dict[str, float]:
    """The middle rate of each side, over many short rounds in which each is asked once: a busy machine troubles both."""
    rates: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS + 1):
        for name, (port, make) in sides.items():
            measured = rate(port, make)
            if number:  # the first is warm-up
                rates[name].append(measured)
    return {name: statistics.median(each) for name, each in rates.items()}
