"""`vaxla demo --story kobyte --json`: a full change of operator in flow I and in flow II, over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VAXLA = str(Path(sys.executable).with_name("vaxla"))


def run(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"}
    return subprocess.run(
        [VAXLA, "demo", *words], env=environment, capture_output=True, text=True, timeout=600, check=False
    )


@pytest.fixture(scope="module")
def told() -> dict:
    done = run("--story", "kobyte", "--json")
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def test_both_flows_end_well_and_in_time(told: dict) -> None:
    assert told["ok"] is True
    assert [(each["flow"], each["state"]) for each in told["flows"]] == [("I", "closed"), ("II", "closed")]
    for each in told["flows"]:
        assert {line["standing"] for line in each["deadlines"]} == {"met"}
        assert set(each["activities"]) == {"done"}
        assert each["accesses"] == {"MATCHED": 9, "ENDED": 3}


def test_a_company_among_the_rows_moved_the_deadline(told: dict) -> None:
    for each in told["flows"]:
        d2 = next(line for line in each["deadlines"] if line["id"] == "D2")
        assert (d2["raw"], d2["due"], d2["reason"]) == ("2027-02-14", "2027-02-12", "MIX_CHANGED")


def test_each_flow_has_its_own_ways_and_receipts(told: dict) -> None:
    one, two = told["flows"]
    assert (one["refused"], two["refused"]) == ([], ["ROUTE_NOT_IN_FLOW"])
    assert "Connected AKO" in one["receipts"]["by"]
    assert "Connected AKO" not in two["receipts"]["by"]
    assert [each["receipts"]["given"] for each in (one, two)] == [6, 4]


def test_an_unknown_story_is_wrong_use() -> None:
    done = run("--story", "saga")
    assert done.returncode == 2
    assert done.stdout == ""
