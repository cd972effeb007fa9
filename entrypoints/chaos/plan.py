"""What a chaos run does to whom, and when: a plan that a seed decides before anything starts."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from entrypoints.chaos.orders import OWNER


class Blow(StrEnum):
    """A fault from outside the processes it hits."""

    KILL_WORKER = "worker_killed"
    STOP_WORKER = "worker_stopped"
    KILL_POSTGRES = "postgres_killed"
    KILL_REDIS = "redis_killed"
    FLUSH_REDIS = "redis_flushed"
    GATEWAY_SILENT = "gateway_silent"


@dataclass(frozen=True, slots=True)
class Strike:
    """A blow that falls when so many requests have been accepted, on the worker of that number."""

    after_accepted: int
    blow: Blow
    worker: int


# How many orders there are for each blow of a kind, roughly what the fault matrix asks for (section 4.3).
_ORDERS_PER_BLOW: Final = {
    Blow.KILL_WORKER: 100,
    Blow.STOP_WORKER: 100,
    Blow.KILL_POSTGRES: 300,
    Blow.KILL_REDIS: 300,
    Blow.FLUSH_REDIS: 300,
    Blow.GATEWAY_SILENT: 500,
}
LINE_FAULTS: Final = {
    "drop_before_accept": 0.05,
    "drop_after_accept": 0.07,
    "slow_reply": 0.03,
    "half_body": 0.03,
    "wrong_json": 0.02,
    "server_error": 0.02,
    "too_many_requests": 0.03,
    "unavailable": 0.04,
}
# At the named places of the product; `stop` sleeps past every lease of the run.
_FAILPOINTS: Final = (
    ("before_intent", 0.006, "kill"),
    ("after_intent", 0.008, "kill"),
    ("before_call", 0.003, "stop:4"),
    ("after_call", 0.006, "kill"),
    ("before_done", 0.006, "kill"),
    ("after_done", 0.006, "kill"),
    ("after_look_up", 0.01, "kill"),
)


def strikes(orders: int, seed: int, workers: int) -> list[Strike]:
    """The blows of a run, at least one of each kind, in the order in which they fall."""
    draw = random.Random(f"strikes:{seed}")  # noqa: S311  (a repeatable plan, no secret)
    made = [
        Strike(draw.randrange(1, max(2, int(orders * 0.8))), blow, draw.randrange(workers))
        for blow, per in _ORDERS_PER_BLOW.items()
        for _ in range(max(1, orders // per))
    ]
    return sorted(made, key=lambda strike: (strike.after_accepted, strike.blow, strike.worker))


def script(orders: list[str], seed: int, *, slow_ms: int, latency_ms: int = 0) -> dict[str, Any]:
    """What the gateway does: faults of the line by share, one in ten refused for its owner, messages doubled and shuffled."""
    draw = random.Random(f"answers:{seed}")  # noqa: S311
    refused = draw.sample(orders, len(orders) // 10)
    rules = [{"number": number, "owner_id_expected": OWNER} for number in refused]
    return {
        "rules": rules,
        "seed": seed,
        "latency_ms": latency_ms,
        "slow_ms": slow_ms,
        "fault_share": LINE_FAULTS,
        "doubled_share": 0.1,
        "shuffled": True,
    }


def failpoints(seed: int) -> str:
    """The variable that turns the product's own failpoints on."""
    points = ";".join(f"{name}={share}:{act}" for name, share, act in _FAILPOINTS)
    return f"{seed};{points}"
