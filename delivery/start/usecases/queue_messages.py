"""Queue the start mail or text message of one user, and keep which it was."""

from __future__ import annotations

from sqlmodel import Session

from delivery.models import CustomerUser
from delivery.start.compose import Composer
from delivery.start.models import StartMessage
from infra.mail import queue_mail
from infra.reports import Channel
from infra.sms import queue_sms
from infra.transitions import Cause

TEST_MARK = "[Test] "


def queue_start(
    session: Session,
    composer: Composer,
    user: CustomerUser,
    channel: Channel,
    recipient: str,
    cause: Cause,
    *,
    is_test: bool = False,
) -> StartMessage:
    """To the user, or as a test to somebody else: then the subject or text begins with a mark."""
    mark = TEST_MARK if is_test else ""
    case_id = composer.case.id
    if channel is Channel.MAIL:
        facts = composer.facts(user)
        message_id = queue_mail(
            session, recipient, "start", composer.language, case_id=case_id, subject_mark=mark, **facts
        )
    else:
        message_id = queue_sms(session, recipient, mark + composer.sms(user), case_id=case_id)
    kept = StartMessage(
        case_id=case_id,
        user_id=user.id,
        channel=channel,
        message_id=message_id,
        recipient=recipient,
        is_test=is_test,
        queued_by=cause.name,
        queued_at=cause.now,
    )
    session.add(kept)
    return kept
