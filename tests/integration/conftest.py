"""A real PostgreSQL for a whole run, emptied before each test; real simulators where asked for."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import Session

from entrypoints.openapi import document_of
from infra.clock import set_virtual
from infra.db import get_engine, metadata, unit_of_work
from infra.http_errors import PROBLEM_JSON
from infra.rate_limits import counter
from infra.settings import get_settings
from partners.request_log import WRITER
from simulators.gateway.process import GatewayProcess

# A Monday morning, far from any holiday.
MONDAY = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)


@contextmanager
def database_folder() -> Iterator[Path]:
    """A folder for a database. Not pytest's own: each start of pytest shuts that one to everybody but root,
    also to a PostgreSQL that is running there for another run."""
    folder = Path(tempfile.mkdtemp(prefix="vaxla-tests-database-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    from infra.embedded import EmbeddedPostgres

    with database_folder() as folder, EmbeddedPostgres(folder) as postgres:
        os.environ["DATABASE_URL"] = postgres.url
        get_settings.cache_clear()
        from entrypoints.migrations import upgrade

        upgrade()
        yield postgres.url
        WRITER.settle()  # what it still writes must not meet a database that is being stopped
        get_engine().dispose()


@pytest.fixture
def clean(database: str) -> str:
    """An empty database on a Monday morning, and nobody's calls counted: every test calls from one address."""
    counter.cache_clear()
    tables = ", ".join(table.name for table in metadata.sorted_tables)
    with get_engine().begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    with unit_of_work() as session:
        set_virtual(session, MONDAY)
    return database


@pytest.fixture
def session(clean: str) -> Iterator[Session]:
    """A unit of work that is committed when the test ends well."""
    with unit_of_work() as opened:
        yield opened


@pytest.fixture(scope="session")
def gateway_process() -> Iterator[GatewayProcess]:
    with GatewayProcess(token=os.environ["VAXLA_GATEWAY_TOKEN"], clock="virtual") as process:
        yield process


@pytest.fixture
def gateway(gateway_process: GatewayProcess, clean: str, tmp_path: Path) -> GatewayProcess:
    """The gateway simulator, its books emptied, on the same Monday morning."""
    gateway_process.reset()
    gateway_process.script([])
    gateway_process.set_clock(MONDAY)
    return gateway_process


@pytest.fixture
def brief_rest(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in doubt is asked about soon. Live a doubt rests longer than a call may take; the simulators keep
    no call back, so that here nothing can arrive after it was asked about."""
    assert database
    monkeypatch.setitem(get_settings().__dict__, "gateway_quiet_seconds", 0.6)


@pytest.fixture(scope="session")
def signing_key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key for access tokens, named in the settings."""
    from infra.secrets import new_signing_key

    path = tmp_path_factory.mktemp("keys") / "token.pem"
    path.write_bytes(new_signing_key())
    os.environ["VAXLA_TOKEN_SIGNING_KEY_FILE"] = str(path)
    get_settings.cache_clear()
    return path


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """An application on a port of its own, over real HTTP. Yields its address."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + 60
        while not server.started:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        host, port = server.servers[0].sockets[0].getsockname()
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def web_app(signing_key_file: Path, database: str) -> FastAPI:
    """The whole web application."""
    assert signing_key_file.exists()
    assert database
    from entrypoints.web import make

    return make()


def refuse_untold(app: FastAPI) -> Callable[[httpx.Response], None]:
    """A watch over every call of every test: a refusal of the API has a code that its document tells of there."""
    paths: dict[str, Any] = document_of(app)["paths"]
    forms = {path: re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in paths}

    def watch(response: httpx.Response) -> None:
        asked = response.request
        path = next((each for each, form in forms.items() if form.fullmatch(asked.url.path)), "")
        operation = paths.get(path, {}).get(asked.method.lower())
        if operation is None or response.headers.get("content-type") != PROBLEM_JSON:
            return
        response.read()
        told = operation["responses"].get(str(response.status_code), {}).get("content", {})
        codes = told.get(PROBLEM_JSON, {}).get("examples", {})
        assert response.json()["code"] in codes, (
            f"{asked.method} {path} is not told to answer {response.text}"
        )

    return watch


@pytest.fixture(scope="module")
def web(web_app: FastAPI) -> Iterator[TestClient]:
    """The whole web application asked without a network; a fault of ours is an answer and not an exception."""
    with TestClient(web_app, raise_server_exceptions=False) as opened:
        opened.event_hooks["response"].append(refuse_untold(web_app))
        yield opened


@pytest.fixture(scope="session")
def web_address(web_app: FastAPI) -> Iterator[str]:
    """The whole web application, served."""
    with served(web_app) as address:
        yield address


@pytest.fixture
def make_client(web_address: str, clean: str) -> Iterator[Callable[[], httpx.Client]]:
    """Browsers of strangers, each with cookies of its own. They ask for pages and follow no redirect."""
    assert clean
    headers = {"Accept": "text/html", "Accept-Language": "sv"}
    with ExitStack() as opened:
        yield lambda: opened.enter_context(httpx.Client(base_url=web_address, headers=headers, timeout=60))
