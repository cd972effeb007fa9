"""Stop an order: at once while nothing lies at the donor, else as a wish that the donor may refuse (NP-07)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.formats import in_both, moment
from infra.transitions import Cause, move
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import TOO_LATE_TO_STOP
from portingsvc.domain.states import (
    ATTEMPT,
    LIVE_NUMBER_STATES,
    NUMBER,
    ORDER,
    AttemptEvent,
    AttemptState,
    NumberEvent,
    OrderEvent,
    OrderState,
)
from portingsvc.models import PortingOrder, WishKind
from portingsvc.usecases.make_wish import make_wish

AT_DONOR = (OrderState.SUBMITTED, OrderState.DATE_CONFIRMED)


def cancel_order(session: Session, order_id: UUID, cause: Cause) -> PortingOrder:
    """Cancel, or ask the donor to. Raises `TOO_LATE_TO_STOP` after the donor's stop deadline."""
    order = repository.lock_order(session, order_id)
    if order.state not in AT_DONOR:
        cancel_unsent(session, order, cause)
        return order
    refuse_late(order, cause)
    move(session, order, ORDER, OrderEvent.REQUEST_CANCEL, cause)
    make_wish(session, order, WishKind.CANCEL, None, cause)
    return order


def refuse_late(order: PortingOrder, cause: Cause) -> None:
    """Raises `TOO_LATE_TO_STOP` when the donor carries a booked port out whatever we say."""
    deadline = schedule.stop_deadline(donor(order.donor), order.port_at)
    if order.state is OrderState.DATE_CONFIRMED and cause.now > deadline:
        raise TOO_LATE_TO_STOP.error(deadline=in_both(moment, deadline))


def cancel_unsent(session: Session, order: PortingOrder, cause: Cause) -> None:
    """Cancel what the donor does not have. Illegal for an order that is on its way (409)."""
    move(session, order, ORDER, OrderEvent.CANCEL, cause)
    planned = repository.open_attempt(session, order.id)
    if planned is not None and planned.state in (AttemptState.PLANNED, AttemptState.PARKED):
        move(session, planned, ATTEMPT, AttemptEvent.CANCEL, cause)
    for number in repository.numbers_of(session, order.id):
        if number.state in LIVE_NUMBER_STATES:
            move(session, number, NUMBER, NumberEvent.CANCEL, cause)
    repair = repository.open_repair(session, order.id)
    if repair is not None:
        repair.closed_at = cause.now
