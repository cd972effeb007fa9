"""Large lists on their way, for partners: how far one has come, and stopping it."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Request
from starlette.responses import Response

from accounts.access import answer_once, cause_of, needs
from accounts.domain.actor import Actor
from delivery.api.customer_data_shapes import DataImport, import_of
from delivery.customer_data.queries import import_line
from delivery.customer_data.usecases.begin_import import cancel_import
from infra.clock import NowDep
from infra.db import SessionDep
from infra.idempotency import IdempotencyKey
from infra.resources import TAGGED, Fields, resource
from infra.routing import Router

router = Router(
    prefix="/api/v1/delivery-cases/{case_id}/customer-data/imports/{import_id}", tags=["customer data"]
)
READ = Annotated[Actor, needs("customer-data:read")]
WRITE = Annotated[Actor, needs("customer-data:write")]


@router.get("", response_model=DataImport, responses=TAGGED, summary="How far an import has come")
def read(
    request: Request, session: SessionDep, actor: READ, case_id: UUID, import_id: UUID, fields: Fields = ""
) -> Response:
    """In rows, as the worker says. Ask again until it has ended."""
    line = import_line(session, actor, case_id, import_id)
    return resource(request, import_of(case_id, line, actor.language), fields)


@router.post("/cancellation", response_model=DataImport, summary="Stop an import")
def cancel(
    request: Request,
    session: SessionDep,
    actor: WRITE,
    now: NowDep,
    case_id: UUID,
    import_id: UUID,
    key: IdempotencyKey = None,
) -> Response:
    """Nothing of it is stored. Raises `IMPORT_OVER` once it has ended."""
    import_line(session, actor, case_id, import_id)

    def run() -> tuple[int, Any, dict[str, str]]:
        cancel_import(session, actor, case_id, import_id, cause=cause_of(actor, now))
        line = import_line(session, actor, case_id, import_id)
        return 200, import_of(case_id, line, actor.language), {}

    return answer_once(session, actor, request, None, key, run)
