"""Named places at which a fault harness may end or freeze the process. Without `VAXLA_FAILPOINTS` they do nothing.

The variable reads `seed;name=share:action;...`, where the action is `kill` (SIGKILL to ourselves) or `stop:SECONDS`
(sleep past every lease, as a machine does that was suspended). Production refuses to start with it set.
"""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

VARIABLE = "VAXLA_FAILPOINTS"
RECORD = "VAXLA_FAILPOINTS_RECORD"


@dataclass(frozen=True, slots=True)
class _Point:
    share: float
    action: str
    seconds: float


@cache
def _plan() -> tuple[random.Random, dict[str, _Point]] | None:
    text = os.environ.get(VARIABLE, "")
    if not text:
        return None
    seed, *rest = text.split(";")
    points = {}
    for each in rest:
        name, _, what = each.partition("=")
        share, action, *seconds = what.split(":")
        points[name] = _Point(float(share), action, float(seconds[0]) if seconds else 0.0)
    return random.Random(f"{seed}:{os.getpid()}"), points  # noqa: S311  (a repeatable choice, no secret)


def failpoint(name: str) -> None:
    """Pass by, unless a harness has asked for a fault here."""
    plan = _plan()
    if plan is None:
        return
    draw, points = plan
    point = points.get(name)
    if point is None or draw.random() >= point.share:
        return
    if record := os.environ.get(RECORD):
        with Path(record).open("a", encoding="utf-8") as written:
            written.write(f"{point.action} {name}\n")
    if point.action == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(point.seconds)
