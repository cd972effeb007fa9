"""A text message is a row written with the change it tells of, and sent afterwards by a worker, as mail is."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, Session, SQLModel, col, select

from infra.columns import id_field, instant, long_text
from infra.db import ring, unit_of_work
from infra.queues import SEND_SMS
from infra.sms_gateway import SmsGateway, SmsNotTakenError

_log = logging.getLogger(__name__)
_LEASE: Final = timedelta(minutes=2)
_MOST_TRIES: Final = 12


class OutgoingSms(SQLModel, table=True):
    """A text message on its way. `sent_at` and `failed_at` both empty: it waits for `due_at` (machine time)."""

    __tablename__ = "outgoing_sms"
    __table_args__ = (
        Index(
            "ix_outgoing_sms_due", "due_at", postgresql_where=text("sent_at IS NULL AND failed_at IS NULL")
        ),
    )

    id: UUID = id_field()
    recipient: str = Field(max_length=16)
    body: str = long_text()
    case_id: UUID | None = Field(default=None, index=True)
    due_at: datetime | None = instant(nullable=True)
    tries: int = 0
    last_error: str = ""
    sent_at: datetime | None = instant(nullable=True)
    failed_at: datetime | None = instant(nullable=True)


def queue_sms(session: Session, recipient: str, body: str, *, case_id: UUID | None = None) -> UUID:
    """Write a text message in this unit of work; `recipient` is E.164. Returns its id."""
    message = OutgoingSms(recipient=recipient, body=body, case_id=case_id)
    session.add(message)
    ring(session, SEND_SMS)
    return message.id


def send_due_sms(gateway: SmsGateway, machine_now: datetime) -> int:
    """Send what is due, one at a time, never inside a transaction. Returns how many were taken."""
    taken = 0
    while message := _claim(machine_now):
        try:
            gateway.send(str(message.id), message.recipient, message.body)
        except SmsNotTakenError as refused:
            _note_failure(message.id, refused, machine_now)
        else:
            with unit_of_work() as session:
                session.get_one(OutgoingSms, message.id).sent_at = machine_now
            taken += 1
    return taken


def _claim(machine_now: datetime) -> OutgoingSms | None:
    with unit_of_work() as session:
        message = session.exec(
            select(OutgoingSms)
            .where(col(OutgoingSms.sent_at).is_(None), col(OutgoingSms.failed_at).is_(None))
            .where(col(OutgoingSms.due_at).is_(None) | (col(OutgoingSms.due_at) <= machine_now))
            .order_by(col(OutgoingSms.id))
            .limit(1)
            .with_for_update(key_share=True, skip_locked=True)
        ).first()
        if message is not None:
            message.due_at = max(machine_now, datetime.now(UTC)) + _LEASE  # the round may have begun long ago
            message.tries += 1
        return message


def _note_failure(message_id: UUID, refused: SmsNotTakenError, machine_now: datetime) -> None:
    _log.warning("text message not taken", extra={"sms": str(message_id), "error": str(refused)})
    with unit_of_work() as session:
        message = session.get_one(OutgoingSms, message_id)
        message.last_error = str(refused)[:500]
        message.due_at = machine_now + timedelta(seconds=min(3600, 2**message.tries))
        if message.tries >= _MOST_TRIES or refused.is_final:
            message.failed_at = machine_now
