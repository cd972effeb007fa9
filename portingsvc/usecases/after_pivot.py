"""What is left after the port hour: reactivation, a port back, the return of a number (NP-07, NP-12)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from kernel.numbers import format_national
from portingsvc import repository
from portingsvc.domain.errors import NUMBER_NOT_IN_ORDER
from portingsvc.domain.states import NUMBER, NumberEvent, NumberState
from portingsvc.models import EscalationKind, PortingNumber, PortingOrder
from portingsvc.usecases.escalate import settle_escalations
from portingsvc.usecases.roll_up import roll_up


def reactivate(session: Session, order_id: UUID, cause: Cause) -> PortingOrder:
    """The donor has the failed numbers in service again; they may be repaired and asked for anew."""
    order = repository.lock_order(session, order_id)
    _refuse_silent(cause)
    for number in repository.numbers_of(session, order.id):
        if number.state is NumberState.FAILED:
            move(session, number, NUMBER, NumberEvent.REACTIVATE, cause)
    settle_escalations(session, order, cause, EscalationKind.REACTIVATION)
    return order


def port_back(session: Session, order_id: UUID, numbers: Iterable[str], cause: Cause) -> PortingOrder:
    """Ported numbers have been moved back to their donor, agreed desk to desk. Raises `NUMBER_NOT_IN_ORDER`."""
    return _after(session, order_id, numbers, NumberEvent.PORT_BACK, cause)


def return_numbers(session: Session, order_id: UUID, numbers: Iterable[str], cause: Cause) -> PortingOrder:
    """Ported numbers have left service and go back to their block holder. Raises `NUMBER_NOT_IN_ORDER`."""
    return _after(session, order_id, numbers, NumberEvent.RETURN, cause)


def _after(
    session: Session, order_id: UUID, numbers: Iterable[str], event: NumberEvent, cause: Cause
) -> PortingOrder:
    _refuse_silent(cause)
    order = repository.lock_order(session, order_id)
    by_number = {each.e164: each for each in repository.numbers_of(session, order.id)}
    for number in numbers:
        move(session, _ported(by_number, number, order), NUMBER, event, cause)
    roll_up(session, order, cause.as_role("system"))
    return order


def _ported(by_number: dict[str, PortingNumber], number: str, order: PortingOrder) -> PortingNumber:
    found = by_number.get(number)
    if found is None or found.state is not NumberState.PORTED:
        raise NUMBER_NOT_IN_ORDER.error("numbers", number=format_national(number), order=order.reference)
    return found


def _refuse_silent(cause: Cause) -> None:
    """What is done after the pivot is agreed with somebody; who and how is written down."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
