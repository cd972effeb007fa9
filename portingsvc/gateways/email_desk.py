"""A donor's porting desk by mail: signed PDF and CSV out, answers read from a mailbox or entered by a planner.

Mail has no look-up. Every letter goes to our own mailbox too, so a copy there proves that it left; where there
is none, nothing is known, and a person asks the desk before anything is sent again.
"""

from __future__ import annotations

import hashlib
import json
import logging
import mailbox
import smtplib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage, Message
from email.utils import localtime, parseaddr
from pathlib import Path
from typing import Any, Final

from infra.mail import connected
from infra.settings import get_settings
from portingsvc.domain.outcomes import Outcome, Submission
from portingsvc.gateways.clearinghouse import Charge, Found, GatewayUnavailable, Incoming
from portingsvc.gateways.messages_csv import (
    REQUEST_COLUMNS,
    UnreadableError,
    answer_form,
    read_answer,
    request_rows,
    write_rows,
)

_log = logging.getLogger(__name__)
_LARGEST_ANSWER: Final = 1024 * 1024
_OWN_COPY: Final = "X-Vaxla-Dossier"
Document = Callable[[str], tuple[str, bytes] | None]


class EmailDesk:
    """Letters to the desks in `addresses` (by donor); `inbox` is a Maildir that our own address delivers to."""

    def __init__(self, addresses: Mapping[str, str], inbox: Path, document: Document) -> None:
        self.name = "email_desk"
        self._addresses, self._document = addresses, document
        self._senders = {address.lower() for address in addresses.values()}
        self._inbox = mailbox.Maildir(str(inbox), factory=None, create=True)

    def submit(self, key: str, payload: bytes, valid_until: datetime) -> Submission:
        body = json.loads(payload)
        address = self._addresses.get(body["donor"])
        if address is None:
            return Submission(Outcome.NOT_UNDERSTOOD, f"no porting desk is set for {body['donor']}")
        letter = self._letter(
            address, body["dossier_id"], f"Portering {body['dossier_id']}", _request_text(body)
        )
        rows = request_rows(payload, key, valid_until.isoformat())
        _attach_csv(letter, "begaran.csv", write_rows(REQUEST_COLUMNS, rows))
        _attach_csv(letter, "svar.csv", answer_form(payload))
        mandate = self._document(body["mandate_reference"])
        if mandate is not None:
            letter.add_attachment(mandate[1], maintype="application", subtype="pdf", filename=mandate[0])
        if datetime.now(UTC) >= valid_until:
            return Submission(Outcome.NOT_ACCEPTED, "frozen until too late")
        return _hand_over(letter)

    def look_up(self, dossier_id: str) -> Found | None:
        if any(each.get(_OWN_COPY) == dossier_id for _, each in self._letters()):
            return Found("sent")
        raise GatewayUnavailable("no copy in our mailbox; ask the desk whether it has the letter")

    def cancel(self, dossier_id: str, reason: str, key: str) -> None:
        self._wish(
            dossier_id, key, f"Avbeställning av {dossier_id}", f"Vi ber er ställa in flytten. {reason}"
        )

    def change(self, dossier_id: str, port_at: datetime, key: str) -> None:
        when = f"Vi ber er flytta numren {port_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC i stället."
        self._wish(dossier_id, key, f"Ny tid för {dossier_id}", when)

    def messages(self, after: int, limit: int) -> list[Incoming]:
        """Answers that are not acknowledged yet, whatever `after`: a mailbox has no running number."""
        del after
        found = [each for key, letter in self._letters() for each in self._answers(key, letter)]
        return found[: max(1, limit - 1)]

    def confirm(self, message_id: str) -> None:
        """Mark the letter as read."""
        for key, _ in self._letters():
            if message_id.startswith(_fingerprint(key)):
                letter = self._inbox[key]
                letter.set_subdir("cur")
                letter.add_flag("S")
                self._inbox[key] = letter

    def statement(self) -> list[Charge]:
        """A desk sends invoices, no statement that a program reads."""
        return []

    def _letter(self, address: str, dossier_id: str, subject: str, text: str) -> EmailMessage:
        sender = get_settings().mail_from
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Bcc"] = sender, address, sender
        letter["Subject"], letter["Date"] = subject, localtime()
        letter["Message-ID"] = f"<{dossier_id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
        letter[_OWN_COPY] = dossier_id.split(".", maxsplit=1)[0]
        letter.set_content(text)
        return letter

    def _wish(self, dossier_id: str, key: str, subject: str, text: str) -> None:
        address = next(
            (letter["To"] for _, letter in self._letters() if letter.get(_OWN_COPY) == dossier_id), None
        )
        if address is None:
            raise GatewayUnavailable("the letter that this is about is not in our mailbox")
        letter = self._letter(str(address), f"{dossier_id}.{key}", subject, text)
        if _hand_over(letter).outcome is not Outcome.RECEIVED:
            raise GatewayUnavailable("the mail server did not take the letter")

    def _letters(self) -> Iterator[tuple[str, Message]]:
        for key in sorted(self._inbox.keys()):
            try:
                yield key, self._inbox[key]
            except KeyError:
                continue  # read and moved by another worker meanwhile

    def _answers(self, key: str, letter: Message) -> Iterator[Incoming]:
        if letter.get(_OWN_COPY) or "S" in getattr(letter, "get_flags", str)():
            return
        # Only a desk that we know answers, and a report that our own letter came back is no answer of a desk.
        sender = parseaddr(str(letter.get("From", "")))[1].lower()
        if sender not in self._senders or letter.get_content_type() == "multipart/report":
            _log.warning("a letter from somebody else than a desk", extra={"letter": _fingerprint(key)})
            return
        for at, part in enumerate(_own_parts(letter)):
            if not str(part.get_filename() or "").lower().endswith(".csv"):
                continue
            content = part.get_payload(decode=True)
            if not isinstance(content, bytes) or len(content) > _LARGEST_ANSWER:
                continue
            try:
                kind, dossier_id, _, body = read_answer(content)
            except UnreadableError as why:
                _log.warning("a desk's answer cannot be read", extra={"why": str(why)})
                continue
            yield Incoming(f"{_fingerprint(key)}-{at}", _position(letter, at), kind, dossier_id, body)


