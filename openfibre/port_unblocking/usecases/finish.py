"""How a case ends: everybody has answered or been silent long enough (15), or the port is restored (18–19)."""

from __future__ import annotations

from sqlmodel import Session

from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.port import Port
from openfibre.port_unblocking.domain.states import CASE, DISPLACEMENT, SETTLED, CaseEvent, DisplacementEvent
from openfibre.port_unblocking.domain.window import SNAPSHOT_KEPT, TimerKind
from openfibre.port_unblocking.models import PortUnblocking
from openfibre.port_unblocking.usecases.clocks import neutral
from openfibre.port_unblocking.usecases.tell import NewsForNew, tell_new, tell_restored


def settle_if_answered(session: Session, case: PortUnblocking, cause: Cause) -> None:
    """Close a case when no displaced consumer's answer is waited for any more."""
    if all(each.state in SETTLED for each in repository.displacements(session, case.id)):
        move(session, case, CASE, CaseEvent.SETTLE, neutral(cause))
        close(case, cause)


def close(case: PortUnblocking, cause: Cause) -> None:
    """Note the end; the picture of the port is kept for ninety days more (2.4)."""
    case.closed_at = cause.now
    case.look_at = None
    case.snapshot_kept_until = cause.now + SNAPSHOT_KEPT


def finish_compensation(session: Session, case: PortUnblocking, cause: Cause) -> None:
    """A switch that failed half-way is undone: the new provider hears that nothing came of its order."""
    move(session, case, CASE, CaseEvent.COMPENSATE, cause)
    close(case, cause)
    repository.stop_timers(session, case.id, cause.now, TimerKind.SWITCH_GAP)
    tell_new(session, case, NewsForNew.NOT_SWITCHED)


def finish_restoration(session: Session, case: PortUnblocking, port: Port, cause: Cause) -> None:
    """The port stands as before: every provider that got a service back hears its new ids, the new one why."""
    move(session, case, CASE, CaseEvent.RESTORE, neutral(cause, cause.reason))
    repository.stop_timers(session, case.id, cause.now, TimerKind.ROLLBACK)
    now_there = {each.place: each.subscription_id for each in port}
    for each in repository.displacements(session, case.id):
        if each.state in SETTLED:
            continue
        each.new_ids = {
            row["subscription_id"]: now_there[each.sp_id, row["service"]]
            for row in each.services
            if (each.sp_id, row["service"]) in now_there
        }
        move(session, each, DISPLACEMENT, DisplacementEvent.RESTORE, neutral(cause))
        repository.stop_timers(
            session, each.id, cause.now, TimerKind.ANSWER, TimerKind.CONTACT, TimerKind.NOTICE
        )
        tell_restored(session, case, each, cause)
    tell_new(session, case, NewsForNew.UNDONE)
