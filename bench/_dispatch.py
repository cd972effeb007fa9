"""Dispatch against Little's bound: so many senders, each waiting for the gateway, can do so much and no more."""

from __future__ import annotations

from time import perf_counter
from typing import Any, Final

from bench._porting import clear, lay_up, product

LATENCY_MS: Final = 100
ROUNDS: Final = 3


def measure(name: str, concurrency: int, goal: float, orders: int) -> dict[str, Any]:
    """Our rate, with intent and result committed for each, over concurrency divided by the gateway's latency."""
    with product() as gateway:
        from portingsvc.gateways.clearinghouse_http import HttpClearinghouse
        from portingsvc.usecases.dispatch_due import dispatch_due

        client = HttpClearinghouse(gateway.base_url, gateway.token, timeout=10)
        gateway.script([], latency_ms=LATENCY_MS, check_lead=False)
        lay_up(concurrency)
        dispatch_due(client, concurrency=concurrency)
        clear()
        best = 0.0
        for _ in range(ROUNDS):
            gateway.reset()
            lay_up(orders)
            start = perf_counter()
            sent = dispatch_due(client, limit=orders, concurrency=concurrency)
            best = max(best, sent / (perf_counter() - start))
            assert gateway.counts()["accepted"] == sent == orders
            clear()
        client.close()
    bound = concurrency / (LATENCY_MS / 1000)
    return {
        "name": name,
        "left": round(best, 1),
        "right": round(bound, 1),
        "ratio": round(best / bound, 2),
        "goal": goal,
        "ok": best / bound >= goal,
    }
