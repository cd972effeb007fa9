"""A chaos run: orders flow while everything around them is killed, frozen and cut; then the books are checked."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import httpx
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from entrypoints.chaos.arena import WORKERS, Arena
from entrypoints.chaos.office import Office
from entrypoints.chaos.orders import place_orders, series_for
from entrypoints.chaos.plan import Blow, Strike, failpoints, script, strikes
from entrypoints.chaos.verdict import judge
from infra.db import get_engine, unit_of_work
from infra.db import metadata as tables
from kernel.errors import DomainError

_MUTANT_SECONDS: Final = 75
_STILL_SECONDS: Final = 660  # longer than any request of a run rests between two tries
_SEE_OUT_SECONDS: Final = 1200  # and when everything moves in circles
_SLOW_MS: Final = 1200
_FROZEN_SECONDS: Final = 4.0
_AWAY_SECONDS: Final = 1.0
_ZERO: Final = (
    "lost",
    "sent_twice",
    "keys_changed",
    "double_fees",
    "early",
    "illegal_steps",
    "misrolled",
    "disagree",
    "unresolved",
    "unexplained",
)


def run(arena: Arena, orders: int, seed: int, *, mutant: str = "") -> dict[str, Any]:
    """One run from an empty database to a verdict. `ok` says that every invariant held and enough was broken.

    With a mutant the line's faults and the failpoints suffice, and the run ends when the gateway has seen harm.
    """
    _empty(arena)
    series = series_for(orders)
    latency = 300 if mutant else 0  # below the time-out, long enough for others to look before it arrives
    firsts = [first for first, _ in series]
    arena.gateway.script(**script(firsts, seed, slow_ms=_SLOW_MS, latency_ms=latency))
    started = time.monotonic()
    arena.start(mutant=mutant, failpoints=failpoints(seed))
    faults: Counter[str] = Counter()
    placing = threading.Thread(target=place_orders, args=(series, seed), daemon=True)
    placing.start()
    office = Office(series, seed)
    if not mutant:
        office.start()
        _strike(arena, strikes(orders, seed, WORKERS), faults, started, until=orders)
    placing.join()
    if not mutant:
        arena.calm()
    _see_out(arena, office, mutant, longest=_MUTANT_SECONDS if mutant else max(_SEE_OUT_SECONDS, orders))
    if not mutant:
        office.close()
    arena.stop()
    with unit_of_work() as session:
        found = judge(session, arena.gateway.books(), orders)
    faults.update(_line_faults(arena))
    faults.update(_failpoints_hit(arena))
    injected = sum(faults.values())
    ok = all(found[name] == 0 for name in _ZERO) and injected * 5 >= orders
    seconds = round(time.monotonic() - started, 1)
    return {
        "orders": orders,
        "seed": seed,
        "faults": dict(sorted(faults.items())),
        **found,
        "seconds": seconds,
        "ok": ok,
    }


def _empty(arena: Arena) -> None:
    arena.gateway.reset()
    arena.record.unlink(missing_ok=True)
    names = ", ".join(f'"{table.name}"' for table in tables.sorted_tables)
    with get_engine().begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


def _strike(arena: Arena, plan: list[Strike], faults: Counter[str], started: float, until: int) -> None:
    """Let the blows fall as requests are accepted; a run that stalls is struck all the same."""
    waiting = list(plan)
    stalled = time.monotonic()
    before = 0
    while waiting:
        arena.keep_alive()
        accepted = _accepted(arena)
        if accepted != before:
            before, stalled = accepted, time.monotonic()
        if accepted >= waiting[0].after_accepted or time.monotonic() - stalled > _STALL_SECONDS:
            strike = waiting.pop(0)
            if _BLOWS[strike.blow](arena, strike.worker):
                faults[strike.blow.value] += 1
            stalled = time.monotonic()
        if time.monotonic() - started > _LONGEST_SECONDS + until:
            return
        time.sleep(0.05)


_STALL_SECONDS: Final = 2.0
_LONGEST_SECONDS: Final = 120.0


def _see_out(arena: Arena, office: Office, mutant: str, *, longest: float) -> None:
    """Wait until all is done, as long as anything moves: a slow machine is no fault of the product's."""
    begun = moved = time.monotonic()
    steps = _steps()
    while not _ended(arena, office, mutant):
        arena.keep_alive()
        time.sleep(0.2)
        now, before, steps = time.monotonic(), steps, _steps()
        if steps != before:
            moved = now
        if now - moved > _STILL_SECONDS or now - begun > longest:
            return


