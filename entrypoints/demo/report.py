"""What came of the story, in the shape that outside checks rely on (`contracts.md`, demo object)."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from accounts.domain.actor import SYSTEM
from delivery import queries
from delivery.domain.states import CaseState, SimState
from delivery.queries.views import PhaseLine
from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from portingsvc.domain.states import NumberState
from portingsvc.queries import (
    AttemptLine,
    FeeLine,
    OrderLine,
    fees_of_case,
    numbers_of_case,
    orders_of_case,
)

_SENT = (SimState.SHIPPED, SimState.RECEIVED, SimState.ACTIVE)
_THERE = (SimState.RECEIVED, SimState.ACTIVE)


def report(case_id: str, books: dict[str, Any]) -> dict[str, Any]:
    """The object of `vaxla demo --json`, read from the product; the gateway's counts are its own."""
    with unit_of_work() as session:
        view = queries.case_view(session, SYSTEM, UUID(case_id), now=current(session))
        numbers = Counter(line.state for line in numbers_of_case(session, UUID(case_id)))
        orders = orders_of_case(session, UUID(case_id))
        fees = fees_of_case(session, UUID(case_id))
        events = session.scalar(
            select(func.count()).select_from(OutboxEvent).where(col(OutboxEvent.case_id) == UUID(case_id))
        )
    total = sum(numbers.values())
    gateway = {key: books[key] for key in ("requests_received", "duplicates_received")}
    ended = numbers[NumberState.PORTED] + numbers[NumberState.CANCELLED] == total
    return {
        "ok": view.line.state is CaseState.HANDED_OVER and ended and not gateway["duplicates_received"],
        "case": view.line.reference,
        "phases": [_phase(phase) for phase in view.phases],
        "numbers": {
            "total": total,
            "ported": numbers[NumberState.PORTED],
            "rejected": numbers[NumberState.REJECTED],
            "cancelled": numbers[NumberState.CANCELLED],
        },
        "attempts": [_attempt(order, attempt) for order in orders for attempt in order.attempts],
        "fees": [_fee(fee) for fee in fees],
        "sims": {
            "dispatched": sum(1 for card in view.sims if card.state in _SENT),
            "delivered": sum(1 for card in view.sims if card.state in _THERE),
        },
        "events": int(events or 0),
        "gateway": gateway,
    }


def _phase(phase: PhaseLine) -> dict[str, Any]:
    return {
        "name": phase.state.value,
        "opened": phase.opened_at.isoformat() if phase.opened_at else None,
        "closed": phase.closed_at.isoformat() if phase.closed_at else None,
    }


def _attempt(order: OrderLine, attempt: AttemptLine) -> dict[str, Any]:
    return {
        "number": order.first,
        "last": order.last,
        "attempt": attempt.attempt,
        "outcome": attempt.outcome,
        "reason": ", ".join(attempt.reasons) or None,
    }


def _fee(fee: FeeLine) -> dict[str, Any]:
    return {
        "number": fee.first,
        "attempt": fee.attempt,
        "amount_ore": fee.amount_ore,
        "payer": fee.payer,
        "reason": fee.reason,
    }
