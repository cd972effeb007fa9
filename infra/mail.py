"""Mail is a row written with the change it tells of, and sent afterwards by a worker.

A mail that carries a secret is sealed: neither its words nor its files stand in clear in a table, and once the
server has taken it they stand there no more at all (SM-03).

A mail may in rare cases be sent twice (the mail server said yes and we died before noting it); it is never
lost, and never tells of something that was rolled back.
"""

from __future__ import annotations

import json
import logging
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import localtime, parseaddr
from typing import Any, Final
from urllib.parse import unquote, urlsplit
from uuid import UUID

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field, Session, SQLModel, col, delete, select

from infra.columns import blob, foreign, id_field, instant, long_text
from infra.db import ring, unit_of_work
from infra.metrics import MAILS
from infra.queues import SEND_MAIL
from infra.settings import get_settings
from infra.templating import render_text
from infra.texts import t
from infra.vault import vault
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
    sealed: bytes | None = Field(default=None, sa_type=LargeBinary, nullable=True)
    is_sealed: bool = False
    case_id: UUID | None = Field(default=None, index=True)
    due_at: datetime | None = instant(nullable=True)
    tries: int = 0
    last_error: str = ""
    sent_at: datetime | None = instant(nullable=True)
    failed_at: datetime | None = instant(nullable=True)


class MailFile(SQLModel, table=True):
    """A file that goes with a mail; locked when its mail is sealed."""

    __tablename__ = "mail_file"

    id: UUID = id_field()
    mail_id: UUID = foreign("outgoing_mail.id")
    name: str = Field(max_length=120)
    media_type: str = Field(max_length=120)
    content: bytes = blob()


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file to send along. `media_type` may carry parameters, as a calendar's does."""

    name: str
    media_type: str
    content: bytes


def queue_mail(
    session: Session,
    recipient: str,
    template: str,
    language: Language,
    *,
    case_id: UUID | None = None,
    files: Sequence[Enclosure] = (),
    sealed: bool = False,
    subject_mark: str = "",
    **facts: Any,
) -> UUID:
    """Write a mail in this unit of work; returns its id.

    `template` names `email/<template>.txt` and its subject's key; `subject_mark` stands before the subject.
    `sealed` locks words and files with the PIN key; the subject stays in clear and must tell no secret.
    """
    written = write_mail(template, language, **facts)
    words = json.dumps([written.plain, written.html]).encode()
    mail = OutgoingMail(
        recipient=recipient,
        subject=f"{subject_mark}{written.subject}"[:_LONGEST_SUBJECT],
        plain="" if sealed else written.plain,
        html="" if sealed else written.html,
        sealed=vault().encrypt(words) if sealed else None,
        is_sealed=sealed,
        case_id=case_id,
    )
    session.add(mail)
    if files:
        session.flush()
    for each in files:
        content = vault().encrypt(each.content) if sealed else each.content
        session.add(MailFile(mail_id=mail.id, name=each.name, media_type=each.media_type, content=content))
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
            .with_for_update(key_share=True, skip_locked=True)
        ).first()
        if mail is not None:
            mail.due_at = max(machine_now, datetime.now(UTC)) + _LEASE  # the round may have begun long ago
            mail.tries += 1
        return mail


def _files(mail_id: UUID) -> list[MailFile]:
    with unit_of_work() as session:
        return list(session.exec(select(MailFile).where(MailFile.mail_id == mail_id)))


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
    plain, html = mail.plain, mail.html
    if mail.sealed is not None:
        plain, html = json.loads(vault().decrypt(mail.sealed))
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    for each in _files(mail.id):
        _enclose(message, each, vault().decrypt(each.content) if mail.is_sealed else each.content)
    with connected(settings.smtp_url) as smtp:
        smtp.send_message(message)


def _enclose(message: EmailMessage, file: MailFile, content: bytes) -> None:
    media_type, *parameters = (part.strip() for part in file.media_type.split(";"))
    main, _, sub = media_type.partition("/")
    if main == "text":
        extra = dict(part.split("=", 1) for part in parameters)
        message.add_attachment(content.decode(), subtype=sub, filename=file.name, params=extra)
    else:
        message.add_attachment(content, maintype=main, subtype=sub, filename=file.name)


def connected(url: str) -> smtplib.SMTP:
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
        mail = session.get_one(OutgoingMail, mail_id)
        mail.sent_at = machine_now
        if mail.is_sealed:
            mail.sealed = None
            session.exec(delete(MailFile).where(col(MailFile.mail_id) == mail_id))


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
