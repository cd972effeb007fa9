"""Steps 3–4: what the operator says of the port, by machine or read by a person in its portal."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.availability import Availability
from openfibre.port_unblocking.domain.errors import CHECK_NOT_BY_HAND
from openfibre.port_unblocking.domain.states import CASE, CaseEvent
from openfibre.port_unblocking.models import Manner, PortUnblocking

NOT_OFFERED = "SERVICE_NOT_OFFERED"
ACCESS_UNKNOWN = "ACCESS_UNKNOWN"


def note_availability(session: Session, case: PortUnblocking, found: Availability, *, cause: Cause) -> None:
    """Free: an ordinary order. Blocked: the checks with the consumer begin. Not offered: the case waits."""
    case.look_at = None
    case.problem = NOT_OFFERED if found.not_offered else ""
    case.availability = {
        "blocked": list(found.blocked),
        "not_forcible": list(found.not_forcible),
        "not_offered": list(found.not_offered),
        "free_from": found.free_from.isoformat() if found.free_from else None,
    }
    if found.not_offered:
        return
    move(session, case, CASE, CaseEvent.FIND_FREE if found.is_free else CaseEvent.FIND_BLOCKED, cause)
    if found.is_free:
        case.closed_at = cause.now


def record_availability(
    session: Session,
    actor: Actor,
    case_id: UUID,
    *,
    blocked: list[str],
    portal_option: bool,
    cause: Cause,
) -> PortUnblocking:
    """A person has looked in the portal. `portal_option`: it offers to take the port over (G4).

    Raises `CHECK_NOT_BY_HAND` where the operator is asked by machine.
    """
    case = repository.lock_own_case(session, actor, case_id)
    if repository.network(session, case.network_id).manner is not Manner.PORTAL:
        raise CHECK_NOT_BY_HAND.error()
    wanted = [row["service"] for row in case.services]
    taken = tuple(name for name in wanted if name in blocked)
    found = Availability(taken, () if portal_option else taken, (), None)
    note_availability(session, case, found, cause=cause)
    case.availability = {**case.availability, "portal_option": portal_option}
    return case
