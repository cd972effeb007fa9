"""`vaxla demo --story avblockering --json`: disputed and restored, and silent and closed, on real components."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VAXLA = str(Path(sys.executable).with_name("vaxla"))


@pytest.fixture(scope="module")
def told() -> dict:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"}
    run = subprocess.run(
        [VAXLA, "demo", "--story", "avblockering", "--json"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)


def test_one_is_undone_and_one_is_closed_by_silence(told: dict) -> None:
    assert told["ok"] is True
    assert [case["state"] for case in told["cases"]] == ["closed_rolled_back", "closed_ok"]


def test_the_port_is_as_it_was_by_the_operator_s_word_and_by_proof(told: dict) -> None:
    assert told["port_equals_snapshot"] is True
    assert told["proof"]["holds"] is True
    assert told["proof"]["before_sha256"] == told["proof"]["after_sha256"]


def test_the_operator_itself_counted_no_duplicate_though_the_line_broke(told: dict) -> None:
    assert told["operator"]["duplicates_received"] == 0
    assert told["operator"]["lookups"] >= 1
    assert told["operator"]["orders_received"] == told["operator"]["accepted"]


def test_the_new_provider_was_told_much_and_nothing_of_the_displaced(told: dict) -> None:
    assert told["told_to_new_provider"] > 10
    assert told["traces_of_the_displaced"] == 0
