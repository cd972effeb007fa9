"""Let somebody of the customer's in: a role, and a mail with a link straight to the case."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES, OrganisationKind, Role
from accounts.models import Person
from accounts.usecases.invite_person import invite_person
from accounts.usecases.sign_in import INVITATION_LIFETIME, make_link
from accounts.usecases.take_role import take_role
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import HELPER_NAME_MISSING, ROLE_NOT_OFFERED
from delivery.models import DeliveryCase
from delivery.usecases.complete_activity import complete_activity
from delivery.usecases.settle import note
from infra.mail import queue_mail
from infra.transitions import Cause
from kernel.language import Language

HELPING_ROLES = tuple(row.role for row in ROLES.values() if row.side is OrganisationKind.CUSTOMER)
IT_CONTACT = "it_contact"


def invite_to_case(
    session: Session,
    case: DeliveryCase,
    role: Role,
    *,
    email: str,
    name: str,
    phone: str = "",
    language: Language = "sv",
    cause: Cause,
) -> Person:
    """Give the role and send the mail. Raises `EMAIL_NOT_USABLE`."""
    customer = accounts.organisation(session, case.customer_id)
    person = invite_person(
        session,
        customer,
        role,
        email=email,
        name=name,
        phone=phone,
        language=language,
        now=cause.now,
        cause=cause,
    )
    link = make_link(
        session, person, datetime.now(UTC), next_path=f"/cases/{case.id}", lifetime=INVITATION_LIFETIME
    )
    queue_mail(
        session,
        person.email,
        "invitation",
        language,
        case_id=case.id,
        name=person.name,
        company=customer.name,
        role=ROLES[role].title.in_(language),
        link=link,
        go_live_on=case.go_live_on,
        days=INVITATION_LIFETIME.days,
    )
    return person


def _refuse_helpers(actor: Actor) -> None:
    """Who has the whole may let others help; the operator may do it for them. Raises `NOT_YOURS`."""
    if not actor.roles & {Role.TELEFONIANSVARIG, Role.FIRMATECKNARE}:
        refuse_outsiders(actor)


def invite_helper(
    session: Session, actor: Actor, case_id: UUID, role: str, *, email: str, name: str, cause: Cause
) -> Person:
    """Let somebody help with the part that belongs to a role.

    Raises `NOT_FOUND`, `NOT_YOURS`, `ROLE_NOT_OFFERED`, `HELPER_NAME_MISSING`, `EMAIL_NOT_USABLE`.
    """
    _refuse_helpers(actor)
    case = repository.case(session, actor, case_id, lock=True)
    offered = next((each for each in HELPING_ROLES if each.value == role), None)
    if offered is None:
        raise ROLE_NOT_OFFERED.error("role")
    if not name.strip():
        raise HELPER_NAME_MISSING.error("name")
    person = invite_to_case(
        session, case, offered, email=email, name=name, language=actor.language, cause=cause
    )
    note(session, case, "role_given", "", cause, about=f"{person.name}, {ROLES[offered].title.sv}")
    _name_contact(session, actor, case, offered, person, cause)
    return person


def _name_contact(
    session: Session, actor: Actor, case: DeliveryCase, role: Role, person: Person, cause: Cause
) -> None:
    """With an IT-ansvarig there, the task of naming one is done."""
    if role is not Role.IT_ANSVARIG:
        return
    for row in repository.activities(session, [case.id]):
        if row.key == IT_CONTACT and row.done_at is None and row.waived_at is None:
            complete_activity(session, actor, case.id, IT_CONTACT, result={"name": person.name}, cause=cause)


def remove_helper(
    session: Session, actor: Actor, case_id: UUID, role: str, person_id: UUID, *, cause: Cause
) -> Person:
    """Raises `NOT_FOUND`, `NOT_YOURS`, `ROLE_NOT_OFFERED`, `ROLE_NEEDED`."""
    _refuse_helpers(actor)
    case = repository.case(session, actor, case_id, lock=True)
    offered = next((each for each in HELPING_ROLES if each.value == role), None)
    if offered is None:
        raise ROLE_NOT_OFFERED.error("role")
    customer = accounts.organisation(session, case.customer_id)
    person = take_role(session, customer, offered, person_id, cause=cause)
    note(session, case, "role_taken", "", cause, about=f"{person.name}, {ROLES[offered].title.sv}")
    return person
