"""What a chaos run runs on: PostgreSQL, the gateway, Redis where the machine has one, and some workers."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, Self

from cryptography.fernet import Fernet

from entrypoints.chaos.worker import ring_bells, work
from entrypoints.embedded import free_port
from entrypoints.migrations import upgrade
from infra.embedded import EmbeddedPostgres
from infra.failpoints import RECORD
from simulators.gateway.process import GatewayProcess

WORKERS: Final = 3
_PROCESSES: Final = multiprocessing.get_context("forkserver")
_TOKEN: Final = "a token that never leaves this machine"  # noqa: S105  (the simulator's, made up)
SETTINGS: Final = {
    "VAXLA_ENVIRONMENT": "test",
    "VAXLA_CLOCK": "system",
    "VAXLA_SECRET_KEY": "an invented key for a chaos run, long enough",
    "VAXLA_GATEWAY_TOKEN": _TOKEN,
    # As short as a busy machine bears: were its own slowness to cut most calls off, each would come to nothing.
    "VAXLA_GATEWAY_TIMEOUT_SECONDS": "0.8",
    "VAXLA_GATEWAY_QUIET_SECONDS": "1.6",
    "VAXLA_GATEWAY_LEASE_MARGIN_SECONDS": "1.6",
    "VAXLA_DOORBELL_SECONDS": "0.2",
    "VAXLA_FEE_BUDGET_PER_DAY_ORE": "2000000000",
}


class Arena:
    """Entered once; `reset` makes it fresh for the next run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = folder / "failpoints.txt"
        self._stack = ExitStack()
        self._workers: list[BaseProcess] = []
        self._beat: BaseProcess | None = None
        self._redis: subprocess.Popen[bytes] | None = None
        self._redis_port = 0
        self._mutant = self._failpoints = ""
        self._by_celery = False

    def __enter__(self) -> Self:
        self.postgres = self._stack.enter_context(EmbeddedPostgres(self.folder))
        self.gateway = self._stack.enter_context(GatewayProcess(token=_TOKEN))
        self._stack.callback(self.stop)
        redis_url = ""
        if shutil.which("redis-server"):
            self._redis_port = free_port()
            redis_url = f"redis://127.0.0.1:{self._redis_port}/0"
        os.environ.update(
            SETTINGS,
            DATABASE_URL=self.postgres.url,
            REDIS_URL=redis_url,
            VAXLA_DATA_DIR=str(self.folder),
            VAXLA_PIN_KEY=Fernet.generate_key().decode(),
            VAXLA_GATEWAY_URL=self.gateway.base_url,
        )
        os.environ[RECORD] = str(self.record)
        upgrade()
        _PROCESSES.set_forkserver_preload(["entrypoints.chaos.mutants", "entrypoints.worker"])
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def has_redis(self) -> bool:
        return bool(self._redis_port)

    def start(self, *, mutant: str, failpoints: str) -> None:
        """Start the workers with their failpoints on, and Redis with a beat unless a mutant is to be shown."""
        self._mutant, self._failpoints = mutant, failpoints
        self._by_celery = self.has_redis and not mutant
        if self._by_celery:
            self.start_redis()
            self._beat = self._fork(ring_bells)
        self._workers = [self._worker() for _ in range(WORKERS)]

    def stop(self) -> None:
        """End what was started here, by its id."""
        for each in [*self._workers, *([self._beat] if self._beat else [])]:
            _end(each)
        self.kill_redis()
        self._workers, self._beat = [], None

    def keep_alive(self) -> None:
        """Start workers that have died again, as a supervisor does."""
        for place, worker in enumerate(self._workers):
            if not worker.is_alive():
                self._workers[place] = self._worker()

    def calm(self) -> None:
        """From here on nothing fails any more: workers without failpoints, everything up."""
        self._failpoints = ""
        for worker in self._workers:
            _end(worker)
        self.keep_alive()

    def kill_worker(self, place: int) -> None:
        _end(self._workers[place])

    def freeze_worker(self, place: int, *, frozen: bool) -> None:
        pid = self._workers[place].pid
        if self._workers[place].is_alive() and pid is not None:
            os.kill(pid, signal.SIGSTOP if frozen else signal.SIGCONT)

    def start_redis(self) -> None:
        command = ["redis-server", "--port", str(self._redis_port), "--bind", "127.0.0.1", "--save", ""]
        self._redis = subprocess.Popen(  # noqa: S603  (the machine's own Redis)
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 10
        while not self._listens() and time.monotonic() < deadline:
            time.sleep(0.02)

    def kill_redis(self) -> None:
        if self._redis is not None:
            self._redis.kill()
            self._redis.wait()

    def flush_redis(self) -> None:
        with socket.create_connection(("127.0.0.1", self._redis_port), timeout=2) as line:
            line.sendall(b"FLUSHALL\r\n")
            line.recv(64)

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._redis_port)) == 0

    def _worker(self) -> BaseProcess:
        return self._fork(work, self._mutant, self._failpoints, by_celery=self._by_celery)

    @staticmethod
    def _fork(task: Callable[..., None], *arguments: Any, **named: Any) -> BaseProcess:
        """A process of its own that begins where the imports are done."""
        process = _PROCESSES.Process(target=task, args=arguments, kwargs=named, daemon=True)
        process.start()
        return process


def _end(process: BaseProcess) -> None:
    if process.is_alive() and process.pid is not None:
        os.kill(process.pid, signal.SIGCONT)
        process.kill()
    process.join()
