"""The planner's pages of invoicing."""

from fastapi import APIRouter

from invoicing.pages import account, downloads, overview

router = APIRouter(include_in_schema=False)
for part in (overview, downloads, account):
    router.include_router(part.router, prefix="/planner/invoicing")
