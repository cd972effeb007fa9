"""Everything that is kept about one person, as they may have it (GDPR article 15 and 20)."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, SQLModel

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import OrganisationKind, may_sign
from delivery.models import CustomerUser
from delivery.personal_data import repository
from delivery.personal_data.domain.errors import PERSON_NOT_FOUND
from kernel.errors import NOT_FOUND

_OF_A_USER: Final = tuple(
    name for name in CustomerUser.model_fields if name not in {"id", "version_id", "row", "sheet"}
)


def about_oneself(session: Session, actor: Actor) -> dict[str, Any]:
    """What is kept about a signed-in person. Raises `NOT_FOUND` for a program."""
    if actor.person_id is None:
        raise NOT_FOUND.error()
    person = accounts.person(session, actor.person_id)
    held = accounts.memberships(session, person.id)
    return {
        "person": _facts(person, "email", "name", "phone", "language", "created_at"),
        "roles": [
            {"role": m.role.value, "organisation": o.name, "since": m.created_at.isoformat()} for m, o in held
        ],
        "passkeys": [
            _facts(each, "name", "created_at", "last_used_at")
            for each in accounts.passkeys_of(session, person.id)
        ],
        "sessions": [
            _facts(each, "opened_at", "seen_at", "ended_at")
            for each in accounts.sessions_of(session, person.id)
        ],
        "lists": [
            about_address(session, organisation.id, person.email)
            for organisation in {o.id: o for _, o in held if o.kind is OrganisationKind.CUSTOMER}.values()
        ],
    }


def about_employee(session: Session, actor: Actor, email: str) -> dict[str, Any]:
    """What is kept about somebody in the actor's own company's lists.

    Raises `NOT_FOUND` for whoever may not sign for a company, `PERSON_NOT_FOUND`.
    """
    if actor.organisation_id is None or not may_sign(actor.roles):
        raise NOT_FOUND.error()
    found = about_address(session, actor.organisation_id, email.strip().lower())
    if not found["versions"] and not found["mails"]:
        raise PERSON_NOT_FOUND.error("email", email=email.strip()[:100])
    return found


def about_address(session: Session, customer_id: UUID, email: str) -> dict[str, Any]:
    """Rows of a customer's lists with an address, and mails about its cases to it."""
    rows = repository.users_by_email(session, customer_id, email)
    return {
        "email": email,
        "versions": [
            {
                "version": version.number,
                "file": version.filename,
                "state": version.state.value,
                "uploaded_at": version.uploaded_at.isoformat(),
                "row": _facts(user, *_OF_A_USER),
            }
            for user, version in rows
        ],
        "mails": [
            {"subject": mail.subject, "sent_at": mail.sent_at.isoformat() if mail.sent_at else None}
            for mail in repository.mails_to(session, customer_id, email)
        ],
    }


def _facts(row: SQLModel, *names: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(row, name) for name in names}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()
    }
