"""What a planner does about rejections and orders."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request
from sqlmodel import Session
from starlette.responses import Response

from accounts.access import CSRF, PlannerDep, cause_of
from delivery.pages.answer import act
from infra.clock import NowDep
from infra.db import SessionDep
from kernel.errors import NOT_FOUND
from portingsvc.queries import RepairLine, order_line, repair_line
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order

router = APIRouter(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]


def _repair(session: Session, case_id: UUID, repair_id: UUID) -> RepairLine:
    line = repair_line(session, repair_id)
    if line is None or line.case_id != case_id:
        raise NOT_FOUND.error()
    return line


@router.post("/repairs/{repair_id}/contact")
def contact(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    repair_id: UUID,
    channel: Annotated[str, Form(pattern="^(phone|email|meeting)$")] = "phone",
    note: Words = "",
) -> Response:
    """Write down that the customer was contacted."""
    _repair(session, case_id, repair_id)
    cause = cause_of(actor, now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "numbers",
        lambda: record_contact(session, repair_id, channel=channel, note=note, cause=cause),
    )


@router.post("/repairs/{repair_id}/retry")
def retry(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    repair_id: UUID,
    owner_id: Words = "",
    owner_name: Words = "",
    why_now: Words = "",
    accept_fee: Annotated[int, Form()] = 0,
) -> Response:
    """Make the next attempt, with the fee accepted on the customer's behalf."""
    line = _repair(session, case_id, repair_id)
    cause = cause_of(actor, now)
    correction = Correction(owner_id=owner_id, owner_name=owner_name, why_now=why_now)
    return act(
        request,
        session,
        actor,
        now,
        case_id,
        "numbers",
        lambda: retry_order(session, line.order_id, correction, accepted_fee_ore=accept_fee, cause=cause),
    )


@router.post("/orders/{order_id}/cancel")
def cancel(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    case_id: UUID,
    order_id: UUID,
    reason: Words = "",
) -> Response:
    """Stop an order, or ask its donor to."""
    line = order_line(session, order_id)
    if line is None or line.case_id != case_id:
        raise NOT_FOUND.error()
    cause = cause_of(actor, now, reason)
    return act(
        request, session, actor, now, case_id, "numbers", lambda: cancel_order(session, order_id, cause)
    )
