"""The doorbells of webhooks and of sandboxes.

Both wake threads of their own and are done: no worker waits for a receiver, nor for a sandbox.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta
from typing import Final

from infra.celery_app import app
from infra.clock import current
from infra.db import unit_of_work
from infra.queues import FORGET, SEND_WEBHOOKS, WATCH_SANDBOXES, WORK_SANDBOX
from infra.sandboxes import LIVE, here, partner_of, sandbox_of
from kernel.errors import DomainError
from partners import repository
from partners.gateways.sender import Sender
from partners.gateways.webhook_http import webhook_sender
from partners.usecases.forget import forget
from partners.usecases.queue_news import queue_news
from partners.usecases.send_webhooks import serve_one
from partners.usecases.work_sandbox import work_sandbox

_log = logging.getLogger(__name__)


class Lane:
    """Threads that send, as many as there is work for, up to a limit. Each ends when nothing is due.

    Receivers that failed or dawdled have a lane to themselves, so the others never wait for them.
    """

    def __init__(self, *, slow: bool, most: int) -> None:
        self._slow, self._most = slow, most
        self._running = 0
        self._lock = threading.Lock()

    @property
    def running(self) -> int:
        """How many threads are at work."""
        return self._running

    def wake(self, sender: Sender) -> None:
        """Start one more thread, unless enough are running; each that finds work wakes the next."""
        with self._lock:
            if self._running >= self._most:
                return
            self._running += 1
        threading.Thread(
            target=self._work,
            args=(sender,),
            name=f"webhooks-{'slow' if self._slow else 'fast'}",
            daemon=True,
        ).start()

    def _work(self, sender: Sender) -> None:
        try:
            while serve_one(sender, slow=self._slow, taken=lambda: self.wake(sender)):
                pass
        except DomainError as away:
            _log.warning("webhooks wait, the database does not answer", extra={"code": away.code})
        except Exception:  # noqa: BLE001  (a thread of ours has nobody above it to tell)
            _log.exception("sending webhooks broke off; the lease runs out and another goes on")
        finally:
            with self._lock:
                self._running -= 1


# Waiting for a receiver costs a thread and nothing else: no transaction, no connection of the database.
LANES: Final = (Lane(slow=False, most=32), Lane(slow=True, most=16))


@app.task(name=SEND_WEBHOOKS)  # type: ignore[untyped-decorator]  # celery has no types
def send_webhooks() -> None:
    """Lay up what is new in the feeds and have it sent."""
    with unit_of_work() as session:
        now = current(session)
    queue_news(now)
    if here() != LIVE:  # whoever works a sandbox sends for it, so that its clock waits for what is due
        while any(serve_one(webhook_sender(), slow=slow) for slow in (False, True)):
            pass
        return
    for lane in LANES:
        lane.wake(webhook_sender())


class Hands:
    """Threads that work sandboxes, a few at a time; each goes on while a sandbox has rung.

    A sandbox that rings while it is worked is worked once more: nothing is overheard.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._rung: dict[str, None] = {}
        self._at_work: set[str] = set()
        self._running = 0
        self._lock = threading.Lock()

    @property
    def running(self) -> int:
        """How many threads are at work."""
        return self._running

    def give(self, place: str) -> None:
        """Note that a sandbox has work, and see that somebody does it."""
        with self._lock:
            self._rung[place] = None
            if self._running >= self._most:
                return
            self._running += 1
        threading.Thread(target=self._work, name="sandboxes", daemon=True).start()

    def _work(self) -> None:
        while (place := self._next()) is not None:
            try:
                work_sandbox(partner_of(place), seconds=SANDBOX_SECONDS)
            except Exception:  # noqa: BLE001  (the others must not wait for one that broke)
                _log.exception("a sandbox could not be worked", extra={"sandbox": place})
            finally:
                with self._lock:
                    self._at_work.discard(place)

    def _next(self) -> str | None:
        with self._lock:
            place = next((each for each in self._rung if each not in self._at_work), None)
            if place is None:
                self._running -= 1
                return None
            del self._rung[place]
            self._at_work.add(place)
            return place


SANDBOX_SECONDS: Final = 20.0
_IN_USE: Final = timedelta(minutes=30)
HANDS: Final = Hands(most=4)


@app.task(name=WORK_SANDBOX)  # type: ignore[untyped-decorator]  # celery has no types
def work_one_sandbox(place: str) -> None:
    """A sandbox has rung."""
    HANDS.give(place)


@app.task(name=WATCH_SANDBOXES)  # type: ignore[untyped-decorator]  # celery has no types
def watch_sandboxes() -> None:
    """Look after the sandboxes in use: a ring may have been lost, a clock left on its way."""
    with unit_of_work() as session:
        partners = repository.in_use(session, datetime.now(UTC) - _IN_USE)
    for each in partners:
        HANDS.give(sandbox_of(each))


@app.task(name=FORGET)  # type: ignore[untyped-decorator]  # celery has no types
def forget_old() -> None:
    """Drop what has been kept long enough."""
    with unit_of_work() as session:
        forget(session, now=current(session), machine_now=datetime.now(UTC))
