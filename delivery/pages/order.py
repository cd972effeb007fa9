"""One porting order whole: its numbers, attempts, money and wishes, and what a planner can do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from delivery.domain.errors import NUMBERS_UNREADABLE
from delivery.pages.desk import Desk, DeskDep, stockholm_time
from infra.routing import Router
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, DomainError
from kernel.numbers import check_number, expand
from portingsvc.queries import (
    OrderLine,
    dates_of_case,
    escalations_of_case,
    fees_of_case,
    order_line,
    order_whole,
)
from portingsvc.usecases.after_pivot import port_back, reactivate, return_numbers
from portingsvc.usecases.change_port_date import change_port_date
from portingsvc.usecases.enter_answer import enter_answer
from portingsvc.usecases.escalate import close_escalation
from portingsvc.usecases.exclude_numbers import exclude_numbers
from portingsvc.usecases.resume_attempt import resume_attempt
from portingsvc.usecases.waive_fee import waive_fee

router = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]
_AFTER = {"exclude": exclude_numbers, "port-back": port_back, "return": return_numbers}


def _own(desk: Desk, order_id: UUID) -> OrderLine:
    line = order_line(desk.session, order_id)
    if line is None or line.case_id != desk.case_id:
        raise NOT_FOUND.error()
    return line


def _page(desk: Desk, order_id: UUID, refusal: DomainError | None = None, status: int = 200) -> Response:
    whole = order_whole(desk.session, order_id)
    if whole is None or whole.line.case_id != desk.case_id:
        raise NOT_FOUND.error()
    reference = whole.line.reference
    return desk.show_below(
        "planner/order.html",
        refusal,
        status,
        order=whole.line,
        numbers=whole.numbers,
        fees=[f for f in fees_of_case(desk.session, desk.case_id) if f.order_reference == reference],
        wishes=whole.wishes,
        messages=whole.messages,
    )


def _act(desk: Desk, order_id: UUID, do: Callable[[Cause], Any], reason: str = "") -> Response:
    _own(desk, order_id)
    return desk.act(
        f"orders/{order_id}", do, reason, lambda refusal, status: _page(desk, order_id, refusal, status)
    )


@router.get("/orders/{order_id}")
def read(desk: DeskDep, order_id: UUID) -> Response:
    """All there is about an order."""
    return _page(desk, order_id)


@router.get("/dates")
def dates(desk: DeskDep, at: str = "") -> Response:
    """When what is left of the case can move, why not then, and how many repair rounds still fit."""
    wanted = stockholm_time(at, "at") if at else None
    told = dates_of_case(desk.session, desk.case_id, desk.now, wanted)
    return desk.show_below("planner/dates.html", dates=told, asked=at)


@router.post("/orders/{order_id}/move")
def move_(desk: DeskDep, order_id: UUID, at: Words = "", reason: Words = "") -> Response:
    """Move it, or ask its donor to."""
    return _act(
        desk,
        order_id,
        lambda cause: change_port_date(desk.session, order_id, stockholm_time(at, "at"), cause),
        reason,
    )


@router.post("/orders/{order_id}/numbers/{what}")
def numbers(desk: DeskDep, order_id: UUID, what: str, numbers: Words = "", reason: Words = "") -> Response:
    """Take numbers out before the port; afterwards note that they moved back or left service."""
    use_case = _AFTER.get(what)
    if use_case is None:
        raise NOT_FOUND.error()
    return _act(
        desk, order_id, lambda cause: use_case(desk.session, order_id, _numbers(numbers), cause), reason
    )


def _numbers(text: str) -> list[str]:
    """Numbers and series as people write them, one a line or with commas. Raises `NUMBERS_UNREADABLE`."""
    found = [(each, check_number(each)) for each in text.replace("\n", ",").split(",") if each.strip()]
    unread = [written.strip() for written, number in found if not number.ok]
    if unread or not found:
        raise NUMBERS_UNREADABLE.error("numbers", listed=", ".join(unread) or "–")
    return [number for _, each in found for number in expand(each.first or "", each.last or "")]


@router.post("/orders/{order_id}/reactivated")
def reactivated(desk: DeskDep, order_id: UUID, reason: Words = "") -> Response:
    """The donor has the failed numbers in service again."""
    return _act(desk, order_id, lambda cause: reactivate(desk.session, order_id, cause), reason)


@router.post("/orders/{order_id}/resume")
def resume(desk: DeskDep, order_id: UUID, reason: Words = "") -> Response:
    """Take a parked request up again; it is looked up before anything is sent."""
    return _act(desk, order_id, lambda cause: resume_attempt(desk.session, order_id, cause), reason)


@router.post("/orders/{order_id}/answer")
def answer(
    desk: DeskDep,
    order_id: UUID,
    codes: Words = "",
    at: Words = "",
    kind: Words = "answer",
    numbers: Words = "",
) -> Response:
    """Enter what a donor's desk said by mail or telephone, of all numbers or of those named."""
    return _act(
        desk,
        order_id,
        lambda cause: enter_answer(
            desk.session,
            order_id,
            kind=kind,
            codes=codes.replace(",", " ").split(),
            at=stockholm_time(at, "at") if at else None,
            only=_numbers(numbers) if numbers.strip() else (),
            cause=cause,
        ),
    )


@router.post("/orders/{order_id}/attempts/{attempt_id}/waive")
def waive(desk: DeskDep, order_id: UUID, attempt_id: UUID, reason: Words = "") -> Response:
    """Let the customer's fee for an attempt be."""
    if all(each.id != attempt_id for each in _own(desk, order_id).attempts):
        raise NOT_FOUND.error()
    return _act(desk, order_id, lambda cause: waive_fee(desk.session, attempt_id, cause=cause), reason)


@router.post("/escalations/{escalation_id}/close")
def close(desk: DeskDep, escalation_id: UUID, note: Words = "") -> Response:
    """Write down what came of it."""
    if all(each.id != escalation_id for each in escalations_of_case(desk.session, desk.case_id)):
        raise NOT_FOUND.error()
    return desk.act(
        "numbers", lambda cause: close_escalation(desk.session, escalation_id, note=note, cause=cause)
    )
