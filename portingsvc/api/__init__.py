"""Porting for partners (PA-01)."""

from fastapi import APIRouter

from portingsvc.api import attempts, dates, families, numbers, orders, prices, quotes, requirements, wishes

router = APIRouter()
for part in (orders, families, wishes, attempts, numbers, dates, prices, requirements, quotes):
    router.include_router(part.router)
