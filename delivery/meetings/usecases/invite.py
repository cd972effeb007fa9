"""Send an invitation to a calendar: one mail a guest, each with the same entry."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any
from uuid import UUID

from sqlmodel import Session

from delivery.meetings.domain.events import CalendarEntry, Guest
from delivery.meetings.gateways.ics import invitation
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.language import Language


def invite(
    session: Session,
    template: str,
    entry: CalendarEntry,
    guests: Sequence[tuple[Guest, Language]],
    *,
    case_id: UUID,
    cause: Cause,
    **facts: Any,
) -> None:
    """`template` is the mail's; the organiser is the address that our mails come from."""
    name, address = parseaddr(get_settings().mail_from)
    enclosed = invitation(entry, Guest(name, address), [guest for guest, _ in guests], cause.now)
    for guest, language in guests:
        queue_mail(
            session,
            guest.email,
            template,
            language,
            case_id=case_id,
            files=[enclosed],
            name=guest.name,
            starts_at=entry.starts,
            place=entry.place,
            **facts,
        )


def uid_of(what: str, of: UUID) -> str:
    """A name that stays the same as long as the thing is the same."""
    return f"{what}-{of}@{parseaddr(get_settings().mail_from)[1].rpartition('@')[2]}"
