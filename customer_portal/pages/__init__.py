"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import answers, bankid, case, data, mandates, repairs

router = APIRouter(include_in_schema=False)
for part in (case, data, answers, mandates, bankid, repairs):
    router.include_router(part.router)
