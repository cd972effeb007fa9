"""Porting for partners (PA-01)."""

from fastapi import APIRouter

from portingsvc.api import dates, families, numbers, orders, prices, wishes

router = APIRouter()
for part in (orders, families, wishes, numbers, dates, prices):
    router.include_router(part.router)
