"""The embedded database and secrets: kept over restarts, taken over after a `kill -9`, never half-made."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from infra.embedded import EmbeddedPostgres, PostgresServer
from infra.secrets import embedded_secrets

from ..conftest import database_folder

KILLED = """
import sys, time
from pathlib import Path
from infra.embedded import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1])) as postgres:
    print(postgres.url, flush=True)
    time.sleep(600)
"""
ROOT = Path(__file__).parents[3]


def come_and_go(folder: Path) -> None:
    """Another process uses the database and leaves."""
    visit = KILLED.replace("time.sleep(600)", "pass")
    subprocess.run(
        [sys.executable, "-c", visit, str(folder)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL
    )


@pytest.fixture
def folder() -> Iterator[Path]:
    with database_folder() as made:
        yield made


def ask(url: str, statement: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(statement.encode()).fetchone()
    assert row is not None
    return row[0]


def postmasters(folder: Path) -> list[psutil.Process]:
    """The living ones; a dead child may stand in the list until its parent has noticed."""
    return [
        each
        for each in psutil.process_iter(["name", "cmdline", "status"])
        if each.info["name"] == "postgres"
        and each.info["status"] != psutil.STATUS_ZOMBIE
        and str(folder) in " ".join(each.info["cmdline"] or ())
    ]


def test_data_outlives_a_stop_and_a_kill(folder: Path) -> None:
    killed = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert killed.stdout is not None
    with killed:
        url = killed.stdout.readline().strip()
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
        killed.send_signal(signal.SIGKILL)
    assert postmasters(folder), "a postmaster that nobody stopped is what this test is about"
    with EmbeddedPostgres(folder) as again:
        assert ask(again.url, "SELECT answer FROM kept") == 42
    assert not postmasters(folder)
    with EmbeddedPostgres(folder) as third:
        assert ask(third.url, "SELECT answer FROM kept") == 42


def test_there_is_room_for_every_process_and_nothing_is_traded_for_speed(database: str) -> None:
    assert int(str(ask(database, "SHOW max_connections"))) >= 200
    assert ask(database, "SHOW fsync") == "on"
    assert ask(database, "SHOW full_page_writes") == "on"
    assert ask(database, "SHOW synchronous_commit") == "on"
    assert int(str(ask(database, "SHOW server_version_num"))) >= 150000


def test_the_database_runs_until_the_last_process_leaves(folder: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert other.stdout is not None
    with other:
        url = other.stdout.readline().strip()
        come_and_go(folder)
        assert ask(url, "SELECT 1") == 1
        other.kill()
    come_and_go(folder)
    assert not postmasters(folder)


def test_a_postmaster_that_died_is_no_hindrance(folder: Path) -> None:
    with EmbeddedPostgres(folder) as first:
        pid = first.pid
        os.kill(pid, signal.SIGKILL)
        deadline = time.monotonic() + 60
        while psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            assert time.monotonic() < deadline
            time.sleep(0.02)
    with EmbeddedPostgres(folder) as again:
        assert ask(again.url, "SELECT 1") == 1


def test_secrets_are_made_once_and_are_their_owners_only(tmp_path: Path) -> None:
    first = embedded_secrets(tmp_path)
    assert embedded_secrets(tmp_path) == first
    for name in ("secrets.json", "token-signing-key.pem"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert not list(tmp_path.glob("*.part"))


def test_every_installation_has_secrets_of_its_own(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    one, two = (json.loads(json.dumps(vars(embedded_secrets(folder)))) for folder in folders)
    assert not set(one.values()) & set(two.values())
    assert all(len(str(value)) >= 32 for name, value in one.items() if not name.endswith("_file"))


def test_a_start_that_died_while_making_secrets_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "secrets.part").write_text("{", encoding="utf-8")
    (tmp_path / "token-signing-key.pem").write_text("half", encoding="utf-8")
    made = embedded_secrets(tmp_path)
    assert Path(made.token_signing_key_file).read_text(encoding="utf-8").startswith("-----BEGIN PRIVATE KEY")


@pytest.mark.parametrize("length", [20, 120])
def test_the_data_folder_may_have_a_long_name(folder: Path, length: int) -> None:
    deep = folder / ("å" * 4 + "x" * length)
    with EmbeddedPostgres(deep) as postgres:
        assert ask(postgres.url, "SELECT 1") == 1


def test_a_server_that_comes_up_slowly_is_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library gives up after ten seconds, and then takes a server that is still recovering for broken."""
    honest = PostgresServer.ensure_postgres_running
    failures = iter([subprocess.TimeoutExpired("pg_ctl", 10), AssertionError()])

    def slow(server: PostgresServer) -> None:
        for failure in failures:
            raise failure
        honest(server)

    monkeypatch.setattr(PostgresServer, "ensure_postgres_running", slow)
    with EmbeddedPostgres(folder) as postgres:
        assert ask(postgres.url, "SELECT 1") == 1
    assert not postmasters(folder)
