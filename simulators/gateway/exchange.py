"""The clearing house itself: takes messages, keeps the books, lets donors answer."""

from __future__ import annotations

import hashlib
import random
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from simulators.gateway.books import Books, Dossier, Message
from simulators.gateway.donor import Answer, decide, may_stop, performance
from simulators.gateway.script import Rule, Script
from simulators.line import LineFault

_ENDED: Final = ("rejected", "performed", "cancelled", "failed")


class Refused(Exception):  # noqa: N818  (an answer, not a failure)
    """A definite no: nothing was accepted."""

    def __init__(self, status: int, code: str, **facts: Any) -> None:
        self.status, self.code, self.facts = status, code, facts
        super().__init__(code)


class Exchange:
    """One lock around everything: the books are never half-way."""

    def __init__(self, *, virtual: bool, script: Script, state_dir: Path | None = None) -> None:
        self.lock = threading.RLock()
        self.virtual_now: datetime | None = datetime.now(UTC) if virtual else None
        self.books = Books()
        self.script = script
        self._tries: dict[str, int] = {}
        self._keys: dict[str, str] = {}
        self._wishes: dict[str, dict[str, Any]] = {}
        if state_dir is not None:
            self._replay(self.books.open_journal(state_dir))

    def now(self) -> datetime:
        return self.virtual_now or datetime.now(UTC)

    def set_script(self, script: Script) -> None:
        with self.lock:
            self.script = script

    def set_clock(self, instant: datetime) -> None:
        with self.lock:
            self.virtual_now = instant.astimezone(UTC)

    def reset(self) -> None:
        """Empty books, for the next test. The journal on disk, if any, is left as it is."""
        with self.lock:
            self.books = Books(journal=self.books.journal)
            self._tries = {}
            self._keys = {}
            self._wishes = {}

    def fault_for(self, body: dict[str, Any]) -> tuple[LineFault, Rule]:
        """Which fault hits this submission. Seeded by dossier and try, so a run can be repeated."""
        numbers = [(each["first"], each["last"]) for each in body.get("series", [])]
        rule = self.script.rule_for(numbers, body.get("attempt", 0), body.get("donor", ""))
        with self.lock:
            tried = self._tries[body["dossier_id"]] = self._tries.get(body["dossier_id"], 0) + 1
        if rule.fault is not LineFault.NONE:
            return (rule.fault if tried <= rule.fault_times else LineFault.NONE), rule
        # A seeded choice, not a secret: the same script gives the same faults.
        draw = random.Random(f"{self.script.seed}:{body['dossier_id']}:{tried}").random()  # noqa: S311
        for fault, share in self.script.fault_share.items():
            if draw < share:
                return fault, rule
            draw -= share
        return LineFault.NONE, rule

    def note_fault(self, fault: LineFault) -> None:
        with self.lock:
            self.books.faults[fault.value] += 1

    def note_arrival(self) -> None:
        with self.lock:
            self.books.counts["requests_received"] += 1

    def note_key(self, dossier_id: str, key: str, raw: bytes) -> None:
        """Count a submission that comes under another key, or with other bytes, than the first of its dossier."""
        mark = f"{key}:{hashlib.sha256(raw).hexdigest()}"
        with self.lock:
            if self._keys.setdefault(dossier_id, mark) != mark:
                self.books.counts["keys_changed"] += 1

    def accept(
        self, key: str, raw: bytes, body: dict[str, Any], valid_until: datetime | None = None
    ) -> tuple[dict[str, Any], bool]:
        """Take a request. Returns the answer and whether it was a replay. Raises `Refused`.

        Whether it is too late is seen under the lock that look-ups take: were it only seen before, one that was
        held up could be taken after a look-up has said that it never came.
        """
        sha256 = hashlib.sha256(raw).hexdigest()
        with self.lock:
            if valid_until is not None and datetime.now(UTC) > valid_until:
                self.books.counts["requests_received"] -= 1  # of no effect, so not counted
                self.books.faults[LineFault.STALE.value] += 1
                raise Refused(410, "TOO_LATE")
            known = self.books.dossiers.get(body["dossier_id"])
            if known is not None:
                return self._again(known, key, sha256)
            if any(each.key == key for each in self.books.dossiers.values()):
                raise Refused(409, "KEY_REUSED")
            now = self.now()
            dossier = Dossier(body["dossier_id"], key, sha256, body, now, uuid4().hex)
            self.books.write(
                "request",
                dossier_id=dossier.dossier_id,
                key=key,
                sha256=sha256,
                body=body,
                received_at=now.isoformat(),
                message_id=dossier.message_id,
            )
            self._enter(dossier)
            return self._receipt(dossier), False

    def _again(self, known: Dossier, key: str, sha256: str) -> tuple[dict[str, Any], bool]:
        self.books.counts["duplicates_received"] += 1
        known.duplicates += 1
        self.books.write("duplicate", dossier_id=known.dossier_id)
        if known.key != key:
            raise Refused(409, "DOSSIER_EXISTS")
        if known.sha256 != sha256:
            raise Refused(409, "KEY_REUSED")
        self.books.counts["replays"] += 1
        return self._receipt(known), True

    def _enter(self, dossier: Dossier) -> None:
        self.books.counts["accepted"] += 1
        self.books.dossiers[dossier.dossier_id] = dossier
        body = dossier.body
        numbers = [(each["first"], each["last"]) for each in body["series"]]
        rule = self.script.rule_for(numbers, body["attempt"], body["donor"])
        for said in decide(rule, body, dossier.received_at, check_lead=self.script.check_lead):
            self._post(dossier, said)
            if said.kind == "answer":
                dossier.state = "rejected" if said.body["blocking"] else "accepted"
                done = performance(rule, body, said.body)
                if done is not None and not any(m.kind == done.kind for m in self._of(dossier)):
                    self._post(dossier, done)

    def _post(self, dossier: Dossier, said: Answer) -> None:
        draw = random.Random(f"{self.script.seed}:{dossier.dossier_id}:{len(dossier.answers)}")  # noqa: S311
        for _ in range(2 if draw.random() < self.script.doubled_share else 1):
            message_id = f"{dossier.message_id}-{len(dossier.answers) + 1}"
            dossier.answers.append(said.kind)
            message = Message(0, message_id, said.kind, dossier.dossier_id, said.due_at, dict(said.body))
            self.books.messages.append(message)
            self.books.by_id[message_id] = message

    def _of(self, dossier: Dossier) -> list[Message]:
        return [each for each in self.books.messages if each.dossier_id == dossier.dossier_id]

    @staticmethod
    def _receipt(dossier: Dossier) -> dict[str, Any]:
        return {
            "message_id": dossier.message_id,
            "dossier_id": dossier.dossier_id,
            "received_at": dossier.received_at.isoformat(),
        }

    def look_up(self, dossier_id: str) -> dict[str, Any] | None:
        with self.lock:
            self.books.counts["lookups"] += 1
            found = self.books.dossiers.get(dossier_id)
            return found.as_json() if found else None

    def cancel(self, dossier_id: str, key: str) -> dict[str, Any]:
        """Take a wish to cancel; the donor's answer comes as a message. Under a known key: the first receipt."""
        with self.lock:
            dossier = self._known(dossier_id)
            if key not in self._wishes:
                self._wishes[key] = self._receipt(dossier)
                self.books.counts["cancels"] += 1
                self.books.write("cancel", dossier_id=dossier_id, key=key, at=self.now().isoformat())
                self._cancel(dossier, self.now())
            return self._wishes[key]

    def _cancel(self, dossier: Dossier, now: datetime) -> None:
        numbers = [(each["first"], each["last"]) for each in dossier.body["series"]]
        rule = self.script.rule_for(numbers, dossier.body["attempt"], dossier.body["donor"])
        port_at = datetime.fromisoformat(dossier.body["port_at"])
        granted = dossier.state not in _ENDED and not rule.refuse_cancel and may_stop(port_at, now)
        if granted:
            dossier.state = "cancelled"
            pending = {"performed", "error", "answer", "answer_delayed"}
            self.books.messages = [
                m
                for m in self.books.messages
                if m.dossier_id != dossier.dossier_id or m.offset or m.kind not in pending
            ]
        reason = "" if granted else "too late to stop, or refused by the donor"
        self._post(dossier, Answer("cancel", now, {"accepted": granted, "reason": reason}))

    def change(self, dossier_id: str, port_at: datetime, key: str) -> dict[str, Any]:
        """Move a port; the donor answers with a fresh confirmation or keeps the old date."""
        with self.lock:
            dossier = self._known(dossier_id)
            if key not in self._wishes:
                self._wishes[key] = self._receipt(dossier)
                self.books.counts["changes"] += 1
                self._change(dossier, port_at)
            return self._wishes[key]

    def _change(self, dossier: Dossier, port_at: datetime) -> None:
        old = datetime.fromisoformat(dossier.body["port_at"])
        granted = dossier.state == "accepted" and may_stop(old, self.now())
        if granted:
            dossier.body["port_at"] = port_at.isoformat()
            for message in self._of(dossier):
                if message.kind in ("performed", "error") and message.due_at > self.now():
                    message.due_at = port_at
                    message.body.update({"actual_at": port_at.isoformat()})
        answer = {"accepted": granted, "confirmed_port_at": dossier.body["port_at"]}
        self._post(dossier, Answer("change", self.now(), answer))

    def _known(self, dossier_id: str) -> Dossier:
        dossier = self.books.dossiers.get(dossier_id)
        if dossier is None:
            raise Refused(404, "NOT_FOUND")
        return dossier

    def messages(self, after: int, limit: int) -> list[Message]:
        """Messages whose time has come, in order of offset. An offset is given when the time comes."""
        with self.lock:
            now = self.now()
            fresh = [m for m in self.books.messages if m.offset == 0 and m.due_at <= now]
            for message in self._in_order(fresh):
                self.books.released += 1
                message.offset = self.books.released
                self.books.write("released", message_id=message.message_id, offset=message.offset)
            shown = [m for m in self.books.messages if m.offset > after and not self.is_by_file(m.dossier_id)]
            return sorted(shown, key=lambda m: m.offset)[:limit]

    def is_by_file(self, dossier_id: str) -> bool:
        """Whether a dossier came by the file exchange, so that its answers go that way too."""
        dossier = self.books.dossiers.get(dossier_id)
        return dossier is not None and bool(dossier.body.get("by_file"))

    def due_by_file(self) -> list[Message]:
        """What is to be told by file and whose time has come."""
        with self.lock:
            now = self.now()
            return [m for m in self.books.messages if m.due_at <= now and self.is_by_file(m.dossier_id)]

    def _in_order(self, fresh: list[Message]) -> list[Message]:
        if not self.script.shuffled:
            return sorted(fresh, key=lambda m: m.due_at)
        mixed = sorted(fresh, key=lambda m: m.message_id)
        random.Random(f"{self.script.seed}:{len(mixed)}").shuffle(mixed)  # noqa: S311  (repeatable)
        return mixed

    def confirm(self, message_id: str) -> bool:
        with self.lock:
            message = self.books.by_id.get(message_id)
            if message is None:
                return False
            message.confirmed = True
            self.books.write("confirmed", message_id=message_id)
            return True

    def _replay(self, earlier: list[dict[str, Any]]) -> None:
        for line in earlier:
            if line["kind"] == "request":
                self.books.counts["requests_received"] += 1
                self._enter(
                    Dossier(
                        line["dossier_id"],
                        line["key"],
                        line["sha256"],
                        line["body"],
                        datetime.fromisoformat(line["received_at"]),
                        line["message_id"],
                    )
                )
            elif line["kind"] == "duplicate":
                self.books.counts["requests_received"] += 1
                self.books.counts["duplicates_received"] += 1
            elif line["kind"] == "cancel":
                self._wishes[line["key"]] = self._receipt(self._known(line["dossier_id"]))
                self._cancel(self._known(line["dossier_id"]), datetime.fromisoformat(line["at"]))
            elif line["kind"] in ("confirmed", "released"):
                self._mark(line)

    def _mark(self, line: dict[str, Any]) -> None:
        for message in self.books.messages:
            if message.message_id == line["message_id"]:
                message.confirmed = message.confirmed or line["kind"] == "confirmed"
                message.offset = line.get("offset", message.offset)
                self.books.released = max(self.books.released, message.offset)
