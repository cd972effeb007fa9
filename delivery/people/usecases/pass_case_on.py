"""A planner hands a case over to another, with a note of what the next one must know (DL-05)."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.models import Person
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.next_action import next_action
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.people.domain.errors import CASE_ENDED, NOT_A_PLANNER, PLANS_IT_ALREADY
from delivery.people.queries.answering import all_planners
from delivery.queries.facts import facts_of
from delivery.usecases.check_version import check_version
from delivery.usecases.settle import note
from infra.mail import queue_mail
from infra.outbox import emit
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED

_ENDED: Final = (CaseState.HANDED_OVER, CaseState.CANCELLED)


def pass_case_on(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    to_id: UUID | None,
    version: int | None = None,
    cause: Cause,
) -> DeliveryCase:
    """`cause.reason` is the note. Who gets it, and who had it, hear by mail; the customer sees whom to ask.

    Raises `NOT_YOURS`, `CHANGED_MEANWHILE`, `CASE_ENDED`, `REASON_REQUIRED` without a note, `NOT_A_PLANNER`,
    `PLANS_IT_ALREADY`.
    """
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("handover_note")
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    if case.state in _ENDED:
        raise CASE_ENDED.error()
    planners = {person.id: person for person in all_planners(session)}
    new = planners.get(to_id) if to_id else None
    if new is None:
        raise NOT_A_PLANNER.error("to")
    if case.planner_id == new.id:
        raise PLANS_IT_ALREADY.error("to", name=new.name)
    before = planners.get(case.planner_id) if case.planner_id else None
    case.planner_id = new.id
    about = f"{before.name if before else '–'} → {new.name}"
    note(session, case, "passed_on", cause.reason, cause, about=about)
    emit(
        session,
        "delivery_case.planner_changed",
        case.subject(),
        {"from": before.name if before else "", "to": new.name},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    _tell(session, case, new, before, cause)
    return case


def _tell(session: Session, case: DeliveryCase, new: Person, before: Person | None, cause: Cause) -> None:
    action = next_action(facts_of(session, case, cause.now))
    company = accounts.organisation(session, case.customer_id).name
    for person in filter(None, (new, before)):
        if person.id == cause.person_id:
            continue
        queue_mail(
            session,
            person.email,
            "passed_on",
            person.speaks,
            case_id=case.id,
            name=person.name,
            company=company,
            reference=case.reference,
            by=cause.name,
            to=new.name,
            is_new=person.id == new.id,
            note=cause.reason.strip(),
            action=action.text.in_(person.speaks),
            due_on=action.due_on,
            link=f"{get_settings().public_url}/planner/cases/{case.id}",
        )
