"""Take a case on from a fresh look at its port: what stands there decides, not what an order said of itself.

One table of what each state makes of a look. The same for a port read by machine and one written down by a
person, and right after any half-done round: what is missing is worked out anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Final

from sqlmodel import Session

from infra.db import ring
from infra.queues import SEND_PORT_ORDERS
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.port import (
    NOT_COMPARED,
    Port,
    differences,
    equal,
    port_of,
    prove,
    rows_of,
)
from openfibre.port_unblocking.domain.restoration import Purpose, Wish, next_wishes
from openfibre.port_unblocking.domain.states import CASE, SETTLED, CaseEvent, CaseState, OrderState
from openfibre.port_unblocking.domain.window import TimerKind
from openfibre.port_unblocking.models import Manner, PortDisplacement, PortUnblocking
from openfibre.port_unblocking.usecases.clocks import look_soon, neutral
from openfibre.port_unblocking.usecases.finish import finish_compensation, finish_restoration
from openfibre.port_unblocking.usecases.plan_orders import plan_orders
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm
from openfibre.port_unblocking.usecases.switch_over import switch_over
from openfibre.port_unblocking.usecases.tell import NewsForNew, tell_interrupted, tell_new

_MOST_ROUNDS: Final = 24
_LONGEST_PAUSE: Final = timedelta(minutes=10)
REFUSED: Final = "ORDER_REFUSED"
_UNSENT: Final = (OrderState.PLANNED, OrderState.BY_HAND)


def apply_port(session: Session, case: PortUnblocking, port: Port, *, cause: Cause) -> None:
    """Do what the state of the case makes of the port; nothing while orders are under way."""
    case.look_at = None
    case.port_seen = rows_of(port)
    if not repository.has_open_orders(session, case.id) or case.snapshot_at is None:
        take = _TAKE.get(case.state)
        if take is not None:
            take(session, case, port, neutral(cause, cause.reason))


def snapshot_of(case: PortUnblocking) -> Port:
    """The port as it was before step 8."""
    return port_of(case.snapshot or [])


def wanted_port(session: Session, case: PortUnblocking) -> Port:
    """What a restoration leads to: the whole port as it was, but for services whose consumer has agreed (2.5)."""
    gone = {(each.sp_id, row["service"]) for each in _settled(session, case) for row in each.services}
    return tuple(each for each in snapshot_of(case) if each.place not in gone)


def _settled(session: Session, case: PortUnblocking) -> list[PortDisplacement]:
    """Whose services stay away. For a late dispute also those of the original, but what was upheld meanwhile."""
    own = repository.displacements(session, case.id)
    found = [each for each in own if each.state in SETTLED]
    if case.late_for_id is None:
        return found
    back = {each.sp_id for each in own}
    for upheld in repository.upheld_late_cases(session, case.late_for_id):
        back |= {each.sp_id for each in repository.displacements(session, upheld.id)}
    original = repository.displacements(session, case.late_for_id)
    return found + [each for each in original if each.state in SETTLED and each.sp_id not in back]


def _new_sp_id(session: Session, case: PortUnblocking) -> str:
    return repository.provider(session, case.provider_id).sp_id


def _before_switch(session: Session, case: PortUnblocking, port: Port, cause: Cause) -> None:
    """The picture first; only then do orders leave. Back here when the operator took none of them."""
    if case.snapshot_at is None:
        orders = repository.lock_open_orders(session, case.id)
        if all(each.state in _UNSENT for each in orders):  # else the port may be another already
            case.snapshot = rows_of(port)
        case.snapshot_at = cause.now
        ring(session, SEND_PORT_ORDERS)
        return
    if equal(snapshot_of(case), port):
        _hand_back(session, case, cause)
    else:
        move(session, case, CASE, CaseEvent.ACCEPT, cause)
        _after_switch(session, case, port, cause)


def _hand_back(session: Session, case: PortUnblocking, cause: Cause) -> None:
    """The operator refused and has touched nothing: a person at the new provider goes on."""
    move(session, case, CASE, CaseEvent.REFUSE, cause.because(REFUSED))
    case.problem = REFUSED
    repository.stop_timers(session, case.id, cause.now, TimerKind.SWITCH_GAP)
    tell_new(session, case, NewsForNew.REFUSED)


def _after_switch(session: Session, case: PortUnblocking, port: Port, cause: Cause) -> None:
    """8 and 9 done, nothing done, or half: the half is undone at once."""
    sp_id = _new_sp_id(session, case)
    active = {each.service for each in port if each.provider == sp_id}
    if active >= {row["service"] for row in case.services}:
        switch_over(session, case, snapshot_of(case), port, cause)
    elif equal(snapshot_of(case), port):
        _hand_back(session, case, cause)
    else:
        move(session, case, CASE, CaseEvent.FAIL, cause)
        here = {each.place for each in port}
        lost = [each for each in snapshot_of(case) if each.place not in here]
        tell_interrupted(session, case, lost, cause)
        raise_alarm(session, case, Alarm.SWITCH_FAILED, cause)
        _compensate(session, case, port, cause)


def _compensate(session: Session, case: PortUnblocking, port: Port, cause: Cause) -> None:
    wanted = snapshot_of(case)
    if not equal(wanted, port):
        if not _next_round(session, case, port, wanted, cause):
            raise_alarm(session, case, Alarm.NOT_EQUAL, cause)
        return
    keep_proof(case, wanted, port, cause)
    finish_compensation(session, case, cause)


def _restore(session: Session, case: PortUnblocking, port: Port, cause: Cause) -> None:
    """17, then 18, then the proof. Never back to the new provider, whatever fails."""
    wanted = wanted_port(session, case)
    if equal(wanted, port):
        keep_proof(case, wanted, port, cause)
        finish_restoration(session, case, port, cause)
        return
    removed = all(each.provider != _new_sp_id(session, case) for each in port)
    failed = bool(_failures_of_last_round(session, case))
    wishes = _next_round(session, case, port, wanted, cause)
    if case.state is CaseState.ROLLING_BACK and (not wishes or (failed and removed)):
        move(session, case, CASE, CaseEvent.STALL, cause)
        raise_alarm(session, case, Alarm.ROLLBACK_INCOMPLETE, cause)
    elif not wishes:
        raise_alarm(session, case, Alarm.NOT_EQUAL, cause)


def _failures_of_last_round(session: Session, case: PortUnblocking) -> int:
    """How many restoring orders have failed, if the last round has one among them; else none."""
    ended = repository.orders_of(session, case.id, OrderState.DONE, OrderState.FAILED)
    failed = [
        each for each in ended if each.state is OrderState.FAILED and each.purpose is not Purpose.TAKEOVER
    ]
    last = max((each.step for each in ended), default=0)
    return len(failed) if any(each.step == last for each in failed) else 0


def _next_round(
    session: Session, case: PortUnblocking, port: Port, wanted: Port, cause: Cause
) -> tuple[Wish, ...]:
    """Lay up what is still missing; a round after a failed one waits, a little longer each time.

    Nothing is laid up for what no order can mend or what has failed too often: a person must see to it.
    """
    wishes = next_wishes(port, wanted, _new_sp_id(session, case))
    keep_proof(case, wanted, port, cause)
    if not wishes or case.rounds >= _MOST_ROUNDS:
        return ()
    failures = _failures_of_last_round(session, case)
    pause = min(timedelta(seconds=2**failures), _LONGEST_PAUSE) if failures else timedelta()
    plan_orders(session, case, wishes, cause=cause, pause=pause)
    return wishes


def keep_proof(case: PortUnblocking, wanted: Port, port: Port, cause: Cause) -> None:
    """Write down how the port compares with what it shall be: the proof, or what it still lacks."""
    proof = prove(wanted, port)
    case.proof = {
        **asdict(proof),
        "holds": proof.holds,
        "differences": [asdict(each) for each in differences(wanted, port)],
        "not_compared": list(NOT_COMPARED),
        "compared_at": cause.now.isoformat(),
    }


def begin_restoration(session: Session, case: PortUnblocking, *, cause: Cause) -> None:
    """Have a restoration begin: after a look by machine; in a portal from the port as it was last seen."""
    if repository.network(session, case.network_id).manner is Manner.ON_API:
        look_soon(session, case)
    else:
        apply_port(session, case, port_of(case.port_seen or []), cause=cause)


_TAKE: Final[dict[CaseState, Callable[[Session, PortUnblocking, Port, Cause], None]]] = {
    CaseState.FORCED_SENT: _before_switch,
    CaseState.SWITCHING: _after_switch,
    CaseState.COMPENSATING: _compensate,
    CaseState.ROLLING_BACK: _restore,
    CaseState.ROLLBACK_INCOMPLETE: _restore,
}
