"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import (
    answers,
    bankid,
    case,
    changes,
    columns,
    data,
    documentation,
    ending,
    files,
    imports,
    live,
    mandates,
    notices,
    repairs,
    start,
)

PARTS = (
    case,
    documentation,
    data,
    imports,
    columns,
    start,
    ending,
    changes,
    live,
    answers,
    mandates,
    bankid,
    repairs,
    notices,
    files,
)

router = APIRouter(include_in_schema=False)
for part in PARTS:
    router.include_router(part.router)
