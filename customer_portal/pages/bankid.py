"""Signing a mandate with BankID: a moving QR code, or the app on the same device. Works without JavaScript."""

from __future__ import annotations

import io
from datetime import datetime
from uuid import UUID

import segno
from fastapi import Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from customer_portal.pages.forms import see_other
from customer_portal.pages.mandates import mandate_of, mandate_page
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import render
from kernel.errors import NOT_FOUND, DomainError
from portingsvc.gateways.bankid import qr_text
from portingsvc.models import BankIdOrder
from portingsvc.queries import bankid_order
from portingsvc.usecases.sign_with_bankid import COMPLETE, follow_bankid, start_bankid

router = Router(prefix="/cases/{case_id}/mandates/{mandate_id}/bankid")
_LOOK_AGAIN_SECONDS = 2


@router.post("", dependencies=[CSRF])
def start(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID
) -> Response:
    """Begin to sign."""
    mandate_of(session, actor, now, case_id, mandate_id)
    if not may_sign(actor.roles):
        raise NOT_FOUND.error()
    address = request.client.host if request.client else "127.0.0.1"
    try:
        order = start_bankid(session, mandate_id, address=address, cause=cause_of(actor, now))
    except DomainError as refusal:
        return mandate_page(request, session, actor, now, case_id, mandate_id, refusal=refusal)
    return see_other(f"/cases/{case_id}/mandates/{mandate_id}/bankid/{order.order_ref}")


@router.get("/{order_ref}")
def follow(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    mandate_id: UUID,
    order_ref: str,
) -> Response:
    """The QR code, looked at again every other second until the bank has answered."""
    view, line = mandate_of(session, actor, now, case_id, mandate_id)
    try:
        order = follow_bankid(session, _own(session, actor, mandate_id, order_ref), cause_of(actor, now))
    except DomainError as refusal:
        return mandate_page(request, session, actor, now, case_id, mandate_id, refusal=refusal)
    if order.status == COMPLETE:
        return see_other(f"/cases/{case_id}/mandates/{mandate_id}")
    response = render(request, "portal/bankid.html", view=view, mandate=line, order=order)
    if order.ended_at is None:
        response.headers["Refresh"] = str(_LOOK_AGAIN_SECONDS)
    return response


@router.get("/{order_ref}/qr.svg")
def qr(
    session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, mandate_id: UUID, order_ref: str
) -> Response:
    """The code of this very second."""
    mandate_of(session, actor, now, case_id, mandate_id)
    _own(session, actor, mandate_id, order_ref)
    order = _order(session, order_ref)
    text = qr_text(order.qr_start_token, order.qr_start_secret, _seconds(order, now))
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="svg", scale=5, border=2)
    return Response(out.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


def _seconds(order: BankIdOrder, now: datetime) -> int:
    return max(0, int((now - order.started_at).total_seconds()))


def _order(session: Session, order_ref: str) -> BankIdOrder:
    found = bankid_order(session, order_ref)
    if found is None:
        raise NOT_FOUND.error()
    return found


def _own(session: Session, actor: Actor, mandate_id: UUID, order_ref: str) -> str:
    """The reference, when this person began it for this mandate; else there is nothing here."""
    order = _order(session, order_ref)
    if order.mandate_id != mandate_id or order.person_id != actor.person_id:
        raise NOT_FOUND.error()
    return order_ref
