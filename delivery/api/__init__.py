"""Deliveries for partners (PA-01)."""

from fastapi import APIRouter

from delivery.api import (
    cases,
    comments,
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

router = APIRouter()
for part in (
    cases,
    comments,
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
