"""`vaxla demo --json` as `contracts.md` says, on the real components it starts itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

VAXLA = str(Path(sys.executable).with_name("vaxla"))


@pytest.fixture(scope="module")
def told() -> dict:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VAXLA_") and k != "DATABASE_URL"}
    run = subprocess.run(
        [VAXLA, "demo", "--json"], env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)


def test_it_ends_well_with_every_number_ported_or_cancelled(told: dict) -> None:
    assert told["ok"] is True
    numbers = told["numbers"]
    assert numbers["total"] >= 50
    assert numbers["ported"] + numbers["cancelled"] == numbers["total"]


def test_the_three_phases_follow_each_other(told: dict) -> None:
    assert [phase["name"] for phase in told["phases"]] == ["förberedelser", "genomförande", "driftsättning"]
    moments = [datetime.fromisoformat(phase[end]) for phase in told["phases"] for end in ("opened", "closed")]
    assert moments == sorted(moments)
    assert (moments[-1] - moments[0]).days >= 6 * 7


def test_one_was_rejected_repaired_and_charged_and_one_was_in_doubt(told: dict) -> None:
    outcomes = {(each["number"], each["attempt"]): each["outcome"] for each in told["attempts"]}
    assert set(outcomes.values()) == {"accepted", "rejected", "in_doubt_then_accepted"}
    rejected = [number for (number, _), outcome in outcomes.items() if outcome == "rejected"]
    assert len(rejected) == 1
    assert outcomes[rejected[0], 2] == "accepted"
    paid = [fee for fee in told["fees"] if fee["payer"] == "customer" and fee["amount_ore"]]
    assert [(fee["number"], fee["attempt"]) for fee in paid] == [(rejected[0], 2)]
    assert all(
        fee["amount_ore"] == 0 for fee in told["fees"] if fee["payer"] == "customer" and fee["attempt"] == 1
    )


def test_the_gateway_itself_counted_no_duplicate(told: dict) -> None:
    assert told["gateway"] == {"requests_received": len(told["attempts"]), "duplicates_received": 0}


def test_every_card_that_was_sent_has_come(told: dict) -> None:
    assert told["sims"]["dispatched"] == told["sims"]["delivered"] > 0
    assert told["events"] > 0
