"""Move orders that no donor has yet: at once, in a fixed number of statements however many they are (NP-07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from infra.db import ring
from infra.outbox import News, emit_all
from infra.queues import DISPATCH
from infra.transitions import Cause, move
from kernel.errors import DomainError
from portingsvc import repository
from portingsvc.domain import fees, schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import ATTEMPT, AttemptEvent, AttemptState
from portingsvc.models import PortingAttempt, PortingOrder
from portingsvc.usecases.cancel_order import refuse_attempt_on_its_way
from portingsvc.usecases.plan_orders import add_attempt, refuse_early

Steps = Sequence[tuple[PortingOrder, datetime]]


def move_unsent(session: Session, steps: Steps, cause: Cause) -> dict[UUID, DomainError]:
    """Give held orders new times. Returns, by order, why one keeps its time; nothing of that one is written.

    Reasons: `PORT_DATE_TOO_EARLY` (an unsent request counts its full lead from now), `REQUEST_ON_ITS_WAY`.
    """
    attempts = repository.open_attempts(session, [order.id for order, _ in steps])
    refused: dict[UUID, DomainError] = {}
    news: list[News] = []
    for order, port_at in steps:
        attempt = attempts.get(order.id)
        try:
            refuse_early(order.donor, order.number_type, order.first, order.last, cause.now, port_at)
            refuse_attempt_on_its_way(order, attempt)
        except DomainError as refusal:
            refused[order.id] = refusal
            continue
        facts = {"from": order.port_at.isoformat(), "to": port_at.isoformat(), "reference": order.reference}
        order.port_at = port_at
        if attempt is not None and attempt.state is AttemptState.PLANNED:
            _move_attempt(session, order, attempt, cause)
        news.append(News("porting_order.moved", order.subject(), facts, cause.name, cause.now))
    if news:
        emit_all(session, news)
    return refused


def _move_attempt(session: Session, order: PortingOrder, attempt: PortingAttempt, cause: Cause) -> None:
    """Bytes that were once made never change, so an attempt that has them gives way to a new one."""
    if attempt.payload is None:
        at = donor(order.donor)
        attempt.port_at = order.port_at
        attempt.latest_at = schedule.latest_submit(at, order.number_type, order.port_at)
        return
    move(
        session, attempt, ATTEMPT, AttemptEvent.CANCEL, cause.because("the port was moved before it was sent")
    )
    quote = fees.Quote(attempt.fee_quote_ore, attempt.fee_payer, attempt.fee_reason)
    made = add_attempt(session, order, attempt.attempt + 1, quote, cause)
    made.fee_quote_id = attempt.fee_quote_id
    made.fee_accepted_by, made.fee_accepted_at = attempt.fee_accepted_by, attempt.fee_accepted_at
    ring(session, DISPATCH)
