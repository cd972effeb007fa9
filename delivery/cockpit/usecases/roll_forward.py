"""What helps forward once a port can no longer be stopped; and notes for the decision log (NP-07)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.cockpit.domain.decisions import DecisionKind, RollForward
from delivery.cockpit.domain.errors import ROLL_FORWARD_TOO_EARLY
from delivery.cockpit.models import GoLiveDecision
from delivery.cockpit.usecases.decide_go import log_decision
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import NUMBER_NOT_IN_CASE
from delivery.usecases.track_faults import raise_fault
from infra.formats import in_both, moment
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from kernel.numbers import check_number
from portingsvc.queries import booked_ports, numbers_of_case


def roll_forward(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    what: RollForward,
    number: str,
    owner: str,
    cause: Cause,
) -> GoLiveDecision:
    """Decide on an action for a number; it becomes a fault with an owner, so that nobody forgets it.

    Raises `NOT_YOURS`, `REASON_REQUIRED`, `NUMBER_NOT_IN_CASE`, and `ROLL_FORWARD_TOO_EARLY` while the number's
    donor can still stop its port.
    """
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("action_reason")
    case = repository.case(session, actor, case_id, lock=True)
    e164 = check_number(number).first or number
    if e164 not in {line.e164 for line in numbers_of_case(session, case.id)}:
        raise NUMBER_NOT_IN_CASE.error("action_number", number=number or "–")
    booked = next((port for port in booked_ports(session, [case.id]) if port.number == e164), None)
    if booked is not None and cause.now <= booked.stop_deadline:
        raise ROLL_FORWARD_TOO_EARLY.error("action_number", deadline=in_both(moment, booked.stop_deadline))
    raise_fault(
        session,
        actor,
        case_id,
        number=e164,
        text=cause.reason,
        owner=owner.strip() or cause.name,
        cause=cause,
    )
    facts = {"owner": owner.strip() or cause.name}
    return log_decision(
        session, case, DecisionKind.ROLL_FORWARD, cause, action=what.value, number=e164, facts=facts
    )


def note_decision(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> GoLiveDecision:
    """Write a line into the log. Raises `NOT_YOURS`, `REASON_REQUIRED` for an empty one."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("log_text")
    case = repository.case(session, actor, case_id, lock=True)
    return log_decision(session, case, DecisionKind.NOTE, cause)
