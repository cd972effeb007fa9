"""Porting for partners (PA-01)."""

from fastapi import APIRouter

from portingsvc.api import (
    attempts,
    dates,
    families,
    numbers,
    orders,
    porting_numbers,
    prices,
    quotes,
    requirements,
    wishes,
)

router = APIRouter()
for part in (
    orders,
    families,
    wishes,
    attempts,
    porting_numbers,
    numbers,
    dates,
    prices,
    requirements,
    quotes,
):
    router.include_router(part.router)
