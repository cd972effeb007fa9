"""When a delivery is tried again, and what an answer means: over three days, as Standard Webhooks shows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

# The wait before each try: the first at once, ten in all, the last after three days and three and a half hours.
WAITS: Final = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
# After this many dead letters with no success between them nobody listens any more: about six days.
MOST_DEAD_IN_A_ROW: Final = 2
_LONGEST_ASKED: Final = timedelta(hours=24)
_GONE: Final = 410
_ASKS_TO_WAIT: Final = (429, 503)


class Verdict(StrEnum):
    """What an answer means for the delivery."""

    TAKEN = "taken"
    AGAIN = "again"
    GONE = "gone"


def verdict_of(status: int | None) -> Verdict:
    """2xx is taken, 410 says nobody is there any more, all else (no answer, a redirect) is tried again."""
    if status is None:
        return Verdict.AGAIN
    if 200 <= status < 300:  # noqa: PLR2004  (the class of good answers)
        return Verdict.TAKEN
    return Verdict.GONE if status == _GONE else Verdict.AGAIN


def next_try(
    tries: int, now: datetime, *, status: int | None = None, retry_after: float | None = None
) -> datetime | None:
    """When to try again after `tries` tries; None when all are used up. A plea to wait is heard for a day."""
    if tries >= len(WAITS):
        return None
    wait = WAITS[tries]
    if status in _ASKS_TO_WAIT and retry_after is not None:
        wait = max(wait, min(timedelta(seconds=retry_after), _LONGEST_ASKED))
    return now + wait
