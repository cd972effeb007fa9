"""`vaxla up`: ready from an empty folder, stops cleanly, and starts again with nothing lost, also after kill -9."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

VAXLA = str(Path(sys.executable).with_name("vaxla"))
HTML = {"Accept": "text/html"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Up:
    """One run of `vaxla up`."""

    def __init__(self, folder: Path, port: int) -> None:
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"
        }
        self.port, self.log = port, folder.parent / "up.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [VAXLA, "up", "--port", str(port), "--data-dir", str(folder)],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._until_ready()
        self.children = psutil.Process(self.process.pid).children(recursive=True)

    def _until_ready(self) -> None:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.log.read_text()
            if "Ctrl-C" in self.log.read_text() and self._ready():
                return
            time.sleep(0.1)
        raise AssertionError("not ready within three minutes: " + self.log.read_text()[-2000:])

    def _ready(self) -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/health/ready", timeout=10).status_code == 200
        except httpx.HTTPError:
            return False

    def link(self, who: str) -> str:
        found = re.search(rf"{who}\s+(http\S+/sign-in/\S+)", self.log.read_text())
        assert found, self.log.read_text()
        return found.group(1)

    @contextmanager
    def visit(self, who: str) -> Iterator[httpx.Client]:
        base = f"http://127.0.0.1:{self.port}"
        with httpx.Client(base_url=base, headers=HTML, follow_redirects=True, timeout=60) as client:
            client.post(self.link(who)).raise_for_status()
            yield client

    def gone(self) -> bool:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            if not any(each.is_running() and each.status() != psutil.STATUS_ZOMBIE for each in self.children):
                return True
            time.sleep(0.1)
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_what_was_stored_is_there_after_a_stop_and_after_a_kill(folder: Path) -> None:
    port = free_port()
    first = Up(folder, port)
    with first.visit("planner") as planner:
        page = planner.get("/planner").text
        assert "Exempelverken AB" in page
        case = re.search(r'href="(/planner/cases/[0-9a-f-]{36})"', page)
        assert case
        form = re.search(r'name="csrf" value="([^"]+)"', planner.get(case.group(1)).text)
        assert form
        planner.post(f"{case.group(1)}/notes", data={"csrf": form.group(1), "text": "kvar efter allt"})
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait()

    second = Up(folder, port)
    with second.visit("planner") as planner:
        assert "kvar efter allt" in planner.get(case.group(1)).text
    second.process.send_signal(signal.SIGINT)
    assert second.process.wait(60) == 0
    assert second.gone(), "a process was left behind"
    assert first.gone(), "the killed one's simulators were left behind"

    third = Up(folder, port)
    with third.visit("customer") as customer:
        assert "Exempelverken AB" in customer.get("/").text
    third.process.terminate()
    assert third.process.wait(60) == 0
    assert third.gone()


def test_a_taken_port_is_said_in_one_line(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [VAXLA, "up", "--port", str(taken.getsockname()[1]), "--data-dir", str(folder)]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 2
    assert "cannot be used" in ended.stderr


CASES = "/port-unblockings"
CHECKED = {
    "address_confirmed": True,
    "apartment_confirmed": True,
    "own_services": False,
    "terminate": True,
}


class Provider:
    """The new provider's program."""

    def __init__(self, up: Up, secret: tuple[str, str]) -> None:
        form = {"grant_type": "client_credentials", "client_id": secret[0], "client_secret": secret[1]}
        base = f"http://127.0.0.1:{up.port}/api/v1"
        token = httpx.post(f"{base}/oauth/token", data=form, timeout=60).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        self.http = httpx.Client(base_url=base, headers=headers, timeout=60)

    def until(self, case_id: str, state: str) -> None:
        deadline = time.monotonic() + 60
        while (found := self.http.get(f"{CASES}/{case_id}").json()["state"]) != state:
            assert time.monotonic() < deadline, found
            time.sleep(0.2)


def at_operator(up: Up, folder: Path, method: str, path: str, body: object = None) -> dict:
    """One call to the simulated communication operator, as the network's staff."""
    address = re.search(r"is a simulator at (http\S+)", up.log.read_text())
    secret = json.loads((folder / "secrets.json").read_text())["gateway_token"]
    assert address
    answer = httpx.request(
        method, f"{address.group(1)}{path}", json=body, auth=("network", secret), timeout=60
    )
    return answer.raise_for_status().json() or {}


def test_a_forced_order_is_sent_once_though_all_is_killed_in_the_act(folder: Path) -> None:
    """The operator has the order and has not answered: kill -9. Everything starts again and finds it."""
    port = free_port()
    first = Up(folder, port)
    known = re.search(r"client id (\S+)\s+secret (\S+)", first.log.read_text())
    assert known
    secret = (known.group(1), known.group(2))
    provider = Provider(first, secret)
    services = [{"service": "BB-1000-100", "sp_subscription_id": "N-1"}]
    wanted = {"network": "EXNET", "access_id": "STTA0001", "services": services, "sp_reference": "N-REF-1"}
    case_id = provider.http.post(CASES, json=wanted).json()["id"]
    provider.until(case_id, "verifying")
    rule = {"fault": "slow_reply", "reply_after_ms": 90_000, "work_after_ms": 500}
    at_operator(first, folder, "PUT", "/control/script", {"rules": [rule]})
    provider.http.post(f"{CASES}/{case_id}/verification", json=CHECKED).raise_for_status()
    provider.http.post(f"{CASES}/{case_id}/forced-order").raise_for_status()
    deadline = time.monotonic() + 60
    while not at_operator(first, folder, "GET", "/control/books")["accepted"]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.kill(first.process.pid, signal.SIGKILL)
    first.process.wait()
    assert first.gone()

    provider.http.close()
    second = Up(folder, port)
    provider = Provider(second, secret)
    provider.until(case_id, "active_new")
    provider.http.close()
    books = at_operator(second, folder, "GET", "/control/books")
    assert (books["orders_received"], books["accepted"], books["duplicates_received"]) == (1, 1, 0)
    assert [each["provider"] for each in books["ports"]["STTA0001"]] == ["SP-NEW"]
    with second.visit("existing provider") as existing:
        assert "STTA0001" in existing.get("/fibre/unblockings").text
    second.process.terminate()
    assert second.process.wait(60) == 0
    assert second.gone()
