"""Start and stop the timers of a case, and wake the look at its port. Nothing here waits; rows do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.queues import LOOK_AT_PORTS
from infra.transitions import Cause
from openfibre.port_unblocking.domain.window import TimerKind, due
from openfibre.port_unblocking.models import PortTimer, PortUnblocking

SYSTEM_NAME: Final = "Växla"


def start_timer(
    session: Session,
    case: PortUnblocking,
    kind: TimerKind,
    now: datetime,
    *,
    owner_id: UUID | None = None,
    due_at: datetime | None = None,
) -> None:
    """Let a timer run for a case, or for one of its displacements (`owner_id`)."""
    session.add(
        PortTimer(
            case_id=case.id,
            owner_id=owner_id or case.id,
            kind=kind,
            started_at=now,
            due_at=due_at or due(kind, now),
        )
    )
    session.flush()


def look_soon(session: Session, case: PortUnblocking, pause: timedelta = timedelta()) -> None:
    """Have the port of a case read, after a pause of machine time. A look under way saw it before, and counts no more."""
    case.look += 1
    case.look_at = datetime.now(UTC) + pause
    if not pause:
        ring(session, LOOK_AT_PORTS)


def neutral(cause: Cause, reason: str = "") -> Cause:
    """The same instant with our own name: what the new provider hears must not tell who caused it."""
    return Cause("system", SYSTEM_NAME, cause.now, reason=reason)
