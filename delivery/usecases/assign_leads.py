"""Name the technical and the administrative delivery lead (DL-02)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import ROLES, Role
from delivery import repository
from delivery.domain.errors import LEADS_WRONG
from delivery.domain.phases import LEADS_ASSIGNED
from delivery.models import DeliveryCase
from delivery.usecases.complete_activity import complete_activity
from infra.transitions import Cause


def assign_leads(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    technical_id: UUID,
    administrative_id: UUID,
    cause: Cause,
) -> DeliveryCase:
    """Raises `LEADS_WRONG` when somebody does not have the role."""
    case = repository.case(session, actor, case_id, lock=True)
    for person_id, role in (
        (technical_id, Role.TEKNISK_LEVERANSLEDARE),
        (administrative_id, Role.ADMINISTRATIV_LEVERANSLEDARE),
    ):
        operator = accounts.operator(session)
        people = accounts.people_with_role(session, operator.id, role) if operator else []
        if person_id not in {person.id for person in people}:
            raise LEADS_WRONG.error("technical_id", role=ROLES[role].title.sv)
    case.technical_lead_id, case.administrative_lead_id = technical_id, administrative_id
    complete_activity(session, actor, case_id, LEADS_ASSIGNED, cause=cause)
    return case
