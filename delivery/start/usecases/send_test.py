"""Try a start message on oneself before it goes to everybody, and send one again that came back."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS
from accounts.domain.roles import Role
from delivery import repository
from delivery.customer_data.domain.values import tidy_email
from delivery.models import CustomerUser
from delivery.start import repository as starts
from delivery.start.compose import Composer
from delivery.start.domain.errors import RECIPIENT_WRONG, SMS_NOT_OFFERED, TOO_MANY_TESTS
from delivery.start.models import StartMessage
from delivery.start.queries import user_to_show
from delivery.start.usecases.queue_messages import queue_start
from infra.reports import Channel
from infra.sandboxes import refuses_fiction
from infra.sms_gateway import sms_is_offered
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from kernel.numbers import check_number

MOST_TESTS: Final = 10
_WINDOW: Final = timedelta(hours=1)


def refuse_unconcerned(actor: Actor) -> None:
    """The planner and the telefoniansvarig prepare start messages. Raises `NOT_YOURS` for others."""
    if actor.kind is ActorKind.PLANNER:
        return
    if actor.kind is not ActorKind.CUSTOMER or Role.TELEFONIANSVARIG not in actor.roles:
        raise NOT_YOURS.error()


def send_test(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    user_id: UUID | None = None,
    phone: str = "",
    cause: Cause,
) -> StartMessage:
    """What a user would get, to the person's own address; with `phone` as a text message to that instead.

    Raises `NOT_YOURS`, `TOO_MANY_TESTS` after ten in an hour, `NOBODY_TO_WRITE_TO`, `SMS_NOT_OFFERED`,
    `RECIPIENT_WRONG`.
    """
    refuse_unconcerned(actor)
    case = repository.case(session, actor, case_id, lock=True)
    if starts.tests_since(session, case.id, cause.now - _WINDOW) >= MOST_TESTS:
        raise TOO_MANY_TESTS.error(most=MOST_TESTS)
    user = user_to_show(session, case, user_id)
    channel = Channel.SMS if phone else Channel.MAIL
    if actor.person_id is None:
        raise NOT_YOURS.error()
    recipient = usable(channel, phone or accounts.person(session, actor.person_id).email, "phone")
    return queue_start(session, Composer.of(session, case), user, channel, recipient, cause, is_test=True)


def send_again(
    session: Session, actor: Actor, case_id: UUID, start_id: UUID, *, recipient: str, cause: Cause
) -> StartMessage:
    """A start message once more, to an address or number that works. Raises as `send_test`, and `NOT_FOUND`."""
    refuse_unconcerned(actor)
    case = repository.case(session, actor, case_id, lock=True)
    before = starts.message(session, case.id, start_id)
    user = session.get(CustomerUser, before.user_id) if before.user_id else None
    if user is None or before.is_test:
        raise NOT_FOUND.error()
    to = usable(before.channel, recipient, "recipient")
    return queue_start(session, Composer.of(session, case), user, before.channel, to, cause)


def usable(channel: Channel, value: str, field: str) -> str:
    """An address or number as it can be sent to. Raises `RECIPIENT_WRONG`, `SMS_NOT_OFFERED`."""
    if channel is Channel.MAIL:
        found = tidy_email(value.strip())
    else:
        if not sms_is_offered():
            raise SMS_NOT_OFFERED.error()
        check = check_number(value.strip(), production=refuses_fiction())
        found = check.first if check.ok and check.kind == "number" and check.type == "mobile" else None
    if found is None:
        raise RECIPIENT_WRONG.error(field, value=value[:60])
    return found
