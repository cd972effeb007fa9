"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import (
    answers,
    bankid,
    case,
    changes,
    columns,
    data,
    ending,
    imports,
    live,
    mandates,
    notices,
    repairs,
    start,
)

router = APIRouter(include_in_schema=False)
for part in (
    case,
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
):
    router.include_router(part.router)
