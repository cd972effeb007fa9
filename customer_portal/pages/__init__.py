"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import answers, case, columns, data, imports, mandates, repairs, start

router = APIRouter(include_in_schema=False)
for part in (case, data, imports, columns, start, answers, mandates, repairs):
    router.include_router(part.router)
