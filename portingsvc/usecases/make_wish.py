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
from portingsvc.models import PortingOrder, PortingWish, WishKind


def make_wish(
    session: Session, order: PortingOrder, kind: WishKind, port_at: datetime | None, cause: Cause
) -> PortingWish:
    """Raises `WISH_ALREADY_OPEN`, `NOT_AT_DONOR`. The donor's answer comes as a message, for good or ill."""
    if repository.open_wish(session, order.id) is not None:
        raise WISH_ALREADY_OPEN.error(donor=donor(order.donor).name, order=order.reference)
    attempt = repository.last_attempt(session, order.id)
    if attempt is None:
        raise NOT_AT_DONOR.error(order=order.reference)
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
    emit(session, "porting_wish.made", made.subject(), facts, actor=cause.name, now=cause.now)
    ring(session, RECONCILE)
    return made
