"""Give somebody a role in an organisation, as a new person or one we know."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from email_validator import EmailNotValidError, validate_email
from sqlmodel import Session, col

from accounts import repository
from accounts.domain.actor import SYSTEM
from accounts.domain.errors import EMAIL_NOT_USABLE
from accounts.domain.roles import OrganisationKind
from accounts.models import Membership, Organisation, Person
from infra.outbox import Subject, emit
from infra.transitions import Cause

if TYPE_CHECKING:
    from accounts.domain.roles import Role
    from kernel.language import Language


def usable_email(value: str) -> str:
    """The address in lower case. Raises `EMAIL_NOT_USABLE`. Nothing is looked up on the network."""
    try:
        return validate_email(
            value.strip(), check_deliverability=False, test_environment=True
        ).normalized.lower()
    except EmailNotValidError as refused:
        raise EMAIL_NOT_USABLE.error("email", value=value) from refused


def invite_person(
    session: Session,
    organisation: Organisation,
    role: Role,
    *,
    email: str,
    name: str,
    phone: str = "",
    language: Language = "sv",
    now: datetime,
    cause: Cause | None = None,
) -> Person:
    """Give the role; doing it again changes nothing (DL-05).

    What is given is told in the operator's own stream, with who gave it; nobody named is the installation itself.
    """
    address = usable_email(email)
    person = repository.known_or_new(
        session,
        Person(email=address, name=name.strip(), phone=phone, language=language, created_at=now),
        col(Person.email) == address,
    )
    wanted = Membership(person_id=person.id, organisation_id=organisation.id, role=role, created_at=now)
    given = repository.known_or_new(
        session,
        wanted,
        col(Membership.person_id) == person.id,
        col(Membership.organisation_id) == organisation.id,
        col(Membership.role) == role,
    )
    if given.id == wanted.id:
        _tell(session, given, organisation, cause or Cause("system", SYSTEM.name, now))
    return person


def _tell(session: Session, given: Membership, organisation: Organisation, cause: Cause) -> None:
    customer_id = organisation.id if organisation.kind is OrganisationKind.CUSTOMER else None
    subject = Subject("membership", given.id, None, customer_id, None)
    facts = {
        "organisation_id": str(organisation.id),
        "person_id": str(given.person_id),
        "role": given.role.value,
    }
    emit(session, "membership.given", subject, facts, actor=cause.name, now=cause.now, role=cause.role)
