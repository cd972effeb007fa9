"""Send a partner's drafts on their way, one word for all of them (PA-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause
from kernel.errors import NOT_FOUND, DomainError
from portingsvc import repository
from portingsvc.domain.errors import NOTHING_TO_SUBMIT
from portingsvc.domain.states import OrderState
from portingsvc.models import Mandate, PortingOrder
from portingsvc.usecases.plan_orders import refuse_early
from portingsvc.usecases.release_orders import Cover, release


@dataclass(frozen=True, slots=True)
class Submitted:
    """Which drafts went, and what keeps the others."""

    released: list[PortingOrder]
    kept: list[tuple[PortingOrder, DomainError]]


def submit_family(session: Session, family_id: UUID, cause: Cause, *, all_or_nothing: bool) -> Submitted:
    """Submit every draft of a family that can go. The family must be the caller's: the edge has looked.

    Raises `NOTHING_TO_SUBMIT`; with `all_or_nothing` the first of what keeps a draft (`MANDATE_MISSING`,
    `PORT_DATE_TOO_EARLY`).
    """
    family = repository.lock_family(session, family_id)
    if family is None:
        raise NOT_FOUND.error()
    done = submit(
        session, repository.drafts_of_family(session, family_id), cause, all_or_nothing=all_or_nothing
    )
    if done.released:
        family.submitted_at = family.submitted_at or cause.now
    return done


def submit(
    session: Session, drafts: Sequence[PortingOrder], cause: Cause, *, all_or_nothing: bool
) -> Submitted:
    """Submit locked drafts. Raises as `submit_family`."""
    if not drafts:
        raise NOTHING_TO_SUBMIT.error()

    @cache
    def cover(customer_id: UUID, donor_code: str) -> Cover:
        return Cover(repository.signed_mandates(session, customer_id, donor_code, cause.now))

    going: list[tuple[PortingOrder, Mandate]] = []
    kept: list[tuple[PortingOrder, DomainError]] = []
    for order in drafts:
        try:
            # A draft may have lain so long that its time has become too early.
            refuse_early(order.donor, order.number_type, order.first, order.last, cause.now, order.port_at)
            going.append((order, cover(order.customer_id, order.donor).of(order)))
        except DomainError as fault:
            if all_or_nothing:
                raise
            kept.append((order, fault))
    if going:
        release(session, going, cause)
    return Submitted([order for order, _ in going], kept)


def submit_order(session: Session, order_id: UUID, cause: Cause) -> None:
    """Submit one draft. Raises `NOTHING_TO_SUBMIT`, `MANDATE_MISSING`, `PORT_DATE_TOO_EARLY`."""
    order = repository.lock_order(session, order_id)
    submit(session, [order] if order.state is OrderState.DRAFT else [], cause, all_or_nothing=True)
