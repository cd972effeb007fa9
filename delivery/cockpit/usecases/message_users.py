"""Tell users something on the day, by mail and text message (DL-04)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.cockpit.domain.errors import (
    MESSAGE_EMPTY,
    MESSAGE_TOO_LONG,
    NO_CHANNEL,
    NOBODY_REACHED,
)
from delivery.cockpit.domain.messages import LONGEST_SMS, Audience, is_among
from delivery.cockpit.models import DayMessage, DayMessageCopy
from delivery.domain.authority import refuse_outsiders
from delivery.models import CustomerUser, DeliveryCase
from delivery.start.compose import Composer
from delivery.start.domain.errors import SMS_NOT_OFFERED
from delivery.usecases.settle import note
from infra.mail import queue_mail
from infra.reports import Channel
from infra.sms import queue_sms
from infra.sms_gateway import sms_is_offered
from infra.transitions import Cause
from portingsvc.domain.states import NumberState
from portingsvc.queries import numbers_of_case


def message_users(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    audience: Audience,
    channels: Collection[Channel],
    text: str,
    cause: Cause,
) -> DayMessage:
    """Queue it to everybody meant, all or nobody.

    Raises `NOT_YOURS`, `NO_CHANNEL`, `MESSAGE_EMPTY`, `MESSAGE_TOO_LONG`, `SMS_NOT_OFFERED`, `NOBODY_REACHED`.
    """
    refuse_outsiders(actor)
    _refuse(channels, text.strip())
    case = repository.case(session, actor, case_id, lock=True)
    said = DayMessage(
        case_id=case.id, audience=audience.value, text=text.strip(), by=cause.name, at=cause.now
    )
    session.add(said)
    session.flush()
    composer = Composer.of(session, case)
    copies = [
        DayMessageCopy(day_message_id=said.id, channel=channel, message_id=message_id)
        for user in _meant(session, case, audience)
        for channel, message_id in _queued(session, composer, user, channels, said.text)
    ]
    if not copies:
        raise NOBODY_REACHED.error("audience")
    session.add_all(copies)
    note(session, case, "day_message", said.text, cause, about=str(len(copies)))
    return said


def _refuse(channels: Collection[Channel], text: str) -> None:
    if not channels:
        raise NO_CHANNEL.error("channel")
    if not text:
        raise MESSAGE_EMPTY.error("text")
    if Channel.SMS in channels and not sms_is_offered():
        raise SMS_NOT_OFFERED.error("channel")
    if Channel.SMS in channels and len(text) > LONGEST_SMS:
        raise MESSAGE_TOO_LONG.error("text", most=LONGEST_SMS, length=len(text))


def _meant(session: Session, case: DeliveryCase, audience: Audience) -> list[CustomerUser]:
    version = repository.signed_version(session, case.id)
    users = repository.users(session, version.id) if version else ()
    lines = numbers_of_case(session, case.id)
    moved = frozenset(line.e164 for line in lines if line.state is NumberState.PORTED)
    return [user for user in users if is_among(audience, user.mobile or user.fixed, moved)]


def _queued(
    session: Session, composer: Composer, user: CustomerUser, channels: Collection[Channel], text: str
) -> Iterator[tuple[Channel, UUID]]:
    case_id = composer.case.id
    if Channel.MAIL in channels and user.email:
        yield (
            Channel.MAIL,
            queue_mail(
                session,
                user.email,
                "day_message",
                composer.language,
                case_id=case_id,
                name=user.first_name or user.name,
                company=composer.company,
                text=text,
                contact=composer.contact,
                contact_email=composer.contact_email,
            ),
        )
    if Channel.SMS in channels and user.mobile:
        yield Channel.SMS, queue_sms(session, user.mobile, text, case_id=case_id)
