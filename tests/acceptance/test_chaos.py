"""NP-08: a short seeded chaos run holds every invariant, and the harness catches five planted bugs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from entrypoints.chaos.plan import Blow, strikes

VAXLA = str(Path(sys.executable).with_name("vaxla"))
ORDERS = 150


def chaos(*arguments: str, seconds: int) -> tuple[int, dict[str, Any]]:
    command = [VAXLA, "chaos", "--json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.stdout, done.stderr[-2000:]
    return done.returncode, json.loads(done.stdout)


@pytest.mark.timeout(1900)  # `vaxla chaos` gives up before, and tells what it found
def test_orders_flow_through_kills_and_cuts_and_none_is_lost_doubled_or_early() -> None:
    code, found = chaos("--orders", str(ORDERS), "--seed", "11", seconds=1800)
    assert found["ok"], json.dumps(found, indent=1)
    assert code == 0
    assert found["orders"] == ORDERS
    zero = ("lost", "sent_twice", "double_fees", "early", "unresolved", "illegal_steps", "keys_changed")
    zero += ("misrolled", "disagree")
    assert {name: found[name] for name in zero} == dict.fromkeys(zero, 0)
    assert sum(found["faults"].values()) * 5 >= ORDERS
    assert found["faults"]["postgres_killed"] >= 1
    assert found["faults"]["worker_killed"] >= 1


def test_five_planted_bugs_are_each_caught() -> None:
    code, found = chaos("--mutants", "--seed", "1", seconds=800)
    assert len(found["caught"]) == 5
    assert all(found["caught"].values()), found["caught"]
    assert code == 0


@pytest.mark.parametrize("seed", [1, 2])
def test_a_seed_decides_every_blow_beforehand(seed: int) -> None:
    assert strikes(3000, seed, 3) == strikes(3000, seed, 3)
    assert strikes(3000, seed, 3) != strikes(3000, seed + 1, 3)
    assert {strike.blow for strike in strikes(10, seed, 3)} == set(Blow)
