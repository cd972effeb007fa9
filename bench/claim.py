"""Claiming and recording many attempts at a time against one at a time, by the product's own code."""

from __future__ import annotations

from time import perf_counter
from typing import Any, Final

from bench._porting import clear, lay_up, product

GOAL: Final = 20.0
ROUNDS: Final = 3
BATCH: Final = 1000
SINGLE: Final = 60
ORDERS: Final = BATCH * 2 + SINGLE


def run() -> dict[str, Any]:
    """Attempts per second, both sides in turn on the same table, the best of three rounds each."""
    with product():
        from portingsvc.domain.outcomes import Outcome, Submission
        from portingsvc.usecases.claim_due import claim
        from portingsvc.usecases.record_sent import record

        yes = Submission(Outcome.RECEIVED, "HTTP 202")

        def claim_and_do(at_once: int, times: int) -> float:
            start = perf_counter()
            for _ in range(times):
                intents = claim("clearinghouse", at_once)
                assert len(intents) == at_once
                record([(intent, yes) for intent in intents])
            return at_once * times / (perf_counter() - start)

        batch = single = 0.0
        for _ in range(ROUNDS):
            lay_up(ORDERS)
            claim_and_do(1, 5)
            single = max(single, claim_and_do(1, SINGLE - 5))
            batch = max(batch, claim_and_do(BATCH, 2))
            clear()
    ratio = batch / single
    return {
        "name": "claim",
        "left": round(batch),
        "right": round(single),
        "ratio": round(ratio, 2),
        "goal": GOAL,
        "ok": ratio >= GOAL,
    }


if __name__ == "__main__":
    print(run())
