"""The quick start runs as it is written: its commands, its receiver's lines, its Python, on a product just started."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from entrypoints.embedded import free_port
from tests.integration.conftest import database_folder
from tests.integration.partners.receivers import Receiver

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")
VAXLA = str(Path(sys.executable).with_name("vaxla"))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def product() -> Iterator[dict[str, str]]:
    """What a partner has in its environment, once `vaxla up` has said it."""
    with database_folder() as folder:
        yield from running(folder)


def running(folder: Path) -> Iterator[dict[str, str]]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"}
    address, log = f"http://127.0.0.1:{(port := free_port())}", folder / "up.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [VAXLA, "up", "--port", str(port), "--data-dir", str(folder / "var")],
            env=kept,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + 180
        while not (said := re.search(r"test key  (\S+)\s+secret (\S+)", log.read_text())):
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.1)
        yield {**kept, "VAXLA": address, "CLIENT_ID": said.group(1), "CLIENT_SECRET": said.group(2)}
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiver]:
    made = Receiver(tmp_path_factory.mktemp("receiver"))
    yield made
    made.kill()


def json_objects(text: str) -> list[dict[str, object]]:
    """Every JSON object that was printed, one after the other."""
    found, decoder = [], json.JSONDecoder()
    at = text.find("{")
    while at >= 0:
        try:
            made, length = decoder.raw_decode(text[at:])
        except ValueError:
            length = 1
        else:
            found.append(made)
        at = text.find("{", at + length)
    return found


def test_the_commands_run_as_they_stand(
    product: dict[str, str], receiver: Receiver, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = blocks("bash")
    assert len(commands) == 10
    began = time.monotonic()
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(commands)],
        env={**product, "RECEIVER": receiver.url},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    with capsys.disabled():
        print(f"\nthe quick start's commands took {time.monotonic() - began:.1f} s")
    assert run.returncode == 0, run.stderr
    hook = next(each for each in json_objects(run.stderr) if "secret" in each)
    assert next(each for each in json_objects(run.stderr) if each.get("code"))["code"] == "GO_LIVE_TOO_EARLY"
    assert '"delivery_case.opened"' in run.stdout
    assert "event: delivery_case.opened" in run.stdout
    # The one number was ported, the other has another owner.
    assert '"state":"ported"' in run.stdout
    assert '"reasons":["OWNER_ID_MISMATCH"]' in run.stdout
    delivered = json_objects(run.stdout)[-1]["items"]
    assert {each["outcome"] for each in delivered} == {"delivered"}  # type: ignore[index, attr-defined]
    heard = receiver.heard()
    assert len(heard) == len(delivered) > 10  # type: ignore[arg-type]
    for message in heard:
        names = {"secret": hook["secret"], "body": message["body"], "headers": message["headers"]}
        exec(blocks("python")[1], names)  # noqa: S102  (the guide's own lines, as a reader runs them)
    said = capsys.readouterr().out
    assert "webhook_subscription.ping" in said
    assert "porting_number.port" in said


def test_the_receiver_takes_and_prints_what_comes() -> None:
    port = free_port()
    lines = blocks("python")[0].replace("9000", str(port))
    with subprocess.Popen([sys.executable, "-c", lines], stdout=subprocess.PIPE, text=True) as process:
        try:
            deadline = time.monotonic() + 60
            while True:
                try:
                    said = httpx.post(
                        f"http://127.0.0.1:{port}/", content='{"a": 1}', headers={"webhook-id": "m1"}
                    )
                    break
                except httpx.ConnectError:
                    assert time.monotonic() < deadline
                    time.sleep(0.1)
            assert said.status_code == 204
            assert process.stdout is not None
            assert process.stdout.readline() == 'm1 {"a": 1}\n'
        finally:
            process.terminate()


def test_the_python_runs_as_it_stands(product: dict[str, str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", blocks("python")[2]],
        env={**product, "PYTHONPATH": str(ROOT / "clients" / "python")},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "1 delivery_case.opened Partnerbolaget" in run.stdout
