"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import answers, bankid, case, data, mandates, notices, repairs

router = APIRouter(include_in_schema=False)
for part in (case, data, answers, mandates, bankid, repairs, notices):
    router.include_router(part.router)
