"""Take a role from somebody: what they could do by it they cannot do from their next page on."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, delete

from accounts import repository
from accounts.domain.errors import ROLE_NEEDED
from accounts.domain.roles import ROLES, Role
from accounts.models import Membership, Organisation, Person
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def take_role(
    session: Session, organisation: Organisation, role: Role, person_id: UUID, *, cause: Cause
) -> Person:
    """End a membership (DL-05). It is told in the operator's own stream, with who did it.

    Raises `NOT_FOUND` when the person has no such role, `ROLE_NEEDED` for the last telefoniansvarig.
    """
    held = [person for each, person in repository.roles_in(session, organisation.id) if each is role]
    person = next((each for each in held if each.id == person_id), None)
    if person is None:
        raise NOT_FOUND.error()
    if role is Role.TELEFONIANSVARIG and len(held) == 1:
        raise ROLE_NEEDED.error(name=person.name, role=ROLES[role].title)
    session.execute(
        delete(Membership).where(
            col(Membership.person_id) == person_id,
            col(Membership.organisation_id) == organisation.id,
            col(Membership.role) == role,
        )
    )
    subject = Subject("membership", person_id, None, organisation.id, None)
    facts = {"organisation_id": str(organisation.id), "person_id": str(person_id), "role": role.value}
    emit(session, "membership.taken", subject, facts, actor=cause.name, now=cause.now, role=cause.role)
    return person
