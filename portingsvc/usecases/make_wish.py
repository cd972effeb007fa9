"""Put a wish to the donor on its way: to cancel or to move a port that it has booked (NP-07)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from infra.db import ring
from infra.outbox import emit
from infra.queues import RECONCILE
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import NOT_AT_DONOR, WISH_ALREADY_OPEN
from portingsvc.domain.states import AttemptState, NumberState
from portingsvc.models import PortingAttempt, PortingOrder, PortingWish, WishKind

_AT_DONOR = (NumberState.PENDING, NumberState.CONFIRMED)
_HELD = (AttemptState.SUBMITTED, AttemptState.ACCEPTED)


def held_attempts(session: Session, order: PortingOrder) -> list[PortingAttempt]:
    """The requests that the donor has and that some number still hangs on; a partial retry makes several."""
    asked = {each.attempt_id for each in repository.numbers_of(session, order.id) if each.state in _AT_DONOR}
    return [
        each for each in repository.attempts_of(session, order.id) if each.id in asked and each.state in _HELD
    ]


def make_wishes(
    session: Session, order: PortingOrder, kind: WishKind, port_at: datetime | None, cause: Cause
) -> list[PortingWish]:
    """One wish for each request that the donor holds. Raises `WISH_ALREADY_OPEN`, `NOT_AT_DONOR`.

    The donor's answer to each comes as a message, for good or ill.
    """
    if repository.open_wishes(session, order.id):
        raise WISH_ALREADY_OPEN.error(donor=donor(order.donor).name, order=order.reference)
    held = held_attempts(session, order)
    if not held:
        raise NOT_AT_DONOR.error(order=order.reference)
    return [make_wish(session, order, each, kind, port_at, cause) for each in held]


def make_wish(
    session: Session,
    order: PortingOrder,
    attempt: PortingAttempt,
    kind: WishKind,
    port_at: datetime | None,
    cause: Cause,
) -> PortingWish:
    """A wish about one request."""
    made = PortingWish(
        order_id=order.id,
        attempt_id=attempt.id,
        case_id=order.case_id,
        customer_id=order.customer_id,
        partner_id=order.partner_id,
        kind=kind,
        port_at=port_at,
        reason=cause.reason,
        created_at=cause.now,
    )
    session.add(made)
    session.flush()
    facts = {"order": order.reference, "kind": kind.value, "port_at": port_at and port_at.isoformat()}
    emit(
        session,
        "porting_wish.made",
        made.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    ring(session, RECONCILE)
    return made
