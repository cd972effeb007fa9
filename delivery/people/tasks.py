"""Doorbell of reminders."""

from __future__ import annotations

from delivery.people.usecases.ring_timers import ring_timers
from infra.celery_app import app, one_at_a_time
from infra.queues import RING_TIMERS


@app.task(name=RING_TIMERS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def ring() -> None:
    """Remind and escalate."""
    ring_timers()
