"""Take numbers out of an order, so that one that cannot move does not hold the others (NP-06)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause, move
from kernel.numbers import format_national
from portingsvc import repository
from portingsvc.domain.errors import NOT_AT_DONOR, NUMBER_NOT_IN_ORDER
from portingsvc.domain.states import (
    ATTEMPT,
    NUMBER,
    AttemptEvent,
    AttemptState,
    NumberEvent,
    NumberState,
    OrderState,
)
from portingsvc.models import PortingOrder
from portingsvc.usecases.cancel_order import cancel_unsent, refuse_on_its_way
from portingsvc.usecases.roll_up import roll_up

_OPEN = (NumberState.PENDING, NumberState.REJECTED)
_CHANGEABLE = (
    OrderState.DRAFT,
    OrderState.READY,
    OrderState.ACTION_REQUIRED,
    OrderState.PARTIALLY_PORTED,
)


def exclude_numbers(session: Session, order_id: UUID, numbers: Iterable[str], cause: Cause) -> PortingOrder:
    """Take numbers (E.164) out. What is left goes on; an order that has nothing left is cancelled.

    Raises `NUMBER_NOT_IN_ORDER` for one that is not there or that the donor has confirmed, `NOT_AT_DONOR`
    while the donor has the request and has not answered, `REASON_REQUIRED` comes from the page.
    """
    order = repository.lock_order(session, order_id)
    refuse_on_its_way(session, order)
    attempt = repository.open_attempt(session, order.id)
    sent = attempt is not None and (attempt.state is not AttemptState.PLANNED or attempt.payload is not None)
    if order.state not in _CHANGEABLE or sent:
        raise NOT_AT_DONOR.error(order=order.reference)
    by_number = {each.e164: each for each in repository.numbers_of(session, order.id)}
    wanted = list(numbers)
    for number in wanted:
        found = by_number.get(number)
        if found is None or found.state not in _OPEN:
            raise NUMBER_NOT_IN_ORDER.error("numbers", number=format_national(number), order=order.reference)
    if all(each.state not in _OPEN or each.e164 in wanted for each in by_number.values()) and all(
        each.state in (*_OPEN, NumberState.CANCELLED, NumberState.EXCLUDED) for each in by_number.values()
    ):
        cancel_unsent(session, order, cause)
        return order
    for number in wanted:
        move(session, by_number[number], NUMBER, NumberEvent.EXCLUDE, cause)
    _close_if_repaired(session, order, cause)
    return order


def _close_if_repaired(session: Session, order: PortingOrder, cause: Cause) -> None:
    if order.state is OrderState.DRAFT:
        return
    if any(each.state in _OPEN for each in repository.numbers_of(session, order.id)):
        return
    repair = repository.open_repair(session, order.id)
    if repair is not None:
        repair.closed_at = cause.now
    planned = repository.open_attempt(session, order.id)
    if planned is not None and planned.state is AttemptState.PLANNED:
        move(session, planned, ATTEMPT, AttemptEvent.CANCEL, cause)
    roll_up(session, order, cause.as_role("system"))
