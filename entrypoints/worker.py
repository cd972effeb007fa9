"""The worker: it does the tasks of `entrypoints.work` when their bells ring."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from celery.beat import EmbeddedService
from celery.worker import WorkController
from celery.worker import state as worker_state

import entrypoints.work  # noqa: F401  (every task is known before the worker starts)
from entrypoints.beat import Bells
from infra.celery_app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

_log = logging.getLogger(__name__)
RESTART_PAUSE_SECONDS: Final = 1.0


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
    beat: Any = EmbeddedService(app, thread=True, scheduler_cls=Bells, max_interval=1)
    thread = threading.Thread(target=worker.start, name="celery-worker", daemon=True)
    thread.start()
    beat.start()
    try:
        yield
    finally:
        beat.stop()
        worker.stop(in_sighandler=False)
        thread.join(timeout=10)
