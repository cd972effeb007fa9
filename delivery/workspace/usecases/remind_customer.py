"""Remind a customer of what waits for it, by mail to its telefoniansvariga; at most once a day."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.domain.phase_words import WORDS
from delivery.domain.plan import in_reach
from delivery.queries.facts import facts_of
from delivery.usecases.check_version import check_version
from delivery.usecases.settle import note
from delivery.workspace.domain.errors import NOTHING_TO_REMIND, REMINDED_TODAY
from infra.clock import local_date
from infra.formats import in_both, moment
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause


def remind_customer(
    session: Session, actor: Actor, case_id: UUID, *, version: int | None = None, cause: Cause
) -> int:
    """Returns how many were mailed. `cause.reason` stands in the mail as the planner's own words.

    Raises `NOT_YOURS`, `CHANGED_MEANWHILE`, `REMINDED_TODAY`, `NOTHING_TO_REMIND`.
    """
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    before = repository.newest_note(session, case.id, "reminded")
    if before is not None and local_date(before.at) == local_date(cause.now):
        raise REMINDED_TODAY.error(at=in_both(moment, before.at))
    facts = facts_of(session, case, cause.now)
    waiting = [row for row in in_reach(facts.placed, case.state) if row.owner in CUSTOMER_ROLES]
    people = accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG)
    if not waiting or not people:
        raise NOTHING_TO_REMIND.error()
    for person in people:
        queue_mail(
            session,
            person.email,
            "customer_reminder",
            person.speaks,
            case_id=case.id,
            name=person.name,
            tasks=[(WORDS[row.key].customer.in_(person.speaks), row.due_on) for row in waiting],
            words=cause.reason,
            go_live_on=case.go_live_on,
            link=f"{get_settings().public_url}/cases/{case.id}",
        )
    note(session, case, "reminded", cause.reason, cause, about=", ".join(each.name for each in people))
    session.flush()
    return len(people)
