"""Porting for partners (PA-01). Orders, which are asked for most, are looked for first: `entrypoints.web` has them."""

from infra.routing import Router
from portingsvc.api import (
    attempts,
    dates,
    families,
    numbers,
    porting_numbers,
    prices,
    quotes,
    requirements,
    wishes,
)

router = Router()
for part in (
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
