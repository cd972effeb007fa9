"""Give somebody a role in an organisation, as a new person or one we know."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from email_validator import EmailNotValidError, validate_email
from sqlmodel import Session, col

from accounts import repository
from accounts.domain.errors import EMAIL_NOT_USABLE
from accounts.models import Membership, Organisation, Person

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
) -> Person:
    """Give the role; doing it again changes nothing (DL-05)."""
    address = usable_email(email)
    person = repository.known_or_new(
        session,
        Person(email=address, name=name.strip(), phone=phone, language=language, created_at=now),
        col(Person.email) == address,
    )
    repository.known_or_new(
        session,
        Membership(person_id=person.id, organisation_id=organisation.id, role=role, created_at=now),
        col(Membership.person_id) == person.id,
        col(Membership.organisation_id) == organisation.id,
        col(Membership.role) == role,
    )
    return person
