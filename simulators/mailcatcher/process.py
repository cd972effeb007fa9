"""The mail catcher as a child process, and its mails as text."""

from __future__ import annotations

import email
import email.policy
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulators.child import Child

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_SECONDS: Final = 60.0


@dataclass(frozen=True, slots=True)
class CaughtMail:
    """A mail as its reader sees it."""

    to: str
    subject: str
    text: str


class MailcatcherProcess(Child):
    """Started when entered. Mails are read from its folder."""

    def __init__(self, *, directory: Path) -> None:
        super().__init__("simulators.mailcatcher", ["--port", "0", "--dir", str(directory)])
        self.directory = directory

    @property
    def smtp_url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def mails(self, to: str = "") -> list[CaughtMail]:
        """Mails so far, oldest first, to one address or to all."""
        found = []
        for path in sorted(self.directory.glob("*.eml")):
            message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            body = message.get_body(("plain",))
            mail = CaughtMail(str(message["to"]), str(message["subject"]), body.get_content() if body else "")
            if to in ("", mail.to):
                found.append(mail)
        return found

    def wait_for(self, to: str, *, containing: str) -> CaughtMail:
        """The newest mail to an address whose text holds something; waits for it to come."""
        deadline = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < deadline:
            fitting = [each for each in self.mails(to) if containing in each.text]
            if fitting:
                return fitting[-1]
            time.sleep(0.02)
        raise TimeoutError(f"no mail with {containing!r} came to {to}")
