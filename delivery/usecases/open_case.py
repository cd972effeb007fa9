"""Open a delivery case: the customer, its telefoniansvarig, the plan (DL-01, PA-01)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from accounts.usecases.invite_person import usable_email
from accounts.usecases.register_organisation import register_customer
from delivery import repository
from delivery.domain.errors import ORG_NUMBER_INVALID, REFERENCE_TAKEN
from delivery.domain.lead_time import refuse_day
from delivery.domain.options import read_options
from delivery.models import DeliveryCase
from delivery.planning.usecases.lay_up_plan import lay_up_plan
from delivery.usecases.invite_to_case import invite_to_case
from delivery.usecases.settle import note
from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from kernel import leadtime
from kernel.identities import IdentityKind, check_identity
from kernel.language import Language


@dataclass(frozen=True, slots=True)
class NewCase:
    """What an order says."""

    customer_name: str
    org_number: str
    contact_name: str
    contact_email: str
    go_live_on: date
    contact_phone: str = ""
    contact_language: Language = "sv"
    agreement_address: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    size: int = 0
    external_reference: str = ""


def open_case(session: Session, actor: Actor, order: NewCase, *, cause: Cause) -> DeliveryCase:
    """Open it and invite the contact by mail.

    Raises `ORG_NUMBER_INVALID`, `OPTION_UNKNOWN`, `GO_LIVE_TOO_EARLY` with the earliest day and why,
    `GO_LIVE_NOT_A_WORKING_DAY`, `EMAIL_NOT_USABLE`, `EXTERNAL_REFERENCE_TAKEN`.
    """
    org_number = _checked_org_number(order.org_number)
    options = read_options(order.options)
    refuse_day(order.go_live_on, local_date(cause.now), None, leadtime.plan(cause.now).earliest_port_date)
    usable_email(order.contact_email)
    partner_id = actor.organisation_id if actor.kind is ActorKind.PARTNER else None
    _refuse_taken(session, partner_id, order.external_reference)
    customer = register_customer(
        session, name=order.customer_name, org_number=org_number, partner_id=partner_id, now=cause.now
    )
    case = DeliveryCase(
        reference=repository.next_case_reference(session),
        customer_id=customer.id,
        partner_id=partner_id,
        planner_id=actor.person_id if actor.kind is ActorKind.PLANNER else _planner(session),
        external_reference=order.external_reference,
        go_live_on=order.go_live_on,
        agreement_address=dict(order.agreement_address),
        options=sorted(options),
        size=order.size,
        created_at=cause.now,
    )
    session.add(case)
    session.flush()
    lay_up_plan(session, case, complete_on=None)
    note(session, case, "opened", "", cause, about=case.reference)
    facts = {"reference": case.reference, "go_live_on": str(case.go_live_on)}
    emit(
        session,
        "delivery_case.opened",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    _invite_contact(session, case, order, cause)
    return case


def _invite_contact(session: Session, case: DeliveryCase, order: NewCase, cause: Cause) -> None:
    invite_to_case(
        session,
        case,
        Role.TELEFONIANSVARIG,
        email=order.contact_email,
        name=order.contact_name,
        phone=order.contact_phone,
        language=order.contact_language,
        cause=cause,
    )


def _refuse_taken(session: Session, partner_id: UUID | None, reference: str) -> None:
    if partner_id and reference and repository.case_by_external_reference(session, partner_id, reference):
        raise REFERENCE_TAKEN.error("external_reference", reference=reference)


def _checked_org_number(value: str) -> str:
    checked = check_identity(value)
    if checked.identity is None or (
        checked.identity.kind is not IdentityKind.ORGANISATION and len(checked.identity.digits) != 10  # noqa: PLR2004
    ):
        raise ORG_NUMBER_INVALID.error("org_number", value=value, why=str(checked.code))
    return checked.identity.digits


def _planner(session: Session) -> UUID | None:
    operator = accounts.operator(session)
    if operator is None:
        return None
    people = accounts.people_with_role(session, operator.id, Role.LEVERANSPLANERARE)
    return people[0].id if people else None
