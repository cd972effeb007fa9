"""Doorbells of the porting service. Each wakes a scan; any number may ring at once."""

from __future__ import annotations

from infra.celery_app import app
from infra.queues import COLLECT, DISPATCH, RECONCILE
from portingsvc.gateways.clearinghouse_http import clearinghouse
from portingsvc.usecases import collect_messages, dispatch_due, reconcile_in_doubt, send_cancellations


@app.task(name=DISPATCH)  # type: ignore[untyped-decorator]  # celery has no types
def dispatch() -> None:
    """Send requests that are due, until none is left."""
    while dispatch_due.dispatch_due(clearinghouse()):
        pass


@app.task(name=RECONCILE)  # type: ignore[untyped-decorator]  # celery has no types
def reconcile() -> None:
    """Settle requests whose fate is unknown, and carry wishes to cancel."""
    reconcile_in_doubt.reconcile_in_doubt(clearinghouse())
    send_cancellations.send_cancellations(clearinghouse())


@app.task(name=COLLECT)  # type: ignore[untyped-decorator]  # celery has no types
def collect() -> None:
    """Fetch and handle what donors say."""
    collect_messages.collect_messages(clearinghouse())
