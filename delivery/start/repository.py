"""The SQL about start messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from delivery.models import CustomerUser
from delivery.start.models import StartMessage
from infra.mail import OutgoingMail
from infra.sms import OutgoingSms
from kernel.errors import NOT_FOUND


def messages(session: Session, case_id: UUID) -> Sequence[StartMessage]:
    return session.exec(
        select(StartMessage).where(StartMessage.case_id == case_id).order_by(col(StartMessage.id))
    ).all()


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


def sending(session: Session, ids: Iterable[UUID]) -> dict[UUID, tuple[bool, bool, str]]:
    """By message: whether a server took it, whether we gave up, and what the server said."""
    wanted = list(ids)
    found: dict[UUID, tuple[bool, bool, str]] = {}
    tables: tuple[Any, ...] = (OutgoingMail, OutgoingSms)
    for table in tables:
        rows = session.execute(
            select(table.id, table.sent_at, table.failed_at, table.last_error).where(table.id.in_(wanted))
        )
        for message_id, sent_at, failed_at, error in rows:
            found[message_id] = (sent_at is not None, failed_at is not None, error)
    return found


def names(session: Session, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = session.exec(
        select(CustomerUser.id, CustomerUser.name).where(col(CustomerUser.id).in_(list(user_ids)))
    )
    return dict(rows.all())
