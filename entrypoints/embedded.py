"""The whole product on one machine, in one command: what `vaxla up`, the demonstration and tests start.

Processes: PostgreSQL (from its wheel), the simulators of gateway and carrier, the mail and SMS catchers, and
this one, which serves
the pages and API and runs the Celery worker and beat as threads. Everything is kept under one data folder.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final

from infra.collector import leave_what_stays
from simulators.carrier.process import CarrierProcess
from simulators.gateway.process import GatewayProcess
from simulators.mailcatcher.process import MailcatcherProcess
from simulators.smscatcher.process import SmscatcherProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOPBACK: Final = "127.0.0.1"
_START_SECONDS: Final = 120


@dataclass(frozen=True)
class Embedded:
    """A running product."""

    base_url: str
    data_dir: Path
    gateway: GatewayProcess
    mail: MailcatcherProcess
    sms: SmscatcherProcess


def free_port() -> int:
    """A port of loopback that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def embedded(
    data_dir: Path,
    port: int,
    *,
    clock: str = "system",
    doorbell_seconds: float = 0.5,
) -> Iterator[Embedded]:
    """Start everything, yield when it answers, stop everything. Refuses a port that is taken (OSError)."""
    from infra.embedded import EmbeddedPostgres  # noqa: PLC0415  (imports a library that warns)
    from infra.secrets import embedded_secrets  # noqa: PLC0415

    data_dir = data_dir.resolve()
    data_dir.mkdir(parents=True, exist_ok=True)
    _refuse_taken(port)
    with ExitStack() as stack:
        secrets = embedded_secrets(data_dir)
        postgres = stack.enter_context(EmbeddedPostgres(data_dir))
        gateway = stack.enter_context(
            GatewayProcess(token=secrets.gateway_token, clock=clock, state_dir=data_dir / "gateway")
        )
        carrier = stack.enter_context(CarrierProcess(token=secrets.gateway_token, clock=clock))
        base_url = f"http://{LOOPBACK}:{port}"
        mail, sms, reports_secret = _catchers(stack, data_dir, base_url)
        _export(
            DATABASE_URL=postgres.url,
            REDIS_URL="",
            VAXLA_DATA_DIR=str(data_dir),
            VAXLA_PUBLIC_URL=base_url,
            VAXLA_SECRET_KEY=secrets.secret_key,
            VAXLA_PIN_KEY=secrets.pin_key,
            VAXLA_TOKEN_SIGNING_KEY_FILE=str(secrets.token_signing_key_file),
            VAXLA_GATEWAY_URL=gateway.base_url,
            VAXLA_GATEWAY_TOKEN=secrets.gateway_token,
            VAXLA_CARRIER_URL=carrier.base_url,
            VAXLA_CARRIER_TOKEN=secrets.gateway_token,
            VAXLA_SMTP_URL=mail.smtp_url,
            VAXLA_SMS_URL=sms.base_url,
            VAXLA_SMS_TOKEN=sms.token,
            VAXLA_REPORTS_SECRET=reports_secret,
            VAXLA_CLOCK=clock,
            VAXLA_WEBHOOK_LOOPBACK="true",
            VAXLA_DOORBELL_SECONDS=str(doorbell_seconds),
        )
        stack.enter_context(_product(port))
        yield Embedded(base_url, data_dir, gateway, mail, sms)


def _catchers(
    stack: ExitStack, data_dir: Path, base_url: str
) -> tuple[MailcatcherProcess, SmscatcherProcess, str]:
    """Where mails and text messages end up, and the secret under which they are reported on."""
    mail = stack.enter_context(MailcatcherProcess(directory=data_dir / "mail"))
    sms_token, reports_secret = token_urlsafe(32), token_urlsafe(32)  # known to this start only
    sms = stack.enter_context(
        SmscatcherProcess(
            directory=data_dir / "sms",
            token=sms_token,
            report_url=f"{base_url}/hooks/delivery-reports/sms",
            secret=reports_secret,
        )
    )
    return mail, sms, reports_secret


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((LOOPBACK, port))


def _export(**environment: str) -> None:
    """Settings are read from the environment, also when it is this program that knows them."""
    from infra.settings import get_settings  # noqa: PLC0415

    os.environ.update(environment)
    get_settings.cache_clear()


@contextmanager
def _product(port: int) -> Iterator[None]:
    """Migrate, then run web server, worker and beat in this process. Imports wait for the settings."""
    from entrypoints.migrations import upgrade  # noqa: PLC0415
    from infra.db import get_engine  # noqa: PLC0415

    upgrade()
    from entrypoints.worker import embedded_workers  # noqa: PLC0415

    try:
        with embedded_workers(), _web_server(port):
            yield
    finally:
        get_engine().dispose()


@contextmanager
def _web_server(port: int) -> Iterator[None]:
    import uvicorn  # noqa: PLC0415

    from entrypoints.web import make  # noqa: PLC0415

    app = make()
    leave_what_stays()
    config: Any = uvicorn.Config(
        app,
        host=LOOPBACK,
        port=port,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="web", daemon=True)
    thread.start()
    try:
        _await_start(server, thread)
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=10)


def _await_start(server: Any, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise RuntimeError("the web server did not start; its log says why")
        time.sleep(0.02)
