"""A dispute after the window: a linked case for the network owner, who may restore all the same (2.5).

An access has one open case. While another provider's window is open, or the access is busy with another
case, a late dispute is kept and waits; its linked case is opened as soon as the access is free.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.states import FINAL_CASE_STATES, CaseState, DisplacementState
from openfibre.port_unblocking.models import PortDisplacement, PortUnblocking
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm

LATE: Final = "LATE_DISPUTE"


def dispute_late(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> PortUnblocking | None:
    """Keep the late dispute and open its linked case; none while the access is busy. Saying it again changes nothing.

    The original stays as it ended. The network owner is told at once either way.
    """
    if displacement.late_disputed_at is not None:
        return repository.late_case_of(session, displacement)
    displacement.late_disputed_at = cause.now
    displacement.dispute_reason = cause.reason
    session.flush()
    opened = open_late_case(session, case, displacement, cause)
    if opened is None:
        raise_alarm(session, case, Alarm.LATE_DISPUTE_WAITS, cause)
    return opened


def open_late_case(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> PortUnblocking | None:
    """The linked case, by hand from its first moment; none while the access has an open case (G5)."""
    is_busy = repository.open_case_on(session, case.network_id, case.access_id) is not None
    if case.state not in FINAL_CASE_STATES or is_busy:
        return None
    late = PortUnblocking(
        reference=repository.next_reference(session),
        network_id=case.network_id,
        provider_id=case.provider_id,
        organisation_id=case.organisation_id,
        access_id=case.access_id,
        services=case.services,
        sp_reference=case.sp_reference,
        state=CaseState.MANUAL,
        problem=LATE,
        snapshot=case.snapshot,
        snapshot_at=case.snapshot_at,
        port_seen=case.port_seen,
        late_for_id=case.id,
        created_at=cause.now,
    )
    try:
        with session.begin_nested():
            session.add(late)
            session.flush()
    except IntegrityError:
        return None  # somebody was quicker on the access: it waits on
    displacement.late_case_id = late.id
    copy = displacement.model_dump(
        include={"sp_id", "provider_id", "organisation_id", "services", "displaced_at", "answer_days"}
    )
    session.add(
        PortDisplacement(
            **copy,
            case_id=late.id,
            state=DisplacementState.DISPUTED,
            told_at=displacement.told_at,
            contacted_at=displacement.contacted_at,
            answered_at=displacement.late_disputed_at,
            dispute_reason=displacement.dispute_reason,
        )
    )
    raise_alarm(session, late, Alarm.LATE_DISPUTE, cause)
    return late
