"""What a planner does about rejections and orders."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.pages.desk import NUMBERS, Desk, DeskDep, stockholm_time
from infra.routing import Router
from kernel.errors import NOT_FOUND
from portingsvc.queries import RepairLine, order_line, repair_line
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.contest_rejection import contest_rejection
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]


def _repair(desk: Desk, repair_id: UUID) -> RepairLine:
    line = repair_line(desk.session, repair_id)
    if line is None or line.case_id != desk.case_id:
        raise NOT_FOUND.error()
    return line


@router.post("/repairs/{repair_id}/contact")
def contact(
    desk: DeskDep,
    repair_id: UUID,
    channel: Annotated[str, Form(pattern="^(phone|email|meeting)$")] = "phone",
    note: Words = "",
) -> Response:
    """Write down that the customer was contacted."""
    line = _repair(desk, repair_id)
    return desk.act(
        NUMBERS,
        lambda cause: record_contact(desk.session, line.id, channel=channel, note=note, cause=cause),
    )


@router.post("/repairs/{repair_id}/retry")
def retry(
    desk: DeskDep,
    repair_id: UUID,
    owner_id: Words = "",
    owner_name: Words = "",
    donor: Words = "",
    port_at: Words = "",
    why_now: Words = "",
    accept_fee: Annotated[int, Form()] = 0,
) -> Response:
    """Make the next attempt, with the fee accepted on the customer's behalf."""
    line = _repair(desk, repair_id)
    correction = Correction(
        owner_id=owner_id,
        owner_name=owner_name,
        donor=donor,
        port_at=stockholm_time(port_at, "port_at") if port_at else None,
        why_now=why_now,
    )
    return desk.act(
        NUMBERS,
        lambda cause: retry_order(
            desk.session, line.order_id, correction, accepted_fee_ore=accept_fee, cause=cause
        ),
    )


@router.post("/repairs/{repair_id}/contest")
def contest(desk: DeskDep, repair_id: UUID, grounds: Words = "") -> Response:
    """Take it up with the donor: no lawful obstacle."""
    line = _repair(desk, repair_id)
    return desk.act(
        NUMBERS, lambda cause: contest_rejection(desk.session, line.id, grounds=grounds, cause=cause)
    )


@router.post("/orders/{order_id}/cancel")
def cancel(desk: DeskDep, order_id: UUID, reason: Words = "") -> Response:
    """Stop an order, or ask its donor to."""
    line = order_line(desk.session, order_id)
    if line is None or line.case_id != desk.case_id:
        raise NOT_FOUND.error()
    return desk.act(NUMBERS, lambda cause: cancel_order(desk.session, line.id, cause), reason)
