"""Doorbells of deliveries."""

from __future__ import annotations

from datetime import UTC, datetime

from delivery.customer_data.usecases.run_imports import run_imports
from delivery.usecases.watch_cases import watch_cases
from delivery.workspace.usecases.watch_standings import watch_standings
from infra.celery_app import app, one_at_a_time
from infra.queues import RUN_IMPORTS, WATCH_CASES, WATCH_STANDINGS


@app.task(name=WATCH_CASES)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def watch() -> None:
    """Look after what nobody else wakes."""
    watch_cases()


@app.task(name=WATCH_STANDINGS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def stand() -> None:
    """Keep the planners' lists true where nobody looks."""
    watch_standings()


@app.task(name=RUN_IMPORTS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def import_lists() -> None:
    """Take in the large lists that wait."""
    run_imports(datetime.now(UTC))
