"""Take a rejection up with the donor that is no lawful obstacle: binding period, debt (NP-04)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import NOT_CONTESTABLE
from portingsvc.domain.rejections import reason
from portingsvc.models import EscalationKind, PortingAttempt, PortingOrder, RepairTask
from portingsvc.usecases.escalate import escalate


def contest_rejection(session: Session, repair_id: UUID, *, grounds: str, cause: Cause) -> RepairTask:
    """Contest. From then on those reasons count as the donor's cause; others stay what they are.

    Raises `NOT_CONTESTABLE` when none of the reasons is, `REASON_REQUIRED` without grounds.
    """
    task = repository.repair(session, repair_id)
    if not grounds.strip():
        raise REASON_REQUIRED.error("grounds")
    if task.closed_at is not None or not any(reason(str(each["code"])).contestable for each in task.reasons):
        raise NOT_CONTESTABLE.error()
    task.contested_at, task.contest_grounds = cause.now, grounds.strip()
    if all(reason(str(each["code"])).contestable for each in task.reasons):
        task.fee_quote_ore = 0
    order = session.get_one(PortingOrder, task.order_id)
    attempt = session.get_one(PortingAttempt, task.attempt_id)
    due = schedule.answer_deadline(donor(order.donor).calendar, cause.now)
    escalate(session, order, attempt, EscalationKind.CONTESTED, due, cause.because(grounds.strip()))
    return task
