"""The gateways' messages, as they are stored and taken up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from portingsvc.models import GatewayCursor, GatewayMessage


def cursor(session: Session, gateway: str) -> GatewayCursor:
    """How far a gateway's messages have been read; locked, so that one reader moves it at a time."""
    found = session.exec(
        select(GatewayCursor).where(GatewayCursor.gateway == gateway).with_for_update(key_share=True)
    ).first()
    if found is None:
        found = GatewayCursor(gateway=gateway)
        session.add(found)
        session.flush()
    return found


def unconfirmed_messages(session: Session, gateway: str, limit: int) -> Sequence[GatewayMessage]:
    return session.exec(
        select(GatewayMessage)
        .where(GatewayMessage.gateway == gateway, col(GatewayMessage.confirmed_at).is_(None))
        .order_by(col(GatewayMessage.position))
        .limit(limit)
    ).all()


def note_confirmed(session: Session, message_ids: Sequence[UUID], at: datetime) -> None:
    """The gateway has been told that these are stored."""
    session.execute(
        update(GatewayMessage).where(col(GatewayMessage.id).in_(message_ids)).values(confirmed_at=at)
    )


def next_messages(session: Session, gateway: str, after: int, limit: int) -> Sequence[GatewayMessage]:
    """The next messages to handle, in the gateway's order; those that another worker holds are passed over."""
    return session.exec(
        select(GatewayMessage)
        .where(GatewayMessage.gateway == gateway, col(GatewayMessage.handled_at).is_(None))
        .where(col(GatewayMessage.position) > after)
        .order_by(col(GatewayMessage.position))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def try_lock(session: Session, key: int) -> bool:
    """A lock that ends with this unit of work; false when somebody else has it."""
    return bool(
        session.scalar(select(func.pg_try_advisory_xact_lock(key, func.hashtext(func.current_schema()))))
    )
