"""Each user gets the start mail: number, SIM, app, when and whom to ask (DL-10, DL-04)."""

from __future__ import annotations

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.phases import START_MAIL
from delivery.models import DeliveryCase
from delivery.usecases.settle import note
from infra.mail import queue_mail
from infra.transitions import Cause


def send_start_mails(session: Session, case: DeliveryCase, cause: Cause) -> int:
    """Mail every user of the signed version once. Returns how many."""
    row = repository.activity(session, case.id, START_MAIL)
    version = repository.signed_version(session, case.id)
    if version is None or row.result.get("sent"):
        return 0
    customer = accounts.organisation(session, case.customer_id)
    contacts = accounts.people_with_role(session, customer.id, Role.TELEFONIANSVARIG)
    users = [user for user in repository.users(session, version.id) if user.email]
    for user in users:
        queue_mail(
            session,
            user.email,
            "start",
            contacts[0].speaks if contacts else "sv",
            case_id=case.id,
            name=user.first_name or user.name,
            company=customer.name,
            mobile=user.mobile,
            fixed=user.fixed,
            extension=user.extension,
            sim_type=user.sim_type,
            go_live_on=case.go_live_on,
            contact=contacts[0].name if contacts else customer.name,
        )
    row.result = {**row.result, "sent": len(users)}
    note(session, case, "start_mail", "", cause, about=str(len(users)))
    return len(users)
