"""What partners' programs call: events, and who is told of them."""

from fastapi import APIRouter

from partners.api import deliveries, events, sandbox, stream, webhooks

router = APIRouter(prefix="/api/v1")
for part in (events, stream, webhooks, deliveries, sandbox):
    router.include_router(part.router)
