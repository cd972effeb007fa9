"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import (
    answers,
    bankid,
    case,
    columns,
    data,
    files,
    imports,
    mandates,
    notices,
    repairs,
    start,
)

router = APIRouter(include_in_schema=False)
for part in (case, data, imports, columns, start, answers, mandates, bankid, repairs, notices, files):
    router.include_router(part.router)
