"""Receivers to send to: started, killed, started again on the same port, and asked what they heard."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from standardwebhooks import Webhook

SCRIPT = Path(__file__).with_name("receiver_process.py")


class Receiver:
    """A partner's receiver, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.port = folder, 0
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook?from=vaxla"

    def start(self) -> None:
        (self.folder / "port").unlink(missing_ok=True)
        self.process = subprocess.Popen([sys.executable, str(SCRIPT), str(self.folder), str(self.port)])
        deadline = time.monotonic() + 60
        while not (self.folder / "port").exists() or not (self.folder / "port").read_text():
            assert self.process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        self.port = int((self.folder / "port").read_text())

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def answer(self, status: int, seconds: float = 0) -> None:
        (self.folder / "answer").write_text(f"{status} {seconds}")

    def heard(self) -> list[dict[str, Any]]:
        file = self.folder / "messages.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def taken(self, secret: str) -> list[dict[str, Any]]:
        """The events it took, in the order it took them; each verified by the standard's own library."""
        taken = [each for each in self.heard() if 200 <= each["status"] < 300]
        return [Webhook(secret).verify(each["body"], each["headers"]) for each in taken]
