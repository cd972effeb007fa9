"""See who is silent: donors that do not answer, ports that nobody confirms, mandates that run out (NP-05, NP-12)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause, move
from kernel.workdays import calendar
from portingsvc import repository
from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import MANDATE, MandateEvent
from portingsvc.models import EscalationKind, PortingAttempt
from portingsvc.usecases.escalate import escalate

_SYSTEM = "Växla"
_WISH_PATIENCE = timedelta(days=1)


def watch_donors() -> int:
    """Open an escalation for whatever is overdue. Returns how many were opened; each is opened once."""
    with unit_of_work() as session:
        now = current(session)
        cause = Cause("system", _SYSTEM, now)
        for mandate in repository.expired_mandates(session, now):
            move(session, mandate, MANDATE, MandateEvent.EXPIRE, cause)
        return (
            _silent(session, now, cause) + _unconfirmed(session, now, cause) + _unheard(session, now, cause)
        )


def _silent(session: Session, now: datetime, cause: Cause) -> int:
    opened = 0
    for attempt, order in repository.silent_attempts(session, now):
        late = cause.because(f"no answer to {attempt.dossier_id}")
        due = schedule.answer_deadline(calendar(), now)
        opened += escalate(session, order, attempt, EscalationKind.NO_ANSWER, due, late)
    return opened


def _unconfirmed(session: Session, now: datetime, cause: Cause) -> int:
    opened = 0
    for order in repository.overdue_ports(session, now - schedule.PORT_PATIENCE):
        attempt = repository.last_attempt(session, order.id)
        if attempt is None:
            continue
        due = schedule.service_deadline(calendar(), order.port_at)
        opened += escalate(session, order, attempt, EscalationKind.LATE_PORT, due, cause)
    return opened


def _unheard(session: Session, now: datetime, cause: Cause) -> int:
    """Wishes that the donor has had for a day without a word."""
    opened = 0
    for wish, order in repository.unanswered_wishes(session, now - _WISH_PATIENCE):
        attempt = session.get_one(PortingAttempt, wish.attempt_id)
        due = schedule.stop_deadline(donor(order.donor), order.port_at)
        late = cause.because(f"no answer to our wish to {wish.kind.value}")
        opened += escalate(session, order, attempt, EscalationKind.NO_ANSWER, max(due, now), late)
    return opened
