"""PA-02: how often a key may call, told in the standard headers, by every process together."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from accounts import repository as accounts
from accounts.usecases.api_clients import SCOPES, make_client
from infra import rate_limits
from infra.clock import current
from infra.db import unit_of_work
from infra.rate_limits import MemoryCounter, RedisCounter
from infra.settings import get_settings

from .world import ORDER, Tenant, tenant, token_of

CASES = "/api/v1/delivery-cases"
TOKEN = "/api/v1/oauth/token"


@pytest.fixture
def ours(client: TestClient, clean: str) -> Tenant:
    return tenant(client, "Partner Ett", "5599999025")


@pytest.fixture
def few(ours: Tenant, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Four calls a minute, two of them changes, two tokens; nothing counted yet."""
    for name, quota in (("CALLS", "4"), ("CHANGES", "2"), ("TOKENS", "2")):
        monkeypatch.setenv(f"VAXLA_API_{name}_PER_MINUTE", quota)
    get_settings.cache_clear()
    counter = MemoryCounter()
    monkeypatch.setattr(rate_limits, "counter", lambda: counter)
    yield
    get_settings.cache_clear()


def left(answer: Any) -> dict[str, int]:
    return {name: int(n) for name, n in re.findall(r'"(\w+)";r=(\d+)', answer.headers["ratelimit"])}


def test_each_answer_tells_the_policy_and_what_is_left(client: TestClient, ours: Tenant, few: None) -> None:
    read = client.get(CASES, headers=ours.bearer)
    assert read.headers["ratelimit-policy"] == '"calls";q=4;w=60'
    assert re.fullmatch(r'"calls";r=3;t=(59|60)', read.headers["ratelimit"])
    wrong = client.post(CASES, json={}, headers=ours.bearer)
    assert (wrong.status_code, left(wrong)) == (422, {"calls": 2, "changes": 1})
    assert wrong.headers["ratelimit-policy"] == '"calls";q=4;w=60, "changes";q=2;w=60'
    assert client.get(f"{CASES}/no-id", headers=ours.bearer).headers["ratelimit"].startswith('"calls";r=1')


def test_one_too_many_is_refused_and_told_how_long_to_wait(
    client: TestClient, ours: Tenant, few: None
) -> None:
    assert [client.get(CASES, headers=ours.bearer).status_code for _ in range(5)] == [200] * 4 + [429]
    refused = client.get(CASES, headers=ours.bearer)
    problem = refused.json()
    assert (problem["code"], problem["violated-policies"]) == ("RATE_LIMITED", ["calls"])
    assert 1 <= int(refused.headers["retry-after"]) == problem["seconds"] <= 60
    assert refused.headers["ratelimit"] == f'"calls";r=0;t={problem["seconds"]}'
    assert refused.headers["content-type"] == "application/problem+json"


def test_changes_run_out_before_reading_does(client: TestClient, ours: Tenant, few: None) -> None:
    answers = [client.post(CASES, json=ORDER, headers=ours.bearer) for _ in range(3)]
    assert [each.status_code for each in answers] == [201, 201, 429]
    assert answers[-1].json()["violated-policies"] == ["changes"]
    assert client.get(CASES, headers=ours.bearer).status_code == 200


def test_a_key_spends_only_its_own(client: TestClient, ours: Tenant, few: None) -> None:
    with unit_of_work() as session:
        partner = accounts.organisation(session, ours.organisation_id)
        beside = make_client(session, partner, name="beside", scopes=list(SCOPES), now=current(session))
    for _ in range(5):
        spent = client.get(CASES, headers=ours.bearer)
    assert spent.status_code == 429
    assert left(client.get(CASES, headers=token_of(client, beside))) == {"calls": 3}


def test_secrets_cannot_be_tried_without_end(client: TestClient, ours: Tenant, few: None) -> None:
    form = {"grant_type": "client_credentials", "client_id": ours.secret.client_id, "client_secret": "wrong"}
    answers = [client.post(TOKEN, data={**form, "client_id": f"vx_{n}"}) for n in range(3)]
    assert [each.status_code for each in answers] == [401, 401, 429]
    assert answers[-1].headers["ratelimit-policy"] == '"tokens";q=2;w=60'


@pytest.mark.redis
def test_processes_that_share_a_redis_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limits, "_PATIENCE_SECONDS", 10.0)  # a busy machine's Redis answers late
    assert shutil.which("redis-server"), "apt-get install redis-server"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            one, two = (RedisCounter(f"redis://127.0.0.1:{port}/0") for _ in range(2))
            deadline = time.monotonic() + 60
            while True:
                try:
                    one._redis.ping()
                    break
                except Exception:
                    assert time.monotonic() < deadline
                    time.sleep(0.02)
            told = [each.count([("a", 60), ("b", 90)]) for each in (one, two, one)]
            assert [[had for had, _ in each] for each in told] == [[1, 1], [2, 2], [3, 3]]
            assert all(0 < each[0][1] <= 60 < each[1][1] <= 90 for each in told)
            assert one.count([("c", 1)])[0][0] == 1
            time.sleep(1.1)
            assert [had for had, _ in two.count([("a", 60), ("c", 1)])] == [4, 1]
            server.terminate()
            server.wait(60)
            assert [one.count([("a", 60)])[0][0] for _ in range(2)] == [1, 2]
        finally:
            server.terminate()
