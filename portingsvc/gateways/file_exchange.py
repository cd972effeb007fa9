"""A host operator's portal by files: CSV into `out/`, answers from `in/`, over an SFTP-like folder.

A request is one file, named by its dossier and put there whole or not at all; the host takes it by moving it to
`out/taken/`. So the folder itself tells what was sent, and a file cannot be sent twice.
"""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.gateways.clearinghouse import Charge, Found, GatewayUnavailable, Incoming
from portingsvc.gateways.messages_csv import (
    REQUEST_COLUMNS,
    UnreadableError,
    read_answer,
    request_rows,
    write_rows,
)

_log = logging.getLogger(__name__)
_LARGEST: Final = 1024 * 1024


class FileExchange:
    """Works on any folder that both sides see; a transfer client (SFTP, rclone) may stand between."""

    def __init__(self, folder: Path) -> None:
        self.name = "file_exchange"
        self._out, self._taken = folder / "out", folder / "out" / "taken"
        self._in, self._done = folder / "in", folder / "in" / "done"
        for each in (self._taken, self._done):
            each.mkdir(parents=True, exist_ok=True)

    def submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        dossier = json.loads(payload)["dossier_id"]
        rows = request_rows(payload, key, valid_until.isoformat())
        try:
            self._put(f"{dossier}.request.csv", write_rows(REQUEST_COLUMNS, rows), valid_until)
        except _TooLateError:
            return Submission(Outcome.NOT_ACCEPTED, "frozen until too late")
        except OSError as lost:
            return Submission(Outcome.IN_DOUBT, type(lost).__name__)
        return Submission(Outcome.RECEIVED, "the file is in the folder")

    def look_up(self, dossier_id: str) -> Found | None:
        name = f"{dossier_id}.request.csv"
        try:
            if (self._taken / name).exists():
                return Found("taken")
            # The host may have moved it between the two looks, so look at `taken` again.
            return Found("waiting") if (self._out / name).exists() or (self._taken / name).exists() else None
        except OSError as away:
            raise GatewayUnavailable(str(away)) from away

    def cancel(self, dossier_id: str, reason: str, key: str) -> None:
        row = {"type": "cancel", "dossier_id": dossier_id, "owner_name": reason}
        self._ask(f"{dossier_id}.cancel-{key}.csv", row)

    def change(self, dossier_id: str, port_at: datetime, key: str) -> None:
        row = {"type": "change", "dossier_id": dossier_id, "port_at": port_at.astimezone(UTC).isoformat()}
        self._ask(f"{dossier_id}.change-{key}.csv", row)

    def messages(self, after: int, limit: int) -> list[Incoming]:
        """Files in `in/` that are named by a running number, `00000012.answer.csv`."""
        found = []
        try:
            names = sorted(each for each in self._in.glob("*.csv") if each.name.split(".")[0].isdigit())
            for path in names:
                position = int(path.name.split(".")[0])
                if position > after and path.stat().st_size <= _LARGEST:
                    found += self._read(path, position)
                if len(found) >= limit:
                    break
        except OSError as away:
            raise GatewayUnavailable(str(away)) from away
        return found

    def confirm(self, message_id: str) -> None:
        """Move the file away; the host sees by that that it was read."""
        for path in self._in.glob(f"{message_id}.*"):
            try:
                path.rename(self._done / path.name)
            except FileNotFoundError:
                continue  # another worker was quicker

    def statement(self) -> list[Charge]:
        """The host bills by its own invoice."""
        return []

    def _read(self, path: Path, position: int) -> list[Incoming]:
        try:
            kind, dossier_id, _, body = read_answer(path.read_bytes())
        except FileNotFoundError:
            return []
        except UnreadableError as why:
            _log.warning("a file cannot be read", extra={"file": path.name, "why": str(why)})
            return []
        return [Incoming(path.name.split(".")[0], position, kind, dossier_id, body)]

    def _ask(self, name: str, row: dict[str, str]) -> None:
        try:
            self._put(name, write_rows(REQUEST_COLUMNS, [row]), None)
        except OSError as away:
            raise GatewayUnavailable(str(away)) from away

    def _put(self, name: str, content: bytes, valid_until: datetime | None) -> None:
        """On disk whole, then under its name; what is there already stays as it is."""
        part = self._out / f".{name}.{os.getpid()}.part"
        with part.open("wb") as writing:
            writing.write(content)
            writing.flush()
            os.fsync(writing.fileno())
        try:
            if (self._taken / name).exists():
                return
            if valid_until is not None and datetime.now(UTC) >= valid_until:
                raise _TooLateError
            os.link(part, self._out / name)
        except FileExistsError:
            return
        finally:
            part.unlink()


class _TooLateError(Exception):
    """The sender was frozen past the hour until which its request was valid."""
