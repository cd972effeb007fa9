"""Each user gets the start mail, and the text message where that is ordered (DL-10, DL-04)."""

from __future__ import annotations

from sqlmodel import Session

from delivery import repository
from delivery.domain.options import Option
from delivery.domain.phases import APP_SMS, START_MAIL
from delivery.models import CustomerUser, DeliveryCase
from delivery.start.compose import Composer
from delivery.start.usecases.queue_messages import queue_start
from delivery.usecases.settle import note
from infra.reports import Channel
from infra.sms_gateway import sms_is_offered
from infra.transitions import Cause


def send_start_mails(session: Session, case: DeliveryCase, cause: Cause) -> int:
    """Write to every user of the signed version once. Returns how many got a mail."""
    row = repository.activity(session, case.id, START_MAIL)
    version = repository.signed_version(session, case.id)
    if version is None or row.result.get("sent"):
        return 0
    composer = Composer.of(session, case)
    users = repository.users(session, version.id)
    reachable = [user for user in users if user.email]
    for user in reachable:
        queue_start(session, composer, user, Channel.MAIL, user.email, cause)
    row.result = {**row.result, "sent": len(reachable)}
    note(session, case, "start_mail", "", cause, about=str(len(reachable)))
    if Option.APP_SMS in case.options and sms_is_offered():
        _send_sms(session, case, composer, [user for user in users if user.mobile], cause)
    return len(reachable)


def _send_sms(
    session: Session, case: DeliveryCase, composer: Composer, users: list[CustomerUser], cause: Cause
) -> None:
    """To the number that is to be moved: it still works where it is. The planner's activity is then done."""
    for user in users:
        queue_start(session, composer, user, Channel.SMS, user.mobile, cause)
    row = repository.activity(session, case.id, APP_SMS)
    row.done_at, row.done_by = cause.now, cause.name
    note(session, case, "activity_done", "", cause, activity=APP_SMS)
