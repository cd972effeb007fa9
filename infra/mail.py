"""Mail is a row written with the change it tells of, and sent afterwards by a worker.

A mail may in rare cases be sent twice (the mail server said yes and we died before noting it); it is never
lost, and never tells of something that was rolled back.
"""

from __future__ import annotations

import logging
import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import localtime, parseaddr
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field, Session, SQLModel, col, select

from infra.columns import id_field, instant, long_text
from infra.db import ring, unit_of_work
from infra.metrics import MAILS
from infra.queues import SEND_MAIL
from infra.settings import get_settings
from infra.templating import render_text
from infra.texts import t
from kernel.language import Language

_log = logging.getLogger(__name__)

_LEASE: Final = timedelta(minutes=2)
_MOST_TRIES: Final = 12
_TIMEOUT_SECONDS: Final = 20
_LONGEST_SUBJECT: Final = 300
_PERMANENT: Final = 500


class OutgoingMail(SQLModel, table=True):
    """A mail on its way. `sent_at` and `failed_at` both empty: it waits for `due_at` (machine time)."""

    __tablename__ = "outgoing_mail"
    __table_args__ = (
        Index(
            "ix_outgoing_mail_due", "due_at", postgresql_where=text("sent_at IS NULL AND failed_at IS NULL")
        ),
    )

    id: UUID = id_field()
    recipient: str = Field(max_length=320)
    subject: str = Field(max_length=300)
    plain: str = long_text()
    html: str = long_text()
    case_id: UUID | None = Field(default=None, index=True)
    due_at: datetime | None = instant(nullable=True)
    tries: int = 0
    last_error: str = ""
    sent_at: datetime | None = instant(nullable=True)
    failed_at: datetime | None = instant(nullable=True)


def queue_mail(
    session: Session,
    recipient: str,
    template: str,
    language: Language,
    *,
    case_id: UUID | None = None,
    subject_mark: str = "",
    **facts: Any,
) -> UUID:
    """Write a mail in this unit of work; returns its id.

    `template` names `email/<template>.txt` and its subject's key; `subject_mark` stands before the subject.
    """
    written = write_mail(template, language, **facts)
    mail = OutgoingMail(
        recipient=recipient,
        subject=f"{subject_mark}{written.subject}"[:_LONGEST_SUBJECT],
        plain=written.plain,
        html=written.html,
        case_id=case_id,
    )
    session.add(mail)
    ring(session, SEND_MAIL)
    return mail.id


@dataclass(frozen=True, slots=True)
class WrittenMail:
    """A mail in words, before it is sent to anybody."""

    subject: str
    plain: str
    html: str


def write_mail(template: str, language: Language, **facts: Any) -> WrittenMail:
    """The words of a mail: what `queue_mail` sends, and what a preview shows."""
    plain = render_text(f"email/{template}.txt", language, **facts)
    # A header is one line, whatever a company calls itself.
    subject = " ".join(t(f"email.{template}_subject", language, **facts).split())[:_LONGEST_SUBJECT]
    return WrittenMail(subject, plain, render_text("email/frame.html", language, body=plain))


def send_due(machine_now: datetime) -> int:
    """Send what is due, one at a time, never inside a transaction. Returns how many the server took."""
    taken = 0
    while mail := _claim(machine_now):
        try:
            _hand_over(mail)
        except Exception as refused:  # noqa: BLE001  (one mail that cannot be sent must not hold up the others)
            _note_failure(mail.id, refused, machine_now)
        else:
            _note_sent(mail.id, machine_now)
            taken += 1
    return taken


def _claim(machine_now: datetime) -> OutgoingMail | None:
    with unit_of_work() as session:
        mail = session.exec(
            select(OutgoingMail)
            .where(col(OutgoingMail.sent_at).is_(None), col(OutgoingMail.failed_at).is_(None))
            .where(col(OutgoingMail.due_at).is_(None) | (col(OutgoingMail.due_at) <= machine_now))
            .order_by(col(OutgoingMail.id))
            .limit(1)
            .with_for_update(skip_locked=True)
        ).first()
        if mail is not None:
            mail.due_at = machine_now + _LEASE
            mail.tries += 1
        return mail


def _hand_over(mail: OutgoingMail) -> None:
    settings = get_settings()
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = localtime()
    # The same id at each try, so that a doubled mail can be told as one.
    message["Message-ID"] = f"<{mail.id}@{parseaddr(settings.mail_from)[1].rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.plain)
    message.add_alternative(mail.html, subtype="html")
    with _connected(settings.smtp_url) as smtp:
        smtp.send_message(message)


def _connected(url: str) -> smtplib.SMTP:
    """`smtps://` speaks TLS from the start; `smtp://` turns to it before a password is told to anybody."""
    server = urlsplit(url)
    host = server.hostname or "127.0.0.1"
    if server.scheme == "smtps":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            host, server.port or 465, timeout=_TIMEOUT_SECONDS, context=ssl.create_default_context()
        )
    else:
        smtp = smtplib.SMTP(host, server.port or 25, timeout=_TIMEOUT_SECONDS)
    if server.username:
        if server.scheme != "smtps":
            smtp.starttls(context=ssl.create_default_context())
        smtp.login(unquote(server.username), unquote(server.password or ""))
    return smtp


def _note_sent(mail_id: UUID, machine_now: datetime) -> None:
    MAILS.labels("sent").inc()
    with unit_of_work() as session:
        session.get_one(OutgoingMail, mail_id).sent_at = machine_now


def _note_failure(mail_id: UUID, refused: Exception, machine_now: datetime) -> None:
    MAILS.labels("refused").inc()
    _log.warning(
        "mail not taken by the server", extra={"mail": str(mail_id), "error": type(refused).__name__}
    )
    with unit_of_work() as session:
        mail = session.get_one(OutgoingMail, mail_id)
        mail.last_error = f"{type(refused).__name__}: {refused}"[:500]
        mail.due_at = machine_now + timedelta(seconds=min(3600, 2**mail.tries))
        if mail.tries >= _MOST_TRIES or _is_final(refused):
            mail.failed_at = machine_now


def _is_final(refused: Exception) -> bool:
    """Whether the server will never take it: 5xx for the recipient. A 4xx asks us to come back (greylisting)."""
    if not isinstance(refused, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= _PERMANENT for code, _ in refused.recipients.values())
