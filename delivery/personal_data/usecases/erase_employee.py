"""Erase who somebody is from a company's lists (GDPR article 17); what is being delivered is kept until it is done."""

from __future__ import annotations

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository as cases
from delivery.domain.states import CASE, DataState
from delivery.personal_data import repository
from delivery.personal_data.domain.errors import NEEDED_FOR_DELIVERY, PERSON_NOT_FOUND
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND

_HOLDS = (DataState.SIGNED, DataState.CLEAN)


def erase_employee(session: Session, actor: Actor, email: str, *, cause: Cause) -> int:
    """Take name and address from every row, the person out of every group, and empty the files they came in.

    The number, its cost centre and its department stay, since they are delivered and invoiced. Returns how many
    rows were emptied. Raises `NOT_FOUND` for whoever may not sign, `PERSON_NOT_FOUND`, `NEEDED_FOR_DELIVERY`.
    """
    if actor.organisation_id is None or not may_sign(actor.roles):
        raise NOT_FOUND.error()
    wanted = email.strip().lower()
    rows = repository.users_by_email(session, actor.organisation_id, wanted)
    if not wanted or not rows:
        raise PERSON_NOT_FOUND.error("email", email=email.strip()[:100])
    for _, version in rows:
        case = cases.case(session, actor, version.case_id, lock=True)
        if version.state in _HOLDS and case.state not in CASE.final:
            raise NEEDED_FOR_DELIVERY.error("email", email=wanted)
    users, versions = [user for user, _ in rows], list({version.id: version for _, version in rows}.values())
    names = {
        each.lower()
        for user in users
        for each in (user.email, user.name, f"{user.first_name} {user.last_name}".strip())
        if each
    }
    for group in repository.groups_of(session, [version.id for version in versions]):
        group.members = [member for member in group.members if member.lower() not in names]
    emptied = repository.blank_users(session, [user.id for user in users])
    repository.forget_uploads(session, versions)
    subject = Subject("organisation", actor.organisation_id, None, actor.organisation_id, None)
    facts = {"rows": emptied}
    emit(session, "person.erased", subject, facts, actor=cause.name, now=cause.now, role=cause.role)
    return emptied
