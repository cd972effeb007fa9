"""SQL of the feed: one partner's events, by their place in its sequence."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, func, select

from infra.outbox import OutboxEvent


def events_after(
    session: Session, partner_id: UUID, position: int, *, types: Collection[str] = (), limit: int
) -> list[OutboxEvent]:
    """Events of a partner after a place, in order; of some types when asked for."""
    wanted = (
        select(OutboxEvent)
        .where(OutboxEvent.stream == str(partner_id), col(OutboxEvent.position) > position)
        .order_by(col(OutboxEvent.position))
        .limit(limit)
    )
    if types:
        wanted = wanted.where(col(OutboxEvent.kind).in_(types))
    return list(session.exec(wanted).all())


def last_position(session: Session, partner_id: UUID) -> int:
    """The place of a partner's newest event; 0 when there is none."""
    return (
        session.exec(
            select(func.max(OutboxEvent.position)).where(OutboxEvent.stream == str(partner_id))
        ).one()
        or 0
    )
