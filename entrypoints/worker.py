"""The worker: every task of the product, and the relay that hands news to those above."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from celery.beat import EmbeddedService, Scheduler
from celery.worker import WorkController
from celery.worker import state as worker_state

import delivery.attribution.handlers
import delivery.handlers
import delivery.people.tasks
import delivery.sim_dispatch.tasks
import delivery.tasks
import infra.mail_tasks
import infra.sms_tasks
import invoicing.handlers
import invoicing.tasks
import openfibre.operator_change.tasks
import openfibre.port_unblocking.tasks
import partners.tasks
import portingsvc.tasks
from infra.celery_app import app, one_at_a_time, ring_now
from infra.outbox import Handler, relay
from infra.queues import RELAY, SEND_WEBHOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)
RESTART_PAUSE_SECONDS: Final = 1.0
TASK_MODULES: Final = (
    delivery.tasks,
    delivery.people.tasks,
    delivery.sim_dispatch.tasks,
    infra.mail_tasks,
    infra.sms_tasks,
    invoicing.tasks,
    openfibre.operator_change.tasks,
    openfibre.port_unblocking.tasks,
    partners.tasks,
    portingsvc.tasks,
)
HANDLER_TABLES: Final = (
    delivery.handlers.HANDLERS,
    delivery.attribution.handlers.HANDLERS,
    invoicing.handlers.HANDLERS,
)


def merged_handlers() -> dict[str, tuple[Handler, ...]]:
    """Every context's handlers by event kind."""
    merged: dict[str, tuple[Handler, ...]] = {}
    for kind, handlers in chain.from_iterable(table.items() for table in HANDLER_TABLES):
        merged[kind] = (*merged.get(kind, ()), *handlers)
    return merged


@app.task(name=RELAY)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def relay_events() -> None:
    """Place waiting events in their streams and let the contexts react."""
    if relay(merged_handlers(), datetime.now(UTC)):
        ring_now([SEND_WEBHOOKS])


class _Ringer(Scheduler):  # type: ignore[misc]  # celery has no types
    """A beat that keeps nothing on disk: schedules are rows with due times, the beat only rings."""

    max_interval = 1


def run_worker(concurrency: int, queues: str) -> None:
    """Run a worker until it is asked to stop. One that ends of itself is begun anew in the same process id.

    Celery ends a worker, with exit code 0, on errors it did not foresee, most of them at the loss of the broker.
    """
    chosen = ["-Q", queues] if queues else []
    quiet = ["--loglevel", "WARNING", "--without-gossip", "--without-mingle"]
    app.worker_main(["worker", "--pool", "threads", "--concurrency", str(concurrency), *quiet, *chosen])
    if worker_state.should_stop is None and worker_state.should_terminate is None:
        _log.error("worker ended unasked, beginning anew")
        time.sleep(RESTART_PAUSE_SECONDS)
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606  (our own command line, no shell)


@contextmanager
def embedded_workers(threads: int = 4) -> Iterator[None]:
    """Run a Celery worker and a beat as threads of this process, on the in-memory transport."""
    worker: Any = WorkController(app=app, pool="threads", concurrency=threads, quiet=True, loglevel="WARNING")
    beat: Any = EmbeddedService(app, thread=True, scheduler_cls=_Ringer, max_interval=1)
    thread = threading.Thread(target=worker.start, name="celery-worker", daemon=True)
    thread.start()
    beat.start()
    try:
        yield
    finally:
        beat.stop()
        worker.stop(in_sighandler=False)
        thread.join(timeout=10)
