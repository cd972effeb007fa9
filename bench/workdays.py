"""Ten working days on: ours against `holidays.get_nth_working_day`, on the same dates."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import Any, Final

import holidays

from kernel.workdays import add_workdays

GOAL: Final = 50.0
ROUNDS: Final = 5
AMOUNT: Final = 20_000
LEAD: Final = 10
SPAN: Final = 365 * 20


def dates() -> list[date]:
    first = date(2020, 1, 1)
    return [first + timedelta(days=(n * 7919) % SPAN) for n in range(AMOUNT)]


def _seconds(work: Callable[[date, int], object], days: list[date]) -> float:
    gc.collect()
    start = perf_counter()
    for day in days:
        work(day, LEAD)
    return perf_counter() - start


def run() -> dict[str, Any]:
    """Both sides in turn, the best of five each; the library's years are laid out before the clock starts."""
    days = dates()
    sweden = holidays.country_holidays("SE", years=range(2020, 2042), categories=("public", "de_facto"))
    assert all(add_workdays(day, LEAD) == sweden.get_nth_working_day(day, LEAD) for day in days)
    ours = library = float("inf")
    for _ in range(ROUNDS):
        ours = min(ours, _seconds(add_workdays, days))
        library = min(library, _seconds(sweden.get_nth_working_day, days))
    ratio = library / ours
    return {
        "name": "workdays",
        "left": round(AMOUNT / ours),
        "right": round(AMOUNT / library),
        "ratio": round(ratio, 2),
        "goal": GOAL,
        "ok": ratio >= GOAL,
    }


if __name__ == "__main__":
    print(run())
