"""The fullmakt: read, signed, shown, taken back (CU-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Form, Request
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
from infra.routing import Router
from infra.templating import render
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.domain.states import MandateState
from portingsvc.gateways.bankid import signer
from portingsvc.queries import MandateLine, mandate_line, mandates_of_case
from portingsvc.usecases.mandates import VALIDITY, Signature, require_two, revoke_mandate, sign_mandate

router = Router(prefix="/cases/{case_id}/mandates/{mandate_id}")


def mandate_of(
    session: Session, actor: Actor, now: datetime, case_id: UUID, mandate_id: UUID
) -> tuple[CustomerView, MandateLine]:
    """The case and its mandate, when this person may see them. Raises `NOT_FOUND`."""
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
    return mandate_page(request, session, actor, now, case_id, mandate_id)


def mandate_page(
    request: Request,
    session: Session,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    mandate_id: UUID,
    *,
    refusal: DomainError | None = None,
    untold: str = "",
    typed_name: str = "",
) -> Response:
    """The page of a mandate, with a refusal at its field when there is one."""
    view, line = mandate_of(session, actor, now, case_id, mandate_id)
    context = {
        "view": view,
        "after": _just_signed(session, request, case_id),
        "mandate": line,
        "until": line.valid_until or now + VALIDITY,
        "signs": may_sign(actor.roles),
        "typed_name": typed_name,
        "has_bankid": signer() is not None,
    }
    if refusal is not None:
        return refused(request, "portal/mandate.html", refusal, **context)
    errors = [("sure", untold)] if untold else []
    return render(request, "portal/mandate.html", 422 if untold else 200, errors=errors, **context)


def _just_signed(session: Session, request: Request, case_id: UUID) -> str:
    """The operator whose mandate was signed a moment ago, as the address says; empty for none."""
    said = request.query_params.get("after", "")
    signed = (each for each in mandates_of_case(session, case_id) if str(each.id) == said) if said else ()
    return next((each.donor_name for each in signed if each.state is MandateState.SIGNED), "")


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
    mandate_of(session, actor, now, case_id, mandate_id)
    asked = (request, session, actor, now, case_id, mandate_id)
    if not sure:
        return mandate_page(*asked, untold="portal.sign_tick_missing", typed_name=name)
    if not may_sign(actor.roles):
        raise NOT_FOUND.error()
    address = request.client.host if request.client else ""
    try:
        signature = Signature(name, address, request.headers.get("user-agent", ""))
        sign_mandate(session, mandate_id, signature, cause_of(actor, now))
    except DomainError as refusal:
        return mandate_page(*asked, refusal=refusal, typed_name=name)
    return see_other(_next_to_sign(session, case_id, mandate_id))


def _next_to_sign(session: Session, case_id: UUID, signed: UUID) -> str:
    """The next mandate that nobody has signed, told which one just was; the list of tasks after the last."""
    left = (
        each.id
        for each in mandates_of_case(session, case_id)
        if each.state in (MandateState.SENT, MandateState.VIEWED) and not each.signatory_name
    )
    following = next(left, None)
    return f"/cases/{case_id}/mandates/{following}?after={signed}" if following else f"/cases/{case_id}"


@router.post("/two", dependencies=[CSRF])
def two(session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID) -> Response:
    """The company signs by two jointly."""
    mandate_of(session, actor, now, case_id, mandate_id)
    if not may_sign(actor.roles):
        raise NOT_FOUND.error()
    require_two(session, mandate_id, cause_of(actor, now))
    return see_other(f"/cases/{case_id}/mandates/{mandate_id}")


@router.post("/revoke", dependencies=[CSRF])
def revoke(session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID) -> Response:
    """Take it back; what has not been sent is stopped."""
    mandate_of(session, actor, now, case_id, mandate_id)
    if not may_sign(actor.roles):
        raise NOT_FOUND.error()
    revoke_mandate(session, mandate_id, cause_of(actor, now, "revoked by the customer"))
    return see_other(f"/cases/{case_id}")


@router.get("/document.pdf")
def document(
    session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID
) -> Response:
    """The signed mandate."""
    _, line = mandate_of(session, actor, now, case_id, mandate_id)
    if line.document_id is None:
        raise NOT_FOUND.error()
    stored = load_file(session, line.document_id)
    headers = {"Content-Disposition": f'inline; filename="{stored.name}"'}
    return Response(stored.content, media_type=stored.media_type, headers=headers)
