"""The customer's pages: one thing at a time."""

from fastapi import APIRouter

from customer_portal.pages import (
    answers,
    bankid,
    case,
    columns,
    data,
    imports,
    mandates,
    notices,
    questions,
    repairs,
    start,
    summary,
)

router = APIRouter(include_in_schema=False)
for part in (
    case,
    questions,
    summary,
    data,
    imports,
    columns,
    start,
    answers,
    mandates,
    bankid,
    repairs,
    notices,
):
    router.include_router(part.router)
