"""`vaxla demo --story avblockering`: a port unblocked, disputed and restored; another closed by silence.

Everything is as in production but the clock and the communication operator, which is the simulator: providers'
programs over HTTP, orders by ON-API over a line that breaks once, the worker, real mail.
"""

from __future__ import annotations

import json
import logging
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx

from entrypoints.demo.run import speaker
from entrypoints.demo.unblocking_cast import (
    ACCESS,
    BROADBAND,
    CHECKED,
    OPERATOR_SECRET,
    QUIET_ACCESS,
    TRACES,
    Cast,
    asked,
    lay_out,
    make_cast,
)
from entrypoints.embedded import embedded, free_port
from infra.clock import STOCKHOLM
from simulators.communication_operator.process import CommunicationOperatorProcess

if TYPE_CHECKING:
    from entrypoints.embedded import Embedded

Say = Callable[[str], None]
_PATH: Final = "/api/v1/port-unblockings"
_PATIENCE_SECONDS: Final = 180.0
_PAUSE: Final = 0.05


def run_unblocking(folder: Path | None, say: Say) -> dict[str, Any]:
    """Tell the story in a folder of its own, or a given one. Returns the object of `--json`."""
    place = folder or Path(tempfile.mkdtemp(prefix="vaxla-demo-"))
    try:
        say("Starting PostgreSQL, mail catcher, workers, web server and a communication operator.")
        with (
            CommunicationOperatorProcess(secret=OPERATOR_SECRET) as operator,
            embedded(place, free_port(), clock="virtual", doorbell_seconds=0.1) as product,
        ):
            logging.getLogger().setLevel(logging.CRITICAL)
            story = UnblockingStory(product, operator, say)
            try:
                return story.tell()
            except Exception:  # noqa: BLE001  (whatever stopped the story is part of what it shows)
                traceback.print_exc(file=sys.stderr)
                return {"ok": False}
    finally:
        if folder is None:
            shutil.rmtree(place, ignore_errors=True)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)


