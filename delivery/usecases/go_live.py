"""The switchboard goes live: every number moved, every card in hand, the test calls made (DL-04)."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.errors import GO_LIVE_DAY_NOT_HERE
from delivery.domain.phases import HYPERCARE_DAYS
from delivery.domain.states import CASE, CaseEvent, CaseState
from delivery.models import DeliveryCase
from delivery.usecases.check_gate import check_gate
from delivery.usecases.check_version import check_version
from delivery.usecases.settle import settle
from infra.clock import STOCKHOLM, local_date
from infra.transitions import Cause, move
from kernel.workdays import add_workdays

_END_OF_DAY = time(17)


def go_live(
    session: Session, actor: Actor, case_id: UUID, *, version: int | None = None, cause: Cause
) -> DeliveryCase:
    """Raises `GO_LIVE_DAY_NOT_HERE`, or `GATE_CLOSED` with what is lacking."""
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    CASE.decide(case.state, CaseEvent.GO_LIVE, actor=cause.role)
    today = local_date(cause.now)
    if today < case.go_live_on:
        raise GO_LIVE_DAY_NOT_HERE.error(go_live=case.go_live_on)
    settle(session, case, cause)
    check_gate(session, case, CaseState.HYPERCARE, cause)
    case.live_at = cause.now
    case.hand_over_at = datetime.combine(add_workdays(today, HYPERCARE_DAYS), _END_OF_DAY, STOCKHOLM)
    move(session, case, CASE, CaseEvent.GO_LIVE, cause)
    return case
