"""Tick an item of the checklist for an old operator, or take the tick away (NP-09)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.ending import repository
from delivery.ending.domain.steps import step_of
from delivery.ending.models import EndingStep
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND


def tick_step(
    session: Session, actor: Actor, case_id: UUID, donor: str, step: str, *, done: bool, cause: Cause
) -> None:
    """Keep that it is done, or that it is not after all; saying it again changes nothing.

    Raises `NOT_FOUND` for a case that is not the actor's or an operator that nothing moves from, `STEP_UNKNOWN`.
    """
    case = cases.case(session, actor, case_id, lock=True)
    key = step_of(step).key
    if donor not in {row.donor for row in repository.preparations(session, case.id)}:
        raise NOT_FOUND.error()
    known = next((r for r in repository.ticked(session, case.id) if (r.donor, r.step) == (donor, key)), None)
    if done == (known is not None):
        return
    if known is not None:
        session.delete(known)
    else:
        session.add(EndingStep(case_id=case.id, donor=donor, step=key, done_at=cause.now, done_by=cause.name))
    # The operator's own stream: what a customer has left at another company is no partner's business.
    subject = Subject("delivery_case", case.id, case.id, case.customer_id, None)
    facts = {"donor": donor, "step": key, "done": done}
    emit(session, "ending_step.ticked", subject, facts, actor=cause.name, now=cause.now, role=cause.role)