def _own_parts(letter: Message) -> Iterator[Message]:
    """The parts of a letter, not those of letters that it encloses."""
    if letter.get_content_maintype() == "message":
        return
    if not letter.is_multipart():
        yield letter
        return
    for part in letter.get_payload():
        if isinstance(part, Message):
            yield from _own_parts(part)


def _position(letter: Message, part: int) -> int:
    """When the letter came, in thousandths, then which part of it: a mailbox has no better order."""
    delivered = letter.get_date() if isinstance(letter, mailbox.MaildirMessage) else 0.0
    return int(delivered * 1000) * 16 + part + 1


def _fingerprint(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:40]


def _attach_csv(letter: EmailMessage, name: str, content: bytes) -> None:
    letter.add_attachment(content, maintype="text", subtype="csv", filename=name)


def _request_text(body: dict[str, Any]) -> str:
    numbers = "\n".join(f"  {each['first']}–{each['last']}" for each in body["series"])
    return (
        f"Hej!\n\nVi begär flytt av numren nedan till {body['recipient']}.\n\n{numbers}\n\n"
        f"Ärende: {body['dossier_id']}\nAbonnent-id: {body['owner_id']}\nAbonnent: {body['owner_name']}\n"
        f"Önskad tid: {body['port_at']} (UTC)\n\n"
        "Svara på det här mejlet med filen svar.csv: skriv avslagskod i kolumnen blocking_codes för det som\n"
        "inte kan flyttas, och lämna den tom för det som kan.\n"
    )


def _hand_over(letter: EmailMessage) -> Submission:
    """Only what is said before the letter is handed over is a definite no."""
    try:
        smtp = connected(get_settings().smtp_url)
    except (OSError, smtplib.SMTPException) as refused:
        return Submission(Outcome.NOT_ACCEPTED, type(refused).__name__)
    try:
        with smtp:
            smtp.send_message(letter)
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as refused:
        return Submission(Outcome.NOT_ACCEPTED, type(refused).__name__)
    except (OSError, smtplib.SMTPException) as lost:
        return Submission(Outcome.IN_DOUBT, type(lost).__name__)
    return Submission(Outcome.RECEIVED, "the mail server has the letter")
