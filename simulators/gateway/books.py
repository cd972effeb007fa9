"""The books: what arrived, counted by who received it. Kept in memory and, if asked, in a journal on disk."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

FEE_ORE: Final = 2900


@dataclass
class Dossier:
    """A request that was accepted for handling."""

    dossier_id: str
    key: str
    sha256: str
    body: dict[str, Any]
    received_at: datetime
    message_id: str
    state: str = "received"
    answers: list[str] = field(default_factory=list)
    duplicates: int = 0

    def as_json(self) -> dict[str, Any]:
        return {
            "dossier_id": self.dossier_id,
            "state": self.state,
            "attempt": self.body["attempt"],
            "donor": self.body["donor"],
            "port_at": self.body["port_at"],
            "received_at": self.received_at.isoformat(),
            "idempotency_key": self.key,
            "message_id": self.message_id,
            "answers": self.answers,
            "duplicates": self.duplicates,
        }


@dataclass
class Message:
    """A message to the recipient, visible from `due_at` on; its offset is given then."""

    offset: int
    message_id: str
    kind: str
    dossier_id: str
    due_at: datetime
    body: dict[str, Any]
    confirmed: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "offset": self.offset,
            "message_id": self.message_id,
            "type": self.kind,
            "dossier_id": self.dossier_id,
            "sent_at": self.due_at.isoformat(),
            **self.body,
        }


@dataclass
class Books:
    """Counts and dossiers. `counts` holds what `GET /v1/control/books` shows."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    by_id: dict[str, Message] = field(default_factory=dict)
    released: int = 0
    journal: IO[str] | None = None

    def open_journal(self, folder: Path) -> list[dict[str, Any]]:
        """Begin to write down what is accepted; returns what an earlier process wrote."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "journal.jsonl"
        earlier: list[dict[str, Any]] = []
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                try:
                    earlier.append(json.loads(line))
                except ValueError:
                    break  # the last line of a process that was killed while writing it
        self.journal = path.open("a", encoding="utf-8")
        return earlier

    def write(self, kind: str, **facts: Any) -> None:
        """Put a line on disk before anybody is told."""
        if self.journal is not None:
            self.journal.write(json.dumps({"kind": kind, **facts}, ensure_ascii=False) + "\n")
            self.journal.flush()
            os.fsync(self.journal.fileno())

    def summary(self) -> dict[str, Any]:
        names = (
            "requests_received",
            "accepted",
            "duplicates_received",
            "keys_changed",
            "replays",
            "dropped_after_accept",
            "lookups",
            "cancels",
            "changes",
            "refused",
        )
        return {
            **{name: self.counts[name] for name in names},
            "faults": dict(self.faults),
            "unconfirmed": sum(1 for each in self.messages if each.offset and not each.confirmed),
            "fees": self.statement(),
            "dossiers": [each.as_json() for each in self.dossiers.values()],
        }

    def statement(self) -> list[dict[str, Any]]:
        """What the recipient is charged: per accepted request and series."""
        return [
            {
                "dossier_id": each.dossier_id,
                "series": len(each.body["series"]),
                "amount_ore": FEE_ORE * len(each.body["series"]),
                "at": each.received_at.isoformat(),
            }
            for each in self.dossiers.values()
        ]
