"""Take a parked request up again: it is looked up before anything is sent, whatever it was parked for (NP-08)."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.queues import RECONCILE
from infra.transitions import Cause, move
from kernel.errors import NOT_FOUND
from portingsvc import repository
from portingsvc.domain.states import ATTEMPT, AttemptEvent, AttemptState
from portingsvc.models import PortingAttempt


def resume_attempt(session: Session, order_id: UUID, cause: Cause) -> PortingAttempt:
    """Raises `NOT_FOUND` when nothing of the order is parked."""
    repository.lock_order(session, order_id)
    attempt = repository.open_attempt(session, order_id)
    if attempt is None or attempt.state is not AttemptState.PARKED:
        raise NOT_FOUND.error()
    move(session, attempt, ATTEMPT, AttemptEvent.RESUME, cause)
    attempt.checks, attempt.parked_reason = 0, ""
    attempt.was_in_doubt = True
    attempt.check_at = datetime.now(UTC)
    ring(session, RECONCILE)
    return attempt
