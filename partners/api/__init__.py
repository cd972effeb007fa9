"""What partners' programs call: events, and who is told of them."""

from fastapi import APIRouter

from partners.api import events, stream, webhooks

router = APIRouter(prefix="/api/v1")
for part in (events, stream, webhooks):
    router.include_router(part.router)
