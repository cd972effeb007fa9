"""Doorbells of deliveries."""

from __future__ import annotations

from datetime import UTC, datetime

from delivery.customer_data.usecases.run_imports import run_imports
from delivery.personal_data.usecases.forget_people import forget_people
from delivery.usecases.watch_cases import watch_cases
from delivery.workspace.usecases.watch_standings import watch_standings
from infra.celery_app import app, one_at_a_time
from infra.clock import current
from infra.db import unit_of_work
from infra.queues import FORGET_PEOPLE, RUN_IMPORTS, WATCH_CASES, WATCH_STANDINGS


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


@app.task(name=FORGET_PEOPLE)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def forget() -> None:
    """Drop personal data whose time is over."""
    with unit_of_work() as session:
        forget_people(session, now=current(session), machine_now=datetime.now(UTC))
