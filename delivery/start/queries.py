"""What pages show of start messages: how one will look, and what became of those that went."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.options import Option
from delivery.domain.states import DataState
from delivery.models import CustomerDataVersion, CustomerUser, DeliveryCase
from delivery.start.compose import Composer
from delivery.start.domain.errors import NOBODY_TO_WRITE_TO
from delivery.start.domain.outcome import Outcome, outcome_of
from delivery.start.models import StartMessage
from infra.mail import OutgoingMail, write_mail
from infra.reports import Channel, DeliveryReport
from infra.sms import OutgoingSms
from infra.sms_gateway import sms_is_offered
from infra.together import Read, read_together

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
    """In three statements. Raises `NOT_FOUND` for a case of somebody else's."""
    case = repository.case(session, actor, case_id)
    users, lines = _read(session, case)
    return StartView(
        preview=_preview(session, case, [user for user in users if user_id in (None, user.id)]),
        users=tuple((user.id, user.name) for user in users[:LINES_SHOWN]),
        # What came back stands first: it is what somebody must do something about.
        lines=tuple(sorted(lines, key=lambda line: line.outcome is not Outcome.BOUNCED)[:LINES_SHOWN]),
        counts=dict(Counter(line.outcome for line in lines if not line.is_test)),
        sms_offered=sms_is_offered(),
        sms_ordered=Option.APP_SMS in case.options,
    )


def _preview(session: Session, case: DeliveryCase, users: list[CustomerUser]) -> StartPreview | None:
    if not users:
        return None
    user = users[0]
    composer = Composer.of(session, case)
    mail = write_mail("start", composer.language, **composer.facts(user))
    return StartPreview(user.id, user.name, mail.subject, mail.plain.strip(), composer.sms(user))


_WORDS = frozenset({"plain", "html", "sealed"})
_VERSION = frozenset({"outline", "issues", "mapping"})


def _read(session: Session, case: DeliveryCase) -> tuple[list[CustomerUser], list[StartLine]]:
    """The users of the list that holds, or will, and every message; what an earlier list's users were called too."""
    of_case = col(StartMessage.case_id) == case.id
    messages = select(StartMessage.message_id).where(of_case)
    written_to = select(StartMessage.user_id).where(of_case)
    mine = (DataState.SIGNED, DataState.CLEAN)
    versions_of = select(CustomerDataVersion.id).where(
        CustomerDataVersion.case_id == case.id, col(CustomerDataVersion.state).in_(mine)
    )
    rows, mails, texts, reports, versions, people = read_together(
        session,
        Read(StartMessage, (of_case,)),
        Read(OutgoingMail, (col(OutgoingMail.id).in_(messages),), _WORDS),
        Read(OutgoingSms, (col(OutgoingSms.id).in_(messages),)),
        Read(DeliveryReport, (col(DeliveryReport.message_id).in_(messages),)),
        Read(CustomerDataVersion, (col(CustomerDataVersion.id).in_(versions_of),), _VERSION),
        Read(
            CustomerUser,
            (col(CustomerUser.version_id).in_(versions_of) | col(CustomerUser.id).in_(written_to),),
        ),
    )
    people.sort(key=lambda user: user.row)
    sending = {
        each.id: (each.sent_at is not None, each.failed_at is not None, each.last_error)
        for each in (*mails, *texts)
    }
    heard: dict[UUID, list[DeliveryReport]] = defaultdict(list)
    for report in sorted(reports, key=lambda each: (each.at, each.id)):
        heard[report.message_id].append(report)
    names = {user.id: user.name for user in people}
    lines = [
        _line(row, names, sending, heard[row.message_id]) for row in sorted(rows, key=lambda row: row.id)
    ]
    return _of_version(people, versions), lines


def _of_version(people: list[CustomerUser], versions: list[CustomerDataVersion]) -> list[CustomerUser]:
    """Of the signed version; before there is one, of the latest without faults."""
    best = max(versions, key=lambda each: (each.state is DataState.SIGNED, each.number), default=None)
    return [user for user in people if best is not None and user.version_id == best.id and user.email]


def _line(
    row: StartMessage,
    names: dict[UUID, str],
    sending: dict[UUID, tuple[bool, bool, str]],
    heard: list[DeliveryReport],
) -> StartLine:
    sent, given_up, error = sending.get(row.message_id, (False, False, ""))
    outcome = outcome_of([each.status.value for each in heard], sent=sent, given_up=given_up)
    reason = heard[-1].reason if heard else error
    return StartLine(
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
