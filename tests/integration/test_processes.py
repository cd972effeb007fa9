"""X-03: the processes of `docker-compose.yml`, run by hand on a real PostgreSQL and a real Redis."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx
import psycopg
import pytest
from cryptography.fernet import Fernet

from infra.embedded import EmbeddedPostgres
from infra.secrets import new_signing_key
from simulators.gateway.process import GatewayProcess
from simulators.mailcatcher.process import MailcatcherProcess

VAXLA = str(Path(sys.executable).with_name("vaxla"))
TOKEN = "an invented gateway token, long enough"
EMAIL = "pia@exempel.se"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(true, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come to be so in time"
        time.sleep(0.1)


class Processes:
    """Web, worker and beat as one would start them on three machines."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.stack, self.folder = stack, folder
        postgres = stack.enter_context(EmbeddedPostgres(folder))
        gateway = stack.enter_context(GatewayProcess(token=TOKEN))
        self.mail = stack.enter_context(MailcatcherProcess(directory=folder / "mail"))
        self.redis_port, self.web_port = free_port(), free_port()
        key = folder / "key.pem"
        key.write_bytes(new_signing_key())
        self.database = postgres.url
        self.environment = {
            **os.environ,
            "VAXLA_ENVIRONMENT": "test",
            "DATABASE_URL": postgres.url,
            "REDIS_URL": f"redis://127.0.0.1:{self.redis_port}/0",
            "VAXLA_SECRET_KEY": "an invented key for this test, long enough",
            "VAXLA_PIN_KEY": Fernet.generate_key().decode(),
            "VAXLA_GATEWAY_TOKEN": TOKEN,
            "VAXLA_GATEWAY_URL": gateway.base_url,
            "VAXLA_SMTP_URL": self.mail.smtp_url,
            "VAXLA_TOKEN_SIGNING_KEY_FILE": str(key),
            "VAXLA_CLOCK": "system",
            "VAXLA_DOORBELL_SECONDS": "0.5",
        }

    def run(self, *command: str) -> None:
        subprocess.run([VAXLA, *command], env=self.environment, check=True, capture_output=True, timeout=240)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        number = len(list(self.folder.glob("*.log")))  # what a process said stays with the test's folder
        with (self.folder / f"{Path(command[0]).name}-{number}.log").open("wb") as log:
            process = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder
            )
        self.stack.callback(_end, process)
        return process

    def redis(self) -> subprocess.Popen[bytes]:
        process = self.start(
            "redis-server",
            "--port",
            str(self.redis_port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
        )
        until(lambda: _listens(self.redis_port))
        return process

    def ask_for_link(self) -> None:
        answer = httpx.post(f"http://127.0.0.1:{self.web_port}/sign-in", data={"email": EMAIL}, timeout=60)
        assert answer.status_code == 200


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    folder = tmp_path_factory.mktemp("processes")
    with ExitStack() as stack:
        made = Processes(stack, folder)
        made.run("migrate")
        with psycopg.connect(made.database) as connection:
            connection.execute(
                "INSERT INTO person (id, email, name, phone, language, created_at)"
                " VALUES (gen_random_uuid(), %s, 'Pia', '', 'sv', %s)",
                (EMAIL, datetime.now(UTC)),
            )
        yield made
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.redis
def test_a_mail_goes_from_web_through_redis_and_worker_to_smtp_also_after_redis_was_lost(
    product: Processes,
) -> None:
    redis = product.redis()
    product.start(VAXLA, "web", "--port", str(product.web_port))
    product.start(VAXLA, "worker", "--concurrency", "2", "--queues", "porting,events,mail")
    product.start(VAXLA, "beat")
    until(lambda: _listens(product.web_port))
    ready = httpx.get(f"http://127.0.0.1:{product.web_port}/health/ready", timeout=60)
    assert ready.status_code == 200, ready.text

    product.ask_for_link()
    until(lambda: len(product.mail.mails(EMAIL)) == 1)

    for sent in (2, 3):
        redis.kill()
        redis.wait()
        asked = time.monotonic()
        product.ask_for_link()
        assert time.monotonic() - asked < 15, "a request does not wait for Redis to come back"
        assert len(product.mail.mails(EMAIL)) == sent - 1, "the doorbell is gone, the row is kept"
        redis = product.redis()
        until(lambda sent=sent: len(product.mail.mails(EMAIL)) == sent)
