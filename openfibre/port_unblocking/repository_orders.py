"""The SQL of sending orders and hearing of them: whose turn it is, and what is known already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_
from sqlmodel import Session, col, select

from openfibre.port_unblocking.domain.restoration import Purpose
from openfibre.port_unblocking.domain.states import OrderState
from openfibre.port_unblocking.models import OrderEventCursor, PortOrder, PortUnblocking


def orders_under_way(session: Session, network_id: UUID, login: str) -> dict[str, UUID]:
    """The orders of a login that the operator has and has not ended, by its own ids."""
    found = session.exec(
        select(PortOrder.external_id, PortOrder.id).where(
            PortOrder.network_id == network_id,
            PortOrder.sp_id == login,
            PortOrder.state == OrderState.SENT,
        )
    ).all()
    return {external_id: order_id for external_id, order_id in found if external_id}


def known_external_ids(session: Session, network_id: UUID, access_id: str) -> frozenset[str]:
    """The operator's ids of orders that are rows of ours already, on an access."""
    found = session.exec(
        select(PortOrder.external_id).where(
            PortOrder.network_id == network_id,
            PortOrder.access_id == access_id,
            col(PortOrder.external_id).is_not(None),
        )
    ).all()
    return frozenset(each for each in found if each)


def claim_due(session: Session, machine_now: datetime, limit: int) -> Sequence[PortOrder]:
    """Orders to send now, held. A takeover waits until the port's picture is stored (snapshot first)."""
    return session.exec(
        select(PortOrder)
        .join(PortUnblocking, col(PortUnblocking.id) == PortOrder.case_id)
        .where(PortOrder.state == OrderState.PLANNED)
        .where(or_(col(PortOrder.check_at).is_(None), col(PortOrder.check_at) <= machine_now))
        .where(or_(col(PortOrder.purpose) != Purpose.TAKEOVER, col(PortUnblocking.snapshot_at).is_not(None)))
        .order_by(col(PortOrder.id))
        .limit(limit)
        .with_for_update(key_share=True, of=PortOrder, skip_locked=True)
    ).all()


def claim_to_check(session: Session, machine_now: datetime, limit: int) -> Sequence[PortOrder]:
    """Orders whose fate is unknown and whose quiet period is over, and such as we have heard nothing of."""
    return session.exec(
        select(PortOrder)
        .where(
            or_(
                (col(PortOrder.state) == OrderState.SENDING) & (col(PortOrder.lease_until) < machine_now),
                col(PortOrder.state).in_((OrderState.IN_DOUBT, OrderState.SENT))
                & (col(PortOrder.check_at) <= machine_now),
            )
        )
        .order_by(col(PortOrder.check_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def logins_with_open_orders(session: Session) -> Sequence[tuple[UUID, str]]:
    """For whom the news of which networks are to be asked for."""
    return session.exec(
        select(PortOrder.network_id, PortOrder.sp_id).where(PortOrder.state == OrderState.SENT).distinct()
    ).all()


def cursor(session: Session, network_id: UUID, login: str) -> OrderEventCursor:
    """How far a login's order events have been read; locked, so that one reader moves it at a time."""
    found = session.exec(
        select(OrderEventCursor)
        .where(OrderEventCursor.network_id == network_id, OrderEventCursor.login == login)
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        found = OrderEventCursor(network_id=network_id, login=login)
        session.add(found)
        session.flush()
    return found
