"""Doorbells of deliveries."""

from __future__ import annotations

from delivery.usecases.watch_cases import watch_cases
from infra.celery_app import app, one_at_a_time
from infra.queues import WATCH_CASES


@app.task(name=WATCH_CASES)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def watch() -> None:
    """Look after what nobody else wakes."""
    watch_cases()
