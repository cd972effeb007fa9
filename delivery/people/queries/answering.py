"""Who answers for a role in a case: whoever has it, or covers for them while they are away."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from accounts.models import Person
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.models import DeliveryCase

_LONGEST_CHAIN = 5


def covering(person_id: UUID, away: Mapping[UUID, UUID]) -> UUID:
    """Who answers for somebody; a cover who is away too passes it on. A circle ends where it began."""
    answers = person_id
    for _ in range(_LONGEST_CHAIN):
        cover = away.get(answers)
        if cover is None or cover == person_id:
            return answers
        answers = cover
    return answers


def answering(session: Session, case: DeliveryCase, role: Role, away: Mapping[UUID, UUID]) -> list[Person]:
    """The people to tell. A role that nobody has falls to the telefoniansvarig, or to the planner."""
    if role in CUSTOMER_ROLES:
        return accounts.people_with_role(session, case.customer_id, role) or accounts.people_with_role(
            session, case.customer_id, Role.TELEFONIANSVARIG
        )
    theirs = {
        Role.TEKNISK_LEVERANSLEDARE: case.technical_lead_id,
        Role.ADMINISTRATIV_LEVERANSLEDARE: case.administrative_lead_id,
    }.get(role)
    person_id = theirs or case.planner_id
    if person_id is not None:
        return accounts.people(session, [covering(person_id, away)])
    return all_planners(session)


def all_planners(session: Session) -> list[Person]:
    """Everybody who plans deliveries."""
    operator = accounts.operator(session)
    return accounts.people_with_role(session, operator.id, Role.LEVERANSPLANERARE) if operator else []
