"""Deliveries for partners (PA-01). Comments, which are busiest, are looked for first: `entrypoints.web` has them."""

from delivery.api import (
    cases,
    contact_ways,
    customer_data,
    customer_data_columns,
    customer_data_parts,
    documents,
    imports,
    mandates,
    parcels,
    sims,
)
from infra.routing import Router

router = Router()
for part in (
    cases,
    contact_ways,
    customer_data,
    customer_data_columns,
    customer_data_parts,
    documents,
    imports,
    mandates,
    parcels,
    sims,
):
    router.include_router(part.router)
