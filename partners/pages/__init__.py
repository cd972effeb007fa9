"""The pages of a partner's developers: keys, webhooks, calls, sandbox, and where to begin."""

from infra.routing import Router
from partners.pages import calls, contact_ways, keys, sandbox, start, webhooks

router = Router(include_in_schema=False)
for part in (start, keys, webhooks, contact_ways, calls, sandbox):
    router.include_router(part.router, prefix="/partner")
