"""Customer service takes over, and the telefoniansvarig learns the ways to it (DL-08, DL-11)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.errors import FAULTS_OPEN, HAND_OVER_TOO_EARLY
from delivery.domain.states import CASE, CaseEvent, FaultState
from delivery.models import DeliveryCase
from delivery.usecases.settle import settle
from infra.clock import local_date
from infra.mail import queue_mail
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
    partner = accounts.organisation(session, case.partner_id).name if case.partner_id else ""
    for person in accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG):
        queue_mail(
            session,
            person.email,
            "hand_over",
            person.speaks,
            case_id=case.id,
            name=person.name,
            partner=partner,
        )
    return case
