"""The doorbell of SIM dispatch."""

from __future__ import annotations

from delivery.sim_dispatch.gateways.carrier_http import carrier
from delivery.sim_dispatch.usecases.track_parcels import track_parcels
from infra.celery_app import app
from infra.queues import TRACK_PARCELS


@app.task(name=TRACK_PARCELS)  # type: ignore[untyped-decorator]  # celery has no types
def track() -> None:
    """Ask the carrier about parcels that are due; without a carrier they are followed by hand."""
    named = carrier()
    if named is not None:
        track_parcels(named)
