"""Customer service takes over; the telefoniansvarig gets the documentation and the ways to it (DL-08, DL-11)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.cockpit.queries.contact import ways_of
from delivery.cockpit.usecases.make_package import contact_lines, make_package
from delivery.domain.errors import FAULTS_OPEN, HAND_OVER_TOO_EARLY
from delivery.domain.states import CASE, CaseEvent, FaultState
from delivery.models import DeliveryCase
from delivery.usecases.settle import note, settle
from infra.clock import local_date
from infra.mail import Enclosure, queue_mail
from infra.settings import get_settings
from infra.transitions import Cause, move


def hand_over(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> DeliveryCase:
    """After two working days, with no fault open. Raises `HAND_OVER_TOO_EARLY`, `FAULTS_OPEN`."""
    case = repository.case(session, actor, case_id, lock=True)
    CASE.decide(case.state, CaseEvent.HAND_OVER, actor=cause.role)
    if case.hand_over_at is not None and local_date(cause.now) < local_date(case.hand_over_at):
        raise HAND_OVER_TOO_EARLY.error(earliest=local_date(case.hand_over_at))
    faults = [each for each in repository.faults(session, [case.id]) if each.state is FaultState.OPEN]
    if faults:
        raise FAULTS_OPEN.error(count=len(faults))
    move(session, case, CASE, CaseEvent.HAND_OVER, cause)
    settle(session, case, cause)
    contacts = accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG)
    ways = ways_of(session, case)
    language = contacts[0].speaks if contacts else "sv"
    package = make_package(session, case, language=language, cause=cause)
    note(session, case, "package", "", cause)
    for person in contacts:
        queue_mail(
            session,
            person.email,
            "hand_over",
            person.speaks,
            case_id=case.id,
            files=(Enclosure(package.document_name, "application/pdf", package.document),),
            name=person.name,
            partner=ways.partner,
            ways=contact_lines(ways, person.speaks) if ways.email else (),
            link=f"{get_settings().public_url}/cases/{case.id}/documentation",
        )
    return case
