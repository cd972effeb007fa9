"""What partners' programs call: events, and who is told of them."""

from infra.routing import Router
from partners.api import deliveries, events, sandbox, sandbox_customer, stream, webhooks

router = Router(prefix="/api/v1")
for part in (events, stream, webhooks, deliveries, sandbox, sandbox_customer):
    router.include_router(part.router)
