"""What people decide in the course of a case: give it up, try again, override, approve, inform, write down."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.outbox import Subject, emit
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain import guards
from openfibre.port_unblocking.domain.errors import NOT_BY_HAND
from openfibre.port_unblocking.domain.guards import Facts
from openfibre.port_unblocking.domain.port import Port, port_of
from openfibre.port_unblocking.domain.states import CASE, ORDER, CaseEvent, CaseState, OrderEvent, OrderState
from openfibre.port_unblocking.domain.window import TimerKind
from openfibre.port_unblocking.models import Manner, PortUnblocking
from openfibre.port_unblocking.usecases.apply_port import apply_port, begin_restoration
from openfibre.port_unblocking.usecases.clocks import look_soon, neutral, start_timer
from openfibre.port_unblocking.usecases.finish import close, finish_compensation, finish_restoration
from openfibre.port_unblocking.usecases.note_order import begin_switch
from openfibre.port_unblocking.usecases.register_network import owner_only
from openfibre.port_unblocking.usecases.tell import tell_dismissed


def abandon(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Give a case up while nothing has been touched on the port; a late dispute is the owner's to dismiss."""
    case = repository.lock_own_case(session, actor, case_id)
    if case.late_for_id is not None:
        owner_only(actor)
        for each in repository.displacements(session, case.id):
            tell_dismissed(session, case, each, cause)
    move(session, case, CASE, CaseEvent.ABANDON, cause)
    close(case, cause)
    return case


def inform_consumer(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Step 20: the new provider has told its consumer that the order is undone."""
    case = repository.lock_own_case(session, actor, case_id)
    move(session, case, CASE, CaseEvent.INFORM, cause)
    close(case, cause)
    return case


def try_again(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Give a refused case back to its provider, to be sent anew. A late dispute has no such way."""
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    if case.late_for_id is not None:
        CASE.decide(case.state, CaseEvent.SEND_FORCED, actor=cause.role)  # refused, with what is allowed
    move(session, case, CASE, CaseEvent.RETRY, cause)
    case.problem = ""
    return case


def approve_repeat(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Let a provider force again soon after an undone case on the same access (2.5)."""
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    _decided(session, case, "repeat_approved", cause)
    case.repeat_approved_by = cause.name
    return case


def override(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """A late dispute is upheld: restore the port all the same, on the network owner's responsibility (G6)."""
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    CASE.decide(case.state, CaseEvent.OVERRIDE, actor=cause.role)
    _decided(session, case, "overridden", cause)
    facts = Facts(by_network_owner=True, has_snapshot=case.snapshot_at is not None)
    guards.ask(CaseEvent.OVERRIDE, facts)
    move(session, case, CASE, CaseEvent.OVERRIDE, cause.because(""))
    case.problem = ""
    start_timer(session, case, TimerKind.ROLLBACK, cause.now)
    begin_restoration(session, case, cause=neutral(cause))
    return case


def look_again(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """Have the port read anew, and what was parked looked up anew, after somebody has seen to it."""
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    for order in repository.orders_of(session, case.id, OrderState.PARKED):
        move(session, order, ORDER, OrderEvent.RESUME, cause)
        order.checks = 0
        order.check_at = datetime.now(UTC)
    if repository.network(session, case.network_id).manner is Manner.ON_API:
        look_soon(session, case)
    return case


def accept_differences(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> PortUnblocking:
    """A person has seen that what differs does not matter, and says why; the proof keeps the differences."""
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    undoes_a_switch = case.state is CaseState.COMPENSATING
    CASE.decide(case.state, CaseEvent.COMPENSATE if undoes_a_switch else CaseEvent.RESTORE, actor=cause.role)
    _decided(session, case, "differences_accepted", cause)
    case.proof = {**case.proof, "accepted_by": cause.name, "accepted_because": cause.reason}
    if undoes_a_switch:
        finish_compensation(session, case, neutral(cause))
    else:
        finish_restoration(session, case, port_of(case.port_seen or []), neutral(cause))
    return case


def record_port(session: Session, actor: Actor, case_id: UUID, port: Port, *, cause: Cause) -> PortUnblocking:
    """The portal's manner: a person has done what the open orders say, and writes down what stands there now.

    The first record is the picture before step 8. Raises `NOT_BY_HAND` where the port is read by machine.
    """
    owner_only(actor)
    case = repository.lock_own_case(session, actor, case_id)
    if repository.network(session, case.network_id).manner is not Manner.PORTAL:
        raise NOT_BY_HAND.error()
    if case.snapshot_at is not None:
        for order in repository.orders_of(session, case.id, OrderState.BY_HAND):
            move(session, order, ORDER, OrderEvent.FINISH, cause)
            order.ended_at = cause.now
            begin_switch(session, case, order, cause)
        session.flush()
    apply_port(session, case, port, cause=cause)
    return case


def _decided(session: Session, case: PortUnblocking, what: str, cause: Cause) -> None:
    """Keep a decision and its reason in the owner's own stream, which the new provider does not read."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    owner = Subject("port_unblocking", case.id)
    facts = {"reference": case.reference, "reason": cause.reason}
    emit(session, f"port_unblocking.{what}", owner, facts, actor=cause.name, now=cause.now)
