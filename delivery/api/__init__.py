"""Deliveries for partners (PA-01)."""

from fastapi import APIRouter

from delivery.api import cases, comments, contact_ways

router = APIRouter()
for part in (cases, comments, contact_ways):
    router.include_router(part.router)
