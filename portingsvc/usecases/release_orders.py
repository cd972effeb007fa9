"""Let the orders of a case go to their donors: their mandates must be signed and cover them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.queues import DISPATCH
from infra.transitions import Cause, move
from kernel.numbers import format_series
from portingsvc import repository
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import MANDATE_MISSING
from portingsvc.domain.states import ORDER, OrderEvent, OrderState
from portingsvc.models import Mandate, PortingOrder


def release_orders(session: Session, case_id: UUID, cause: Cause) -> Sequence[PortingOrder]:
    """Release every draft of a case. They are sent as early as can be, to leave room for a repair (NP-02).

    Raises `MANDATE_MISSING` with what is not covered; then none is released.
    """
    orders = repository.orders_of_case(session, case_id, OrderState.DRAFT)
    for order in orders:
        order.mandate_id = covering(session, order, cause).id
    for order in orders:
        move(session, order, ORDER, OrderEvent.RELEASE, cause)
        planned = repository.open_attempt(session, order.id)
        if planned is not None:
            planned.due_at = cause.now
    ring(session, DISPATCH)
    return orders


def covering(session: Session, order: PortingOrder, cause: Cause) -> Mandate:
    """The signed mandate that covers an order, its owner's own if there is one. Raises `MANDATE_MISSING`."""
    valid = repository.signed_mandates(session, order.customer_id, order.donor, cause.now)
    for mandate in sorted(valid, key=lambda each: each.owner_id != order.owner_id):
        if any(
            len(each["first"]) == len(order.first)
            and each["first"] <= order.first
            and order.last <= each["last"]
            for each in mandate.series
        ):
            return mandate
    listed = format_series(order.first, order.last)
    raise MANDATE_MISSING.error(listed=listed, donor=donor(order.donor).name, order=order.reference)
