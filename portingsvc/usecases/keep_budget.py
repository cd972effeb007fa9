"""What porting may cost for a customer in a day, and the stop when it is reached (NP-03)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from sqlmodel import Session

from infra.clock import STOCKHOLM
from infra.settings import get_settings
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from kernel.money import kronor
from portingsvc import repository
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import FEE_BUDGET_REACHED
from portingsvc.models import FeeBudget


def spent_today(session: Session, customer_id: UUID, now: datetime) -> int:
    """Öre for the attempts made for a customer on the Stockholm day of `now`: quotes and donors' charges."""
    day = now.astimezone(STOCKHOLM).date()
    begin = datetime.combine(day, time(), STOCKHOLM)
    end = datetime.combine(day + timedelta(days=1), time(), STOCKHOLM)
    costs = repository.attempt_costs(session, customer_id, begin, end)
    return sum(count * donor(code).fee_ore + quoted for code, count, quoted in costs)


def budget_of(session: Session, customer_id: UUID) -> int:
    """Öre a day: the customer's own limit, or the installation's."""
    own = repository.budget(session, customer_id)
    return own.per_day_ore if own is not None else get_settings().fee_budget_per_day_ore


def refuse_over_budget(session: Session, customer_id: UUID, more_ore: int, now: datetime) -> None:
    """Raises `FEE_BUDGET_REACHED` when attempts worth `more_ore` would pass today's limit."""
    repository.hold_budget(session, customer_id)
    limit, spent = budget_of(session, customer_id), spent_today(session, customer_id, now)
    if spent + more_ore > limit:
        raise FEE_BUDGET_REACHED.error(
            budget=kronor(limit), spent=kronor(spent), budget_ore=limit, spent_ore=spent, more_ore=more_ore
        )


def set_budget(session: Session, customer_id: UUID, per_day_ore: int, cause: Cause) -> FeeBudget:
    """Give a customer a limit of its own. Raises `REASON_REQUIRED`."""
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    made = FeeBudget(
        customer_id=customer_id,
        per_day_ore=per_day_ore,
        reason=cause.reason,
        set_by=cause.name,
        set_at=cause.now,
    )
    return session.merge(made)
