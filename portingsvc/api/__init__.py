"""Porting for partners (PA-01)."""

from fastapi import APIRouter

from portingsvc.api import dates, numbers, orders, prices, wishes

router = APIRouter()
for part in (numbers, dates, orders, wishes, prices):
    router.include_router(part.router)
