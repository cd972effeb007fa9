"""Move one order to another time: at once while unsent, else as a wish that the donor may refuse (NP-07)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.domain import schedule, waves
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import NOT_AT_DONOR, PORT_TIME_TOO_NEAR
from portingsvc.domain.states import OrderState
from portingsvc.models import PortingOrder, PortingWish, WishKind
from portingsvc.usecases.cancel_order import AT_DONOR, refuse_late
from portingsvc.usecases.make_wish import make_wishes
from portingsvc.usecases.move_unsent import move_unsent
from portingsvc.usecases.plan_orders import refuse_early

UNSENT = (OrderState.DRAFT, OrderState.READY)
MOVABLE = (*UNSENT, *AT_DONOR)


def change_port_date(
    session: Session, order_id: UUID, port_at: datetime, cause: Cause, *, with_siblings: bool = False
) -> PortingWish | None:
    """Move an order. Returns the wish when the donor must be asked, none when it is done already.

    Raises `PORT_DATE_TOO_EARLY` (a request that is not sent counts its full lead from now; a booked one only
    needs an hour at which its donor ports), `TOO_LATE_TO_STOP`, `WISH_ALREADY_OPEN`, `NOT_AT_DONOR`, and, unless
    its siblings move with it, `MAIN_NUMBER_NOT_LAST` and `SERIES_SPLIT_IN_TIME`.
    """
    order = repository.lock_order(session, order_id)
    if not with_siblings:
        _refuse_disorder(session, order, port_at)
    if order.state in UNSENT:
        refused = move_unsent(session, [(order, port_at)], cause)
        if refused:
            raise refused[order.id]
        return None
    if order.state not in AT_DONOR:
        raise NOT_AT_DONOR.error(order=order.reference)
    refuse_late(order, cause)
    _refuse_near(order, port_at, cause)
    refuse_early(order.donor, order.number_type, order.first, order.last, _submitted(session, order), port_at)
    return make_wishes(session, order, WishKind.CHANGE, port_at, cause)[0]


def _refuse_near(order: PortingOrder, port_at: datetime, cause: Cause) -> None:
    """The new time must itself lie beyond what the donor can still change."""
    at = donor(order.donor)
    if schedule.stop_deadline(at, port_at) <= cause.now:
        earliest = at.calendar.add(local_date(cause.now), at.stop_days + 1)
        raise PORT_TIME_TOO_NEAR.error("port_at", earliest=earliest)


def _refuse_disorder(session: Session, order: PortingOrder, port_at: datetime) -> None:
    if order.case_id is None:
        return
    siblings = repository.orders_of_case(session, order.case_id, *MOVABLE)
    waves.refuse_disorder(
        [
            (
                each.first,
                each.last,
                each.donor,
                each.is_main,
                port_at if each.id == order.id else each.port_at,
            )
            for each in siblings
        ]
    )


def _submitted(session: Session, order: PortingOrder) -> datetime:
    attempt = repository.last_attempt(session, order.id)
    if attempt is None or attempt.submitted_at is None:
        raise NOT_AT_DONOR.error(order=order.reference)
    return attempt.submitted_at
