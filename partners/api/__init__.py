"""What partners' programs call: events, and who is told of them."""

from fastapi import APIRouter

from partners.api import events, stream

router = APIRouter(prefix="/api/v1")
for part in (events, stream):
    router.include_router(part.router)
