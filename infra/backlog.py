"""What waits, and what was given up: the first thing an on-call engineer asks (X-02)."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from infra.mail import OutgoingMail
from infra.metrics import BACKLOG
from infra.outbox import OutboxEvent

_EVENT_OPEN: Final = col(OutboxEvent.handled_at).is_(None)
_MAIL_OPEN: Final = col(OutgoingMail.sent_at).is_(None)
WHAT: Final[dict[str, ColumnElement[bool]]] = {
    "events_waiting": _EVENT_OPEN & col(OutboxEvent.parked_at).is_(None),
    "events_parked": _EVENT_OPEN & col(OutboxEvent.parked_at).is_not(None),
    "mails_waiting": _MAIL_OPEN & col(OutgoingMail.failed_at).is_(None),
    "mails_given_up": _MAIL_OPEN & col(OutgoingMail.failed_at).is_not(None),
}


def measure(session: Session) -> None:
    """Set the gauges. Counting costs little: what waits is few, and has indexes of its own."""
    for what, condition in WHAT.items():
        BACKLOG.labels(what).set(session.execute(select(func.count()).where(condition)).scalar_one())
