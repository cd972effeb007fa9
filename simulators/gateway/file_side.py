"""The host operator's side of the file exchange: takes requests from `out/`, puts answers into `in/`."""

from __future__ import annotations

import csv
import io
import logging
import threading
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from simulators.gateway.exchange import Exchange, Refused

if TYPE_CHECKING:
    from pathlib import Path

_log = logging.getLogger(__name__)
_PAUSE_SECONDS: Final = 0.05
_COLUMNS: Final = (
    "type",
    "dossier_id",
    "message_id",
    "first",
    "last",
    "blocking_codes",
    "confirmed_port_at",
    "actual_at",
    "answer_due_at",
    "accepted",
    "reason",
)


class FileSide(threading.Thread):
    """Polls the folder. What stands in `out/taken/` and not in the books is taken in again after a crash."""

    def __init__(self, exchange: Exchange, folder: Path) -> None:
        super().__init__(name="file-side", daemon=True)
        self._exchange = exchange
        self._out, self._taken, self._in = folder / "out", folder / "out" / "taken", folder / "in"
        for each in (self._taken, self._in / "done"):
            each.mkdir(parents=True, exist_ok=True)
        self._told: set[str] = set()
        self._number = max(
            (int(each.name.split(".")[0]) for each in self._in.rglob("*.csv") if each.name[0].isdigit()),
            default=0,
        )

    def run(self) -> None:
        """Take and tell until the process ends."""
        for path in sorted(self._taken.glob("*.request.csv")):
            if self._exchange.look_up(path.name.split(".")[0]) is None:
                self._accept(path)
        while True:
            for path in sorted(self._out.glob("*.csv")):
                target = self._taken / path.name
                path.rename(target)
                self._accept(target)
            self._tell()
            time.sleep(_PAUSE_SECONDS)

    def _accept(self, path: Path) -> None:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";"))
        try:
            _TAKERS[rows[0]["type"]](self._exchange, rows)
        except (Refused, LookupError, ValueError):
            _log.warning("a file was not understood: %s", path.name, exc_info=True)

    def _tell(self) -> None:
        for message in self._exchange.due_by_file():
            if message.message_id in self._told:
                continue
            self._told.add(message.message_id)
            self._number += 1
            name = f"{self._number:08d}.{message.kind}.csv"
            part = self._in / f".{name}.part"
            part.write_text(_csv(message.kind, message.dossier_id, message.message_id, message.body))
            part.rename(self._in / name)


def _take_request(exchange: Exchange, rows: list[dict[str, str]]) -> None:
    row = rows[0]
    exchange.note_arrival()
    body = {
        "type": "request",
        "dossier_id": row["dossier_id"],
        "attempt": int(row["attempt"]),
        "recipient": row["recipient"],
        "donor": row["donor"],
        "series": [{"first": each["first"], "last": each["last"]} for each in rows],
        "owner_id": row["owner_id"],
        "owner_name": row["owner_name"],
        "port_at": row["port_at"],
        "mandate_reference": row["mandate_reference"],
        "by_file": True,
    }
    exchange.accept(row["idempotency_key"], repr(sorted(body.items())).encode(), body)


def _take_cancel(exchange: Exchange, rows: list[dict[str, str]]) -> None:
    exchange.cancel(rows[0]["dossier_id"], rows[0]["idempotency_key"])


def _take_change(exchange: Exchange, rows: list[dict[str, str]]) -> None:
    exchange.change(
        rows[0]["dossier_id"], datetime.fromisoformat(rows[0]["port_at"]), rows[0]["idempotency_key"]
    )


_TAKERS: Final = {"request": _take_request, "cancel": _take_cancel, "change": _take_change}


def _csv(kind: str, dossier_id: str, message_id: str, body: dict[str, Any]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, delimiter=";", extrasaction="ignore")
    writer.writeheader()
    common = {"type": kind, "dossier_id": dossier_id, "message_id": message_id, **body}
    common["reason"] = body.get("reason") or body.get("text", "")
    for part in body.get("series", [{}]):
        codes = " ".join(part.get("blocking_codes", [])) or body.get("code", "")
        writer.writerow({**common, **part, "blocking_codes": codes})
    return out.getvalue()
