"""The customer's pages: one thing at a time."""

from customer_portal.pages import (
    answers,
    autosave,
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
    people,
    personal_data,
    questions,
    repair_links,
    repairs,
    start,
    summary,
)
from customer_portal.parts import WHOLE
from infra.routing import Router

router = Router(include_in_schema=False)
for part in (case, live, questions, autosave, summary, answers, notices, repair_links, personal_data):
    router.include_router(part.router)
for part in (
    people,
    documentation,
    data,
    imports,
    columns,
    start,
    ending,
    changes,
    mandates,
    bankid,
    repairs,
    files,
):
    router.include_router(part.router, dependencies=[WHOLE])
