"""A worker of a chaos run: the product's own Celery worker, or its tasks in a loop where there is no Redis."""

from __future__ import annotations

import contextlib
import logging
import os
import time

from entrypoints.chaos.mutants import MUTANTS
from infra.failpoints import VARIABLE


def work(mutant: str, failpoints: str, *, by_celery: bool) -> None:
    """Work until killed; with a mutant, the bug is planted first."""
    _be_quiet()
    os.environ[VARIABLE] = failpoints
    if mutant:
        MUTANTS[mutant]()
    if by_celery:
        from entrypoints.worker import run_worker  # noqa: PLC0415

        run_worker(4, "porting")
    while True:
        _round()
        time.sleep(0.1)


def _round() -> None:
    from portingsvc import tasks  # noqa: PLC0415

    for task in (tasks.dispatch, tasks.reconcile, tasks.collect):
        with contextlib.suppress(Exception):  # the database is away: the next round asks again
            task()


def ring_bells() -> None:
    """The beat of a chaos run."""
    _be_quiet()
    from entrypoints.beat import BELLS  # noqa: PLC0415
    from infra.celery_app import app  # noqa: PLC0415

    app.start(["beat", "--scheduler", BELLS, "--loglevel", "ERROR", "--pidfile="])


def _be_quiet() -> None:
    logging.disable(logging.ERROR)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
