"""What pages show of start messages: how one will look, and what became of those that went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.options import Option
from delivery.domain.states import DataState
from delivery.models import CustomerUser, DeliveryCase
from delivery.start import repository as starts
from delivery.start.compose import Composer
from delivery.start.domain.errors import NOBODY_TO_WRITE_TO
from delivery.start.domain.outcome import Outcome, outcome_of
from infra.mail import write_mail
from infra.reports import Channel, reports_on
from infra.sms_gateway import sms_is_offered
from kernel.errors import DomainError

LINES_SHOWN = 500


@dataclass(frozen=True, slots=True)
class StartLine:
    """One message to one user, and what became of it."""

    id: UUID
    user_name: str
    channel: Channel
    recipient: str
    is_test: bool
    outcome: Outcome
    reason: str
    queued_by: str
    queued_at: datetime


@dataclass(frozen=True, slots=True)
class StartPreview:
    """What one user will get."""

    user_id: UUID
    user_name: str
    subject: str
    plain: str
    sms: str


@dataclass(frozen=True, slots=True)
class StartView:
    """The start messages of a case. `preview` is None before there is anybody to write to."""

    preview: StartPreview | None
    users: tuple[tuple[UUID, str], ...]
    lines: tuple[StartLine, ...]
    counts: dict[Outcome, int]
    sms_offered: bool
    sms_ordered: bool


def user_to_show(session: Session, case: DeliveryCase, user_id: UUID | None) -> CustomerUser:
    """A user of the list that holds, or will. Raises `NOBODY_TO_WRITE_TO`."""
    users = _users(session, case)
    found = next((user for user in users if user_id in (None, user.id)), None)
    if found is None:
        raise NOBODY_TO_WRITE_TO.error()
    return found


def _users(session: Session, case: DeliveryCase) -> list[CustomerUser]:
    """The users of the signed version; before there is one, of the latest without faults."""
    version = repository.signed_version(session, case.id) or next(
        (each for each in repository.versions(session, [case.id]) if each.state is DataState.CLEAN), None
    )
    users = repository.users(session, version.id) if version else []
    return [user for user in users if user.email]


def start_view(session: Session, actor: Actor, case_id: UUID, user_id: UUID | None) -> StartView:
    """Raises `NOT_FOUND` for a case of somebody else's."""
    case = repository.case(session, actor, case_id)
    lines = _lines(session, case)
    return StartView(
        preview=_preview(session, case, user_id),
        users=tuple((user.id, user.name) for user in _users(session, case)[:LINES_SHOWN]),
        # What came back stands first: it is what somebody must do something about.
        lines=tuple(sorted(lines, key=lambda line: line.outcome is not Outcome.BOUNCED)[:LINES_SHOWN]),
        counts=dict(Counter(line.outcome for line in lines if not line.is_test)),
        sms_offered=sms_is_offered(),
        sms_ordered=Option.APP_SMS in case.options,
    )


def _preview(session: Session, case: DeliveryCase, user_id: UUID | None) -> StartPreview | None:
    try:
        user = user_to_show(session, case, user_id)
    except DomainError:
        return None
    composer = Composer.of(session, case)
    mail = write_mail("start", composer.language, **composer.facts(user))
    return StartPreview(user.id, user.name, mail.subject, mail.plain.strip(), composer.sms(user))


def _lines(session: Session, case: DeliveryCase) -> list[StartLine]:
    rows = starts.messages(session, case.id)
    ids = [row.message_id for row in rows]
    sending, reports = starts.sending(session, ids), reports_on(session, ids)
    names = starts.names(session, {row.user_id for row in rows if row.user_id})
    lines = []
    for row in rows:
        sent, given_up, error = sending.get(row.message_id, (False, False, ""))
        heard = reports.get(row.message_id, [])
        outcome = outcome_of([each.status.value for each in heard], sent=sent, given_up=given_up)
        reason = heard[-1].reason if heard else error
        lines.append(
            StartLine(
                row.id,
                names.get(row.user_id, "") if row.user_id else "",
                row.channel,
                row.recipient,
                row.is_test,
                outcome,
                reason if outcome is Outcome.BOUNCED else "",
                row.queued_by,
                row.queued_at,
            )
        )
    return lines
