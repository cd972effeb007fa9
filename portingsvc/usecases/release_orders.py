"""Let the orders of a case go to their donors: their mandates must be signed and cover them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.queues import DISPATCH
from infra.transitions import Cause, move_all
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
    release(session, [(order, covering(session, order, cause)) for order in orders], cause)
    return orders


def release(session: Session, covered: Sequence[tuple[PortingOrder, Mandate]], cause: Cause) -> None:
    """Let drafts go, each under its mandate, in a few statements."""
    by_mandate: dict[UUID, list[UUID]] = defaultdict(list)
    for order, mandate in covered:
        by_mandate[mandate.id].append(order.id)
    for mandate_id, ids in by_mandate.items():
        repository.set_mandate(session, ids, mandate_id)
    move_all(session, [(order, cause) for order, _ in covered], ORDER, OrderEvent.RELEASE)
    repository.make_due(session, [order.id for order, _ in covered], cause.now)
    ring(session, DISPATCH)


def covering(session: Session, order: PortingOrder, cause: Cause) -> Mandate:
    """The signed mandate that covers an order, its owner's own if there is one. Raises `MANDATE_MISSING`."""
    return Cover(repository.signed_mandates(session, order.customer_id, order.donor, cause.now)).of(order)


class Cover:
    """What some signed mandates of one donor cover, arranged so that thousands of orders can ask."""

    def __init__(self, valid: Sequence[Mandate]) -> None:
        self._single: dict[str, list[Mandate]] = defaultdict(list)
        self._wide: list[tuple[str, str, Mandate]] = []
        for mandate in valid:
            for each in mandate.series:
                if each["first"] == each["last"]:
                    self._single[each["first"]].append(mandate)
                else:
                    self._wide.append((each["first"], each["last"], mandate))

    def of(self, order: PortingOrder) -> Mandate:
        """The mandate of an order, its owner's own if there is one. Raises `MANDATE_MISSING`."""
        found = list(self._single.get(order.first, ())) if order.first == order.last else []
        found += [
            mandate
            for first, last, mandate in self._wide
            if len(first) == len(order.first) and first <= order.first and order.last <= last
        ]
        if not found:
            listed = format_series(order.first, order.last)
            raise MANDATE_MISSING.error(listed=listed, donor=donor(order.donor).name, order=order.reference)
        return min(found, key=lambda each: each.owner_id != order.owner_id)
