"""The fullmakt: read, signed, shown, taken back (CU-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from customer_portal.pages.forms import refused, see_other
from delivery import queries
from delivery.queries.views import CustomerView
from infra.clock import NowDep
from infra.db import SessionDep
from infra.files import load_file
from infra.templating import render
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.queries import MandateLine, mandate_line
from portingsvc.usecases.mandates import VALIDITY, Signature, revoke_mandate, sign_mandate

router = APIRouter(prefix="/cases/{case_id}/mandates/{mandate_id}")


def _mandate(
    session: Session, actor: Actor, now: datetime, case_id: UUID, mandate_id: UUID
) -> tuple[CustomerView, MandateLine]:
    view = queries.customer_view(session, actor, case_id, now=now)
    line = mandate_line(session, mandate_id)
    if line is None or line.case_id != case_id:
        raise NOT_FOUND.error()
    return view, line


@router.get("")
def read(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID
) -> Response:
    """What is asked for, for which numbers, how long."""
    view, line = _mandate(session, actor, now, case_id, mandate_id)
    return render(
        request,
        "portal/mandate.html",
        view=view,
        mandate=line,
        until=line.valid_until or now + VALIDITY,
        signs=may_sign(actor.roles),
        errors=[],
    )


@router.post("/sign", dependencies=[CSRF])
def sign(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    mandate_id: UUID,
    name: Annotated[str, Form(max_length=200)] = "",
    sure: Annotated[str, Form()] = "",
) -> Response:
    """Sign by typed name; when, who, how and from where is kept."""
    view, line = _mandate(session, actor, now, case_id, mandate_id)
    context = {"view": view, "mandate": line, "until": line.valid_until or now + VALIDITY, "typed_name": name}
    context["signs"] = may_sign(actor.roles)
    if not sure:
        errors = [("sure", "portal.sign_tick_missing")]
        return render(request, "portal/mandate.html", 422, errors=errors, **context)
    signature = Signature(
        name, request.client.host if request.client else "", request.headers.get("user-agent", "")
    )
    try:
        if not may_sign(actor.roles):
            raise NOT_FOUND.error()
        sign_mandate(session, mandate_id, signature, cause_of(actor, now))
    except DomainError as refusal:
        return refused(request, "portal/mandate.html", refusal, **context)
    return see_other(f"/cases/{case_id}")


@router.post("/revoke", dependencies=[CSRF])
def revoke(session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID) -> Response:
    """Take it back; what has not been sent is stopped."""
    _mandate(session, actor, now, case_id, mandate_id)
    revoke_mandate(session, mandate_id, cause_of(actor, now, "revoked by the customer"))
    return see_other(f"/cases/{case_id}")


@router.get("/document.pdf")
def document(
    session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID
) -> Response:
    """The signed mandate."""
    _, line = _mandate(session, actor, now, case_id, mandate_id)
    if line.document_id is None:
        raise NOT_FOUND.error()
    stored = load_file(session, line.document_id)
    headers = {"Content-Disposition": f'inline; filename="{stored.name}"'}
    return Response(stored.content, media_type=stored.media_type, headers=headers)
