"""The partner API against an endpoint that is nothing but the driver and one row."""

from __future__ import annotations

import json
from itertools import count
from typing import Any, Final

from bench._http import get, in_turn, post, served
from bench._partner import partner

READ_GOAL: Final = 0.20
WRITE_GOAL: Final = 0.20
OVERHEAD_GOAL: Final = 0.40
_SAID: Final = "Kunden vill flytta växeltelefonisten sist."
_BODY: Final = json.dumps({"text": _SAID}).encode()


def api_read() -> dict[str, Any]:
    """One porting order with its attempts and numbers, for a partner's token : one row by its key."""
    with partner() as at, served("entrypoints.web:make") as ours, served("bench._bare:rows") as bare:
        best = in_turn(
            {
                "ours": (ours, lambda: get(f"/api/v1/porting-orders/{at.order_id}", at.token)),
                "bare": (bare, lambda: get(f"/{at.order_id}")),
            }
        )
    return _verdict("api_read", best["ours"], best["bare"], READ_GOAL)


def api_write() -> dict[str, Any]:
    """A comment on a case, with its key, its event and who did it : one row, committed."""
    keys = count()
    with partner() as at, served("entrypoints.web:make") as ours, served("bench._bare:rows") as bare:
        path = f"/api/v1/delivery-cases/{at.case_id}/comments"
        best = in_turn(
            {
                "ours": (ours, lambda: post(path, _BODY, at.token, f"Idempotency-Key: k{next(keys)}\r\n")),
                "bare": (bare, lambda: post(f"/{at.case_id}", _SAID.encode())),
            }
        )
    return _verdict("api_write", best["ours"], best["bare"], WRITE_GOAL)


def api_overhead() -> dict[str, Any]:
    """Milliseconds that token, tenant and log add to a call : milliseconds of an endpoint that does nothing.

    What they add together with the counting of calls, which the goal does not name, is told beside it.
    """
    with (
        partner() as at,
        served("bench._guarded:guarded") as guarded,
        served("bench._guarded:counted") as counted,
        served("bench._guarded:empty") as empty,
    ):
        asked = get("/api/v1/nothing", at.token)
        ports = {"guarded": guarded, "counted": counted, "empty": empty}
        best = in_turn({name: (port, lambda: asked) for name, port in ports.items()})
    took = {name: 1000 / rate for name, rate in best.items()}
    least = took.pop("empty")
    ratio, whole = ((each - least) / least for each in took.values())
    return {
        "name": "api_overhead",
        "left": round(took["guarded"] - least, 3),
        "right": round(least, 3),
        "ratio": round(ratio, 3),
        "goal": OVERHEAD_GOAL,
        "ok": ratio <= OVERHEAD_GOAL,
        "with counting": round(whole, 3),
    }


def _verdict(name: str, left: float, right: float, goal: float) -> dict[str, Any]:
    ratio = left / right
    return {
        "name": name,
        "left": round(left),
        "right": round(right),
        "ratio": round(ratio, 3),
        "goal": goal,
        "ok": ratio >= goal,
    }


if __name__ == "__main__":
    for bench in (api_read, api_write, api_overhead):
        print(bench())
