"""A real PostgreSQL for a whole run, emptied before each test; real simulators where asked for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import Session

from infra.clock import set_virtual
from infra.db import get_engine, metadata, unit_of_work
from infra.settings import get_settings
from simulators.gateway.process import GatewayProcess

# A Monday morning, far from any holiday.
MONDAY = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    from infra.embedded import EmbeddedPostgres

    folder = tmp_path_factory.mktemp("database")
    with EmbeddedPostgres(folder) as postgres:
        os.environ["DATABASE_URL"] = postgres.url
        get_settings.cache_clear()
        from entrypoints.migrations import upgrade

        upgrade()
        yield postgres.url
        get_engine().dispose()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def clean(database: str) -> str:
    """An empty database on a Monday morning."""
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
