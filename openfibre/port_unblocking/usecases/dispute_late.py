"""A dispute after the window: a linked case for the network owner, who may restore all the same (2.5)."""

from __future__ import annotations

from typing import Final

from sqlmodel import Session

from infra.transitions import Cause
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.errors import ACCESS_HAS_OPEN_CASE, NO_LATE_DISPUTE
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState
from openfibre.port_unblocking.models import PortDisplacement, PortUnblocking
from openfibre.port_unblocking.usecases.raise_alarm import raise_alarm

LATE: Final = "LATE_DISPUTE"


def dispute_late(
    session: Session, case: PortUnblocking, displacement: PortDisplacement, cause: Cause
) -> PortUnblocking:
    """Open the linked case, by hand from its first moment. The original stays as it ended.

    Raises `NO_LATE_DISPUTE` while the original is still open for other providers' sake, and
    `ACCESS_HAS_OPEN_CASE` when the access is busy with something else.
    """
    if case.state is not CaseState.CLOSED_OK:
        raise NO_LATE_DISPUTE.error()
    if repository.open_case_on(session, case.network_id, case.access_id) is not None:
        raise ACCESS_HAS_OPEN_CASE.error(guard="G5")
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
    session.add(late)
    session.flush()
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
            answered_at=cause.now,
            dispute_reason=cause.reason,
        )
    )
    raise_alarm(session, late, Alarm.LATE_DISPUTE, cause)
    return late
