"""Keep a network's accesses, orders and books in a file, so that they outlive the process, also a kill -9."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from simulators.communication_operator.network import Access, Network, Order
from simulators.communication_operator.script import Rule

if TYPE_CHECKING:
    from pathlib import Path


def keep(network: Network, file: Path) -> None:
    """Take up what the file holds, and write it anew after each change, before anybody is answered."""
    if file.exists():
        _load(network, file)
    network.changed = lambda: _save(network, file)


def _save(network: Network, file: Path) -> None:
    """Whole or not at all. Scripts of faults are not kept, nor how long an order still has to wait."""
    kept = {
        "accesses": [asdict(each) for each in network.accesses.values()],
        "orders": [
            {**asdict(each), "rule": each.rule.model_dump(mode="json"), "due": 0.0}
            for each in network.orders.values()
        ],
        "events": network.events,
        "counts": dict(network.counts),
        "faults": dict(network.faults),
        "work_log": network.work_log,
    }
    unfinished = file.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as out:
        json.dump(kept, out)
        out.flush()
        os.fsync(out.fileno())
    unfinished.replace(file)


def _load(network: Network, file: Path) -> None:
    kept = json.loads(file.read_text(encoding="utf-8"))
    network.accesses = {each["access_id"]: Access(**each) for each in kept["accesses"]}
    network.orders = {
        each["order_id"]: Order(**{**each, "rule": Rule.model_validate(each["rule"])})
        for each in kept["orders"]
    }
    network.events, network.work_log = kept["events"], kept["work_log"]
    network.counts, network.faults = Counter(kept["counts"]), Counter(kept["faults"])
