"""The SMS catcher as a child process, its messages as text, and its controls."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx

from simulators.child import Child

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class CaughtSms:
    """A text message as its reader sees it."""

    id: str
    to: str
    text: str


class SmscatcherProcess(Child):
    """Started when entered. Messages are read from its folder."""

    def __init__(self, *, directory: Path, token: str, report_url: str = "", secret: str = "") -> None:
        arguments = ["--port", "0", "--dir", str(directory), "--report-url", report_url]
        environment = {"SMS_TOKEN": token, "SMS_REPORTS_SECRET": secret}
        super().__init__("simulators.smscatcher", arguments, environment)
        self.directory = directory
        self.token = token

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def messages(self, to: str = "") -> list[CaughtSms]:
        """Messages so far, oldest first, to one number or to all."""
        paths = sorted(self.directory.glob("*.json"), key=lambda path: path.stat().st_mtime)
        read = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
        return [CaughtSms(each["id"], each["to"], each["text"]) for each in read if to in ("", each["to"])]

    def wait_for(self, to: str) -> CaughtSms:
        """The newest message to a number; waits for it to come."""
        deadline = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < deadline:
            if found := self.messages(to):
                return found[-1]
            time.sleep(0.02)
        raise TimeoutError(f"no text message came to {to}")

    def control(
        self, *, bounces: dict[str, str] | None = None, refuses: dict[str, int] | None = None
    ) -> None:
        """Numbers that bounce, with the reason; numbers that are not even taken, with the HTTP status."""
        told = {"bounces": bounces or {}, "refuses": refuses or {}}
        httpx.put(f"{self.base_url}/control", json=told, timeout=20).raise_for_status()
