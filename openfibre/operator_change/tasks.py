"""The doorbell of changes of operator."""

from __future__ import annotations

from infra.celery_app import app
from infra.queues import WATCH_OPERATOR_CHANGES
from openfibre.operator_change.usecases.watch_projects import watch_projects


@app.task(name=WATCH_OPERATOR_CHANGES)  # type: ignore[untyped-decorator]  # celery has no types
def watch() -> None:
    """Look after deadlines and days that end."""
    watch_projects()