class UnblockingStory:
    """The story and its report."""

    def __init__(self, product: Embedded, operator: CommunicationOperatorProcess, say: Say) -> None:
        self.product, self.operator, self.say = product, operator, say
        self.cast: Cast = make_cast(operator.base_url, _at("2027-02-01T09:00"))
        self.tokens: dict[str, str] = {}
        lay_out(operator)

    def tell(self) -> dict[str, Any]:
        """From the blocked port to the restored one, and one that nobody disputed."""
        before = self.port()
        disputed = self.forced(ACCESS, "N-REF-1", breaking=True)
        silent = self.forced(QUIET_ACCESS, "N-REF-2")
        self.contacts()
        self.dispute(disputed)
        after = self.port()
        self.silence(silent)
        return self.report(disputed, silent, restored=before == after)

    def call(self, who: str, method: str, path: str = "", body: Any = None) -> dict[str, Any]:
        """One call of a provider's program."""
        headers = {"Authorization": f"Bearer {self.token(who)}"}
        address = f"{self.product.base_url}{_PATH}{path}"
        answer = httpx.request(method, address, headers=headers, json=body, timeout=30)
        found: dict[str, Any] = answer.json()
        return {"http": answer.status_code, **found}

    def token(self, who: str) -> str:
        """A provider's access token, asked for once: it is good for longer than the story takes to tell."""
        if who not in self.tokens:
            client_id, secret = self.cast.secrets[who]
            form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secret}
            answer = httpx.post(f"{self.product.base_url}/api/v1/oauth/token", data=form, timeout=30)
            self.tokens[who] = str(answer.raise_for_status().json()["access_token"])
        return self.tokens[who]

    def until(self, case_id: str, state: str, who: str = "new") -> dict[str, Any]:
        """Wait for the worker to bring a case there. Raises `TimeoutError`."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (case := self.call(who, "GET", f"/{case_id}"))["state"] != state:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{case_id} stands at {case['state']}, not at {state}")
            time.sleep(_PAUSE)
        return case

    def port(self) -> list[dict[str, Any]]:
        """The port as the operator's own portal shows it, without the ids that it mints itself."""
        rows = self.operator.port_rows(ACCESS)
        return sorted(
            ({k: v for k, v in row.items() if k != "subscriptionId"} for row in rows),
            key=lambda row: str(row["service"]),
        )

    def forced(self, access_id: str, reference: str, *, breaking: bool = False) -> str:
        """1–11. Ask, be told that it is blocked, check with the consumer, force."""
        case = self.call("new", "POST", "", asked(access_id, reference))
        case_id = str(case["id"])
        case = self.until(case_id, "verifying")
        self.say(f"{case['reference']}: {', '.join(case['blocked'])} on {access_id} is blocked.")
        if breaking:
            refused = self.call("new", "POST", f"/{case_id}/verification", {**CHECKED, "own_services": None})
            self.say(f"Without asking whose the services are it is refused: {refused['code']}.")
            self.operator.script({"fault": "drop_after_accept"})
        self.call("new", "POST", f"/{case_id}/verification", CHECKED)
        self.call("new", "POST", f"/{case_id}/forced-order")
        self.until(case_id, "active_new")
        self.say(
            "The line broke after the operator had the order: found by look-up, not sent again."
            if breaking
            else "The forced order is sent and done."
        )
        return case_id

    def contacts(self) -> None:
        """12–13. The displaced provider has been told by mail, and contacts its consumers: fourteen days."""
        self.product.mail.wait_for("existing@exempel.se", containing=ACCESS)
        for lost in self.lost():
            body = {"channel": "phone"}
            if lost["access_id"] == QUIET_ACCESS:
                body["consumer_email"] = "bo.exempelsson@exempel.se"
            answered = self.call("existing", "POST", f"/{lost['id']}/contact", body)
            self.say(f"Contact about {lost['access_id']}: answer by {answered['last_answer_day']}.")

    def lost(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.call("existing", "GET", "?role=displaced")["items"]
        return found

    def dispute(self, case_id: str) -> None:
        """14, 16–20. The consumer disputes on the tenth day; the port comes back exactly."""
        self.cast.set_clock(_at("2027-02-11T10:00"))
        mine = next(each for each in self.lost() if each["access_id"] == ACCESS)
        self.call("existing", "POST", f"/{mine['id']}/dispute", {"reason": "The consumer still lives there."})
        self.until(case_id, "restored")
        self.say("Disputed on 11 February: the new service removed, the old one back, the port compared.")
        self.call("new", "POST", f"/{case_id}/consumer-informed")

    def silence(self, case_id: str) -> None:
        """15. Nobody answers about the other port until the fifteenth is over."""
        self.cast.set_clock(_at("2027-02-15T23:59"))
        still_open = self.call("new", "GET", f"/{case_id}")["state"]
        if still_open != "awaiting_bk":
            raise RuntimeError(f"the window ended early: {still_open}")
        self.cast.set_clock(_at("2027-02-16T00:00"))
        self.until(case_id, "closed_ok")
        self.product.mail.wait_for("bo.exempelsson@exempel.se", containing=BROADBAND)
        self.say("No answer until the end of 15 February: closed, and the confirmation is sent.")

    def report(self, disputed: str, silent: str, *, restored: bool) -> dict[str, Any]:
        """What came of it, the operator's counts by its own books."""
        books = self.operator.books()
        proof = self.cast.proof_of(disputed)
        cases = [self.call("new", "GET", f"/{each}") for each in (disputed, silent)]
        told = self.cast.told_to_new()
        operator = {
            name: books[name]
            for name in ("orders_received", "accepted", "forced_accepted", "duplicates_received", "lookups")
        }
        leaks = sum(trace in text for text in told for trace in TRACES)
        states = [case["state"] for case in cases]
        ok = restored and proof["holds"] and not leaks and not operator["duplicates_received"]
        return {
            "ok": bool(ok and states == ["closed_rolled_back", "closed_ok"]),
            "cases": [
                {"reference": case["reference"], "state": case["state"], "steps": _steps(case)}
                for case in cases
            ],
            "port_equals_snapshot": restored,
            "proof": {name: proof[name] for name in ("holds", "before_sha256", "after_sha256")},
            "operator": operator,
            "told_to_new_provider": len(told),
            "traces_of_the_displaced": leaks,
        }


def _steps(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"number": step["number"], "at": step["at"]} for step in case["steps"] if step["at"]]


def tell(*, as_json: bool, keep: Path | None) -> int:
    """Tell the story of an unblocked port. Returns 0 when it ended as it should, 1 otherwise."""
    say = speaker(as_json=as_json)
    report = run_unblocking(keep, say)
    if as_json:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        say("All as it should be." if report["ok"] else "It did NOT end as it should.")
    return 0 if report["ok"] else 1