def _ended(arena: Arena, office: Office, mutant: str) -> bool:
    if mutant:
        return _quiet() or _harmed(arena)
    return office.is_done() and _quiet() and _all_repaired()


def _harmed(arena: Arena) -> bool:
    counts = arena.gateway.counts()
    return bool(counts.get("duplicates_received") or counts.get("keys_changed"))


def _accepted(arena: Arena) -> int:
    try:
        return arena.gateway.counts().get("accepted", 0)
    except httpx.HTTPError:
        return 0


def _kill_worker(arena: Arena, worker: int) -> bool:
    arena.kill_worker(worker)
    return True


def _stop_worker(arena: Arena, worker: int) -> bool:
    arena.freeze_worker(worker, frozen=True)
    time.sleep(_FROZEN_SECONDS)
    arena.freeze_worker(worker, frozen=False)
    return True


def _kill_postgres(arena: Arena, _: int) -> bool:
    arena.postgres.kill()
    time.sleep(_AWAY_SECONDS)
    arena.postgres.revive()
    get_engine().dispose()
    return True


def _kill_redis(arena: Arena, _: int) -> bool:
    if not arena.has_redis:
        return False
    arena.kill_redis()
    time.sleep(_AWAY_SECONDS)
    arena.start_redis()
    return True


def _flush_redis(arena: Arena, _: int) -> bool:
    if not arena.has_redis:
        return False
    arena.flush_redis()
    return True


def _silence(arena: Arena, _: int) -> bool:
    arena.gateway.outage(on=True)
    time.sleep(_AWAY_SECONDS)
    arena.gateway.outage(on=False)
    return True


_BLOWS: Final[dict[Blow, Callable[[Arena, int], bool]]] = {
    Blow.KILL_WORKER: _kill_worker,
    Blow.STOP_WORKER: _stop_worker,
    Blow.KILL_POSTGRES: _kill_postgres,
    Blow.KILL_REDIS: _kill_redis,
    Blow.FLUSH_REDIS: _flush_redis,
    Blow.GATEWAY_SILENT: _silence,
}


def _quiet() -> bool:
    """Whether every request and wish has its answer or is parked, and every message is handled."""
    return _none(
        "SELECT (SELECT count(*) FROM porting_attempt WHERE state IN"
        " ('planned', 'sending', 'in_doubt', 'submitted'))"
        " + (SELECT count(*) FROM porting_wish WHERE state IN ('waiting', 'sent'))"
        " + (SELECT count(*) FROM gateway_message WHERE handled_at IS NULL)"
    )


def _all_repaired() -> bool:
    """Whether no refusal waits for the planner."""
    return _none("SELECT count(*) FROM repair_task WHERE closed_at IS NULL")


def _none(query: str) -> bool:
    return _count(query) == 0


def _steps() -> int | None:
    """How many steps the history has."""
    return _count("SELECT count(*) FROM state_history")


def _count(query: str) -> int | None:
    """None while the database does not answer."""
    try:
        with get_engine().connect() as connection:
            return int(connection.scalar(text(query)))
    except (SQLAlchemyError, DomainError):
        return None


def _line_faults(arena: Arena) -> dict[str, int]:
    counted: dict[str, int] = arena.gateway.books()["faults"]
    return counted


def _failpoints_hit(arena: Arena) -> Counter[str]:
    if not arena.record.exists():
        return Counter()
    lines = arena.record.read_text(encoding="utf-8").splitlines()
    return Counter(line.replace(" ", "_at_") for line in lines)
