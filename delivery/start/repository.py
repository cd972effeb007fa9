"""The SQL about start messages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from delivery.models import CustomerUser
from delivery.start.models import StartMessage
from kernel.errors import NOT_FOUND


def message(session: Session, case_id: UUID, start_id: UUID) -> StartMessage:
    found = session.exec(
        select(StartMessage).where(StartMessage.id == start_id, StartMessage.case_id == case_id)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def by_message(session: Session, message_id: UUID) -> StartMessage | None:
    return session.exec(select(StartMessage).where(StartMessage.message_id == message_id)).first()


def tests_since(session: Session, case_id: UUID, instant: datetime) -> int:
    return session.exec(
        select(func.count())
        .select_from(StartMessage)
        .where(StartMessage.case_id == case_id, col(StartMessage.is_test))
        .where(col(StartMessage.queued_at) > instant)
    ).one()


def names(session: Session, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = session.exec(
        select(CustomerUser.id, CustomerUser.name).where(col(CustomerUser.id).in_(list(user_ids)))
    )
    return dict(rows.all())
