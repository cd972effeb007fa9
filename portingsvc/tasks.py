"""Doorbells of the porting service. Each wakes a scan; any number may ring at once."""

from __future__ import annotations

from infra.celery_app import app, one_at_a_time
from infra.queues import COLLECT, DISPATCH, RECONCILE, RECONCILE_STATEMENT, WATCH_DONORS
from portingsvc.gateways.clearinghouse import GatewayUnavailable
from portingsvc.gateways.routing import gateways
from portingsvc.usecases import collect_messages, dispatch_due, reconcile_in_doubt, send_wishes
from portingsvc.usecases.reconcile_statement import reconcile_statement
from portingsvc.usecases.watch_donors import watch_donors


@app.task(name=DISPATCH)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def dispatch() -> None:
    """Send requests that are due, until none is left."""
    for gateway in gateways():
        while dispatch_due.dispatch_due(gateway):
            pass


@app.task(name=RECONCILE)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def reconcile() -> None:
    """Settle requests whose fate is unknown, and carry wishes to cancel or to move."""
    for gateway in gateways():
        reconcile_in_doubt.reconcile_in_doubt(gateway)
        send_wishes.send_wishes(gateway)


@app.task(name=COLLECT)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def collect() -> None:
    """Fetch and handle what donors say."""
    for gateway in gateways():
        collect_messages.collect_messages(gateway)


@app.task(name=WATCH_DONORS)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def watch() -> None:
    """See which donors are silent, and which mandates have run out."""
    watch_donors()


@app.task(name=RECONCILE_STATEMENT)  # type: ignore[untyped-decorator]  # celery has no types
@one_at_a_time
def statement() -> None:
    """Hold the gateways' statements against the ledger."""
    for gateway in gateways():
        try:
            reconcile_statement(gateway)
        except GatewayUnavailable:
            continue  # the next ring asks again
