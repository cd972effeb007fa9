"""A simulator as a child process: started, waited for, stopped by its id."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from simulators.orphan import PARENT

if TYPE_CHECKING:
    from types import TracebackType

_START_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 5.0
ROOT: Final = Path(__file__).parents[1]


class Child:
    """A `python -m <module>` that writes the port it listens on into a file."""

    def __init__(self, module: str, arguments: list[str], environment: dict[str, str] | None = None) -> None:
        self._module, self._arguments = module, arguments
        self._environment = environment or {}
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def start(self) -> None:
        """Start and wait until it listens. Raises `RuntimeError` when it ends instead."""
        with tempfile.TemporaryDirectory() as folder:
            port_file = Path(folder) / "port"
            command = [sys.executable, "-m", self._module, "--port-file", str(port_file), *self._arguments]
            # Our own module under our own interpreter; nothing of it comes from outside.
            self.process = subprocess.Popen(  # noqa: S603
                command,
                cwd=ROOT,
                env={**os.environ, PARENT: str(os.getpid()), **self._environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # a Ctrl-C is for the one who stops us in order
            )
            self.port = self._wait(port_file)

    def _wait(self, port_file: Path) -> int:
        deadline = time.monotonic() + _START_SECONDS
        # The file is there a moment before the port stands in it.
        while not port_file.exists() or not (port := port_file.read_text()):
            if self.process is None or self.process.poll() is not None:
                raise RuntimeError(f"{self._module} ended before it listened")
            if time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"{self._module} did not listen in {_START_SECONDS:.0f} s")
            time.sleep(0.01)
        return int(port)

    def stop(self) -> None:
        """Ask it to end; insist after five seconds."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a crash does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
