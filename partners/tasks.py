"""The doorbell of webhooks. It lays up what is new, wakes the lanes, and is done: no worker waits for a receiver."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import Final

from infra.celery_app import app
from infra.clock import current
from infra.db import unit_of_work
from infra.queues import FORGET, SEND_WEBHOOKS
from kernel.errors import DomainError
from partners.gateways.sender import Sender
from partners.gateways.webhook_http import webhook_sender
from partners.usecases.forget import forget
from partners.usecases.queue_news import queue_news
from partners.usecases.send_webhooks import serve_one

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
    for lane in LANES:
        lane.wake(webhook_sender())


@app.task(name=FORGET)  # type: ignore[untyped-decorator]  # celery has no types
def forget_old() -> None:
    """Drop what has been kept long enough."""
    with unit_of_work() as session:
        forget(session, now=current(session), machine_now=datetime.now(UTC))
