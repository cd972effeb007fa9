"""What falls due by itself: the end of an answer window, alarms, and the end of keeping a port's picture."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import SYSTEM
from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import OF_TIMER
from openfibre.port_unblocking.domain.states import DisplacementState
from openfibre.port_unblocking.domain.window import TIMERS
from openfibre.port_unblocking.models import PortDisplacement, PortTimer, PortUnblocking
from openfibre.port_unblocking.usecases.answer import deem
from openfibre.port_unblocking.usecases.clocks import SYSTEM_NAME
from openfibre.port_unblocking.usecases.dispute_late import open_late_case
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm

_BATCH = 100


def watch_timers(limit: int = _BATCH) -> int:
    """Fire what is due, one unit of work a timer. Returns how many fired."""
    with unit_of_work() as session:
        due = [each.id for each in repository.due_timers(session, current(session), limit)]
    for timer_id in due:
        with unit_of_work() as session:
            _fire(session, timer_id)
    _open_late_cases()
    with unit_of_work() as session:
        for case in repository.cases_to_forget(session, current(session)):
            forget(session, case)
    return len(due)


def _fire(session: Session, timer_id: UUID) -> None:
    """The case is held first; a timer that was stopped or fired meanwhile does nothing."""
    timer = session.get_one(PortTimer, timer_id)
    case = repository.lock_case(session, timer.case_id)
    session.refresh(timer, with_for_update={"key_share": True})
    if timer.fired_at is not None or timer.stopped_at is not None:
        return
    now = current(session)
    cause = Cause("system", SYSTEM_NAME, now, reason=f"timer {timer.kind.value}")
    timer.fired_at = now
    session.flush()
    if TIMERS[timer.kind].alarm:
        raise_alarm(session, case, OF_TIMER[timer.kind], cause)
        return
    displacement = session.get_one(PortDisplacement, timer.owner_id)
    if displacement.state is DisplacementState.AWAITING:
        deem(session, displacement, cause)


def _open_late_cases() -> None:
    """Late disputes that had to wait get their linked case once the access is free."""
    with unit_of_work() as session:
        waiting = [each.id for each in repository.waiting_late_disputes(session)]
    for displacement_id in waiting:
        with unit_of_work() as session:
            displacement = repository.lock_displacement(session, SYSTEM, displacement_id)
            if displacement.late_case_id is None:
                case = repository.lock_case(session, displacement.case_id)
                cause = Cause("system", SYSTEM_NAME, current(session), reason=displacement.dispute_reason)
                open_late_case(session, case, displacement, cause)


def forget(session: Session, case: PortUnblocking) -> None:
    """Erase the picture and all that was copied from it; that there was one, and when, stays."""
    case.snapshot = case.port_seen = None
    case.snapshot_at = None
    case.proof = {name: value for name, value in case.proof.items() if name not in ("differences", "new_ids")}
    for each in repository.displacements(session, case.id):
        each.services = [{"service": row["service"]} for row in each.services]
        each.new_ids = {}
    for order in repository.orders_of(session, case.id):
        order.payload = b""
