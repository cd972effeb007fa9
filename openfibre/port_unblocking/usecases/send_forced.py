"""Step 7: send the order as a forced one. Every guard is asked here, whatever ON-API itself would let pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.clock import local_date
from infra.transitions import Cause, move
from openfibre.operator_change.domain.freeze import Action
from openfibre.operator_change.queries.freeze import freeze_of
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain import guards
from openfibre.port_unblocking.domain.guards import G4, Facts
from openfibre.port_unblocking.domain.states import CASE, CaseEvent
from openfibre.port_unblocking.domain.window import PING_PONG
from openfibre.port_unblocking.models import Manner, PortUnblocking
from openfibre.port_unblocking.usecases.clocks import look_soon
from openfibre.port_unblocking.usecases.plan_orders import plan_orders, takeover_wishes
from openfibre.port_unblocking.usecases.verify_consumer import facts_said


def send_forced(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Lay up the forced orders; they leave once the port's picture is stored.

    Where nothing can be forced (G4) the case goes to a person instead. Raises the refusal of any other guard.
    """
    case = repository.lock_own_case(session, actor, case_id)
    CASE.decide(case.state, CaseEvent.SEND_FORCED, actor=cause.role)
    facts = facts_now(session, case, cause)
    closed = guards.first_closed(CaseEvent.SEND_FORCED, facts)
    if closed is G4:
        move(session, case, CASE, CaseEvent.HAND_OVER, cause.because(G4.refusal.code))
        case.problem = G4.refusal.code
        return case
    if closed is not None:
        raise guards.refusal(closed, facts)
    move(session, case, CASE, CaseEvent.SEND_FORCED, cause)
    case.problem = ""
    case.snapshot_at = None  # a picture from an earlier try is too old to restore to
    sp_id = repository.provider(session, case.provider_id).sp_id
    plan_orders(session, case, takeover_wishes(case, sp_id), cause=cause)
    if repository.network(session, case.network_id).manner is Manner.ON_API:
        look_soon(session, case)
    return case


def facts_now(session: Session, case: PortUnblocking, cause: Cause) -> Facts:
    """What the guards of a forced order look at, as it is now."""
    other = repository.open_case_on(session, case.network_id, case.access_id)
    undone = repository.last_rolled_back(session, case, cause.now - PING_PONG)
    repeated = local_date(undone.closed_at + PING_PONG) if undone and undone.closed_at else ""
    return replace(
        facts_said(case),
        other_open_case=other is not None and other.id != case.id,
        frozen_until=_frozen_until(session, case, cause.now),
        repeated_until=str(repeated),
        repeat_approved=bool(case.repeat_approved_by),
    )


def _frozen_until(session: Session, case: PortUnblocking, now: datetime) -> str:
    """The last day of a freeze that is on, the owner's own or that of a change of operator; empty when none is."""
    own = repository.freeze_on(session, case.network_id, local_date(now))
    change = freeze_of(session, case.access_id, now)
    days = [own.ends_on] if own else []
    if change is not None and change.refuses(Action.FORCED_ORDER, local_date(now)):
        days.append(change.last)
    return str(max(days)) if days else ""
