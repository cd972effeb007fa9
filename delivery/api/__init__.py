"""Deliveries for partners (PA-01)."""

from fastapi import APIRouter

from delivery.api import cases, comments

router = APIRouter()
for part in (cases, comments):
    router.include_router(part.router)
