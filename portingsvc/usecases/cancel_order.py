"""Stop an order: at once while nothing lies at the donor, else as a wish that the donor may refuse (NP-07)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.formats import in_both, moment
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import REQUEST_ON_ITS_WAY, TOO_LATE_TO_STOP
from portingsvc.domain.states import (
    ATTEMPT,
    LIVE_NUMBER_STATES,
    NUMBER,
    ORDER,
    AttemptEvent,
    AttemptState,
    NumberEvent,
    NumberState,
    OrderEvent,
    OrderState,
)
from portingsvc.models import PortingAttempt, PortingOrder, WishKind
from portingsvc.usecases.make_wish import held_attempts, make_wishes
from portingsvc.usecases.roll_up import roll_up

AT_DONOR = (OrderState.SUBMITTED, OrderState.DATE_CONFIRMED)
_OPEN_NUMBERS = (NumberState.PENDING, NumberState.REJECTED)


def cancel_order(session: Session, order_id: UUID, cause: Cause) -> PortingOrder:
    """Cancel, or ask the donor to. Raises `TOO_LATE_TO_STOP` after the donor's stop deadline.

    Raises `REQUEST_ON_ITS_WAY` while a request is being sent or its fate is unknown: what may lie at a donor is
    never called cancelled.
    """
    order = repository.lock_order(session, order_id)
    refuse_on_its_way(session, order)
    if not held_attempts(session, order):
        cancel_unsent(session, order, cause)
        return order
    refuse_late(order, cause)
    make_wishes(session, order, WishKind.CANCEL, None, cause)
    move(session, order, ORDER, OrderEvent.REQUEST_CANCEL, cause)
    held = {each.id for each in held_attempts(session, order)}
    _drop_planned(session, order, cause)
    for number in repository.numbers_of(session, order.id):
        if number.state in _OPEN_NUMBERS and (
            number.attempt_id not in held or number.state is NumberState.REJECTED
        ):
            move(session, number, NUMBER, NumberEvent.CANCEL, cause)
    return order


def refuse_on_its_way(session: Session, order: PortingOrder) -> None:
    """Raises `REQUEST_ON_ITS_WAY` when the donor may have a request of which we do not know."""
    refuse_attempt_on_its_way(order, repository.open_attempt(session, order.id))


def refuse_attempt_on_its_way(order: PortingOrder, attempt: PortingAttempt | None) -> None:
    """The same, of an open attempt that is held already."""
    if attempt is not None and (
        attempt.state in (AttemptState.SENDING, AttemptState.IN_DOUBT)
        or (attempt.state is AttemptState.PARKED and attempt.was_in_doubt)
    ):
        raise REQUEST_ON_ITS_WAY.error(order=order.reference)


def refuse_late(order: PortingOrder, cause: Cause) -> None:
    """Raises `TOO_LATE_TO_STOP` when the donor carries a booked port out whatever we say."""
    deadline = schedule.stop_deadline(donor(order.donor), order.port_at)
    if order.state is not OrderState.SUBMITTED and cause.now > deadline:
        raise TOO_LATE_TO_STOP.error(deadline=in_both(moment, deadline))


def cancel_unsent(session: Session, order: PortingOrder, cause: Cause) -> None:
    """Cancel what the donor does not have. Raises `REQUEST_ON_ITS_WAY`; illegal for an order at its donor (409)."""
    refuse_on_its_way(session, order)
    numbers = repository.numbers_of(session, order.id)
    if all(each.state not in _DONE for each in numbers):
        move(session, order, ORDER, OrderEvent.CANCEL, cause)
    _drop_planned(session, order, cause)
    for number in numbers:
        if number.state in LIVE_NUMBER_STATES:
            move(session, number, NUMBER, NumberEvent.CANCEL, cause)
    if order.state is not OrderState.CANCELLED:
        roll_up(session, order, cause.as_role("system"))
    repair = repository.open_repair(session, order.id)
    if repair is not None:
        repair.closed_at = cause.now


def _drop_planned(session: Session, order: PortingOrder, cause: Cause) -> None:
    planned = repository.open_attempt(session, order.id)
    if planned is not None and planned.state in (AttemptState.PLANNED, AttemptState.PARKED):
        move(session, planned, ATTEMPT, AttemptEvent.CANCEL, cause)


_DONE = (NumberState.PORTED, NumberState.PORTED_BACK, NumberState.RETURNED)
