"""The planner's pages of invoicing."""

from infra.routing import Router
from invoicing.pages import account, downloads, overview

router = Router(include_in_schema=False)
for part in (overview, downloads, account):
    router.include_router(part.router, prefix="/planner/invoicing")
