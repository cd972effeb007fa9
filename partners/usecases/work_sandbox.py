"""Do what is due in a sandbox, and move its clock from one due instant to the next (PA-03).

The tasks are those that live workers do; here one thread does them in turn until nothing rings any more. So what
falls due on the way happens in its order and at its own time, however far the clock is moved at once.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from infra import queues
from infra.celery_app import app, ring_now
from infra.clock import current, set_virtual
from infra.db import unit_of_work
from infra.sandboxes import LIVE, at, hearing, sandbox_of
from partners import repository
from partners.domain.errors import SANDBOX_BUSY, SANDBOX_CLOCK_INVALID, SANDBOX_MISSING
from portingsvc.queries import next_due

_log = logging.getLogger(__name__)
FARTHEST: Final = timedelta(days=31)
# What has no due instant of its own is looked at once a day.
_LONGEST_STEP: Final = timedelta(days=1)
_MOST_ROUNDS: Final = 100
_PAUSE_SECONDS: Final = 0.05
_MOST_CALLS: Final = 8
_SEATED: Final[set[UUID]] = set()
_COUNTING: Final = threading.Lock()

# What is done in a sandbox, in this order.
WORK: Final = (
    queues.RUN_IMPORTS,
    queues.DISPATCH,
    queues.RECONCILE,
    queues.COLLECT,
    queues.WATCH_DONORS,
    queues.WATCH_CASES,
    queues.RING_TIMERS,
    queues.WATCH_STANDINGS,
    queues.WATCH_PORT_TIMERS,
    queues.WATCH_OPERATOR_CHANGES,
    queues.RELAY,
    queues.SEND_WEBHOOKS,
)
# What is done at a step to which nothing is due: what goes by the day, and then whatever that rings for.
_BY_THE_DAY: Final = frozenset(
    {
        queues.WATCH_DONORS,
        queues.WATCH_CASES,
        queues.RING_TIMERS,
        queues.WATCH_STANDINGS,
        queues.WATCH_PORT_TIMERS,
        queues.WATCH_OPERATOR_CHANGES,
    }
)
# What is not, and why. A test holds both lists against all doorbells.
LEFT_OUT: Final = {
    queues.SEND_MAIL: "people's addresses are the partner's to invent: mails are written, never sent",
    queues.SEND_SMS: "as mails",
    queues.MAKE_BASES: "nothing in a sandbox is invoiced",
    queues.RECONCILE_STATEMENT: "scripted donors charge nobody",
    queues.TRACK_PARCELS: "no carrier is asked: a receipt is confirmed by who plays the customer",
    queues.LOOK_AT_PORTS: "it would ask real networks",
    queues.SEND_PORT_ORDERS: "it would order from real networks",
    queues.FOLLOW_PORT_ORDERS: "it would ask real networks",
    queues.FORGET_PEOPLE: "a reset forgets everybody",
    queues.FORGET: "a reset forgets everything",
    queues.WATCH_SANDBOXES: "it wakes the sandboxes themselves",
}


def advance_sandbox(partner_id: UUID, to: datetime, *, seconds: float) -> bool:
    """Send the clock to an instant and do all that falls due on the way; true when it has arrived.

    After `seconds` it is left to a worker, who goes on where this stopped. Raises `SANDBOX_CLOCK_INVALID`, and
    `SANDBOX_BUSY` when another call of this process moves the same clock, or too many move theirs.
    """
    with _seat(partner_id):
        _send_to(partner_id, to)
        return work_sandbox(partner_id, seconds=seconds)


@contextmanager
def _seat(partner_id: UUID) -> Iterator[None]:
    """Calls that wait for a clock hold a thread of the web server: they may never take what live needs."""
    with _COUNTING:
        if partner_id in _SEATED or len(_SEATED) >= _MOST_CALLS:
            raise SANDBOX_BUSY.error()
        _SEATED.add(partner_id)
    try:
        yield
    finally:
        with _COUNTING:
            _SEATED.discard(partner_id)


def _send_to(partner_id: UUID, to: datetime) -> None:
    with at(sandbox_of(partner_id)), unit_of_work() as session:
        now = current(session)
    if not now < to <= now + FARTHEST:
        raise SANDBOX_CLOCK_INVALID.error("to", now=now.isoformat(), most=FARTHEST.days)
    with at(LIVE), unit_of_work() as live:
        row = repository.sandbox(live, partner_id, lock=True)
        if row is None:
            raise SANDBOX_MISSING.error()
        row.advancing_to = max(to, row.advancing_to or to)


def work_sandbox(partner_id: UUID, *, seconds: float) -> bool:
    """Do what is due, wherever the clock is going, for at most about `seconds`; true when it is at rest.

    One at a time works a sandbox; whoever comes meanwhile waits for the other, as long as for work.
    """
    place, ends = sandbox_of(partner_id), time.monotonic() + seconds
    while True:
        with at(LIVE), unit_of_work() as live:
            if repository.take(live, place):
                return _work(partner_id, place, ends)
        if time.monotonic() > ends:
            return False
        time.sleep(_PAUSE_SECONDS)


def _work(partner_id: UUID, place: str, ends: float) -> bool:
    """Settle, step, settle … until the clock is where it was sent; false when time is up before.

    What was asked for before the clock was sent is done before it moves: others write meanwhile, and what they
    ring for is not heard here, so a new goal means to look at everything again.
    """
    with at(place):
        goal, wanted = _goal(partner_id), frozenset(WORK)
        while _settle(wanted, ends):
            if (asked := _goal(partner_id)) != goal:
                goal, wanted = asked, frozenset(WORK)
                continue
            following = _step(partner_id, goal) if goal else None
            if following is None:
                return True
            wanted = following
        ring_now([queues.RELAY])
        return False


def _goal(partner_id: UUID) -> datetime | None:
    with at(LIVE), unit_of_work() as live:
        row = repository.sandbox(live, partner_id)
        return row.advancing_to if row else None


def _settle(wanted: frozenset[str], ends: float) -> bool:
    """Do these tasks, then those that were rung for meanwhile, until none is. False when time is up before."""
    for _ in range(_MOST_ROUNDS):
        with hearing() as heard:
            for task in WORK:
                if task not in wanted:
                    continue
                if time.monotonic() > ends:
                    return False
                _do(task)
        wanted = frozenset(heard).intersection(WORK)
        if not wanted:
            return True
    _log.error("a sandbox does not come to rest", extra={"rung": sorted(wanted)})
    return True


def _do(task: str) -> None:
    try:
        app.tasks[task].run()
    except Exception:  # noqa: BLE001  (as for a worker: what broke one task must not stop the clock)
        _log.exception("a task broke in a sandbox", extra={"task": task})


def _step(partner_id: UUID, goal: datetime) -> frozenset[str] | None:
    """Move the clock to the next instant at which something is due, or by a day.

    Returns what is to be done there; none when the clock is where it was sent.
    """
    with unit_of_work() as session:
        now = current(session)
        if now < goal:
            due = [each for each in (next_due(session, now), repository.next_delivery(session, now)) if each]
            then = min(goal, now + _LONGEST_STEP, *due)
            set_virtual(session, then)
            return frozenset(WORK) if then in due else _BY_THE_DAY
    with at(LIVE), unit_of_work() as live:
        row = repository.sandbox(live, partner_id, lock=True)
        if row and row.advancing_to and row.advancing_to <= now:
            row.advancing_to = None
    return None
