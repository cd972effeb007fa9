"""Let a fee be, with a reason and a name: a line of its own, since the ledger is never changed (NP-03)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, REASON_REQUIRED
from kernel.money import kronor
from portingsvc import repository
from portingsvc.domain.errors import WAIVER_TOO_LARGE
from portingsvc.models import FeeEntry, Payer, PortingAttempt
from portingsvc.usecases.charge_attempt import ATTEMPT_FEE, WAIVER


def waive_fee(session: Session, attempt_id: UUID, *, amount_ore: int | None = None, cause: Cause) -> FeeEntry:
    """Waive what the customer would pay for an attempt, all of it unless a sum is given. Once an attempt.

    `cause` is the approver and the reason. Raises `REASON_REQUIRED`, `WAIVER_TOO_LARGE` (also when nothing is
    left), `NOT_FOUND`.
    """
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    attempt = session.get(PortingAttempt, attempt_id)
    if attempt is None:
        raise NOT_FOUND.error()
    order = repository.lock_order(session, attempt.order_id)
    entries = repository.entries_of_attempt(session, attempt.id)
    left = sum(
        each.amount_ore
        for each in entries
        if each.payer is Payer.CUSTOMER and each.kind in (ATTEMPT_FEE, WAIVER)
    )
    wanted = left if amount_ore is None else amount_ore
    if not 0 < wanted <= left or any(each.kind == WAIVER for each in entries):
        raise WAIVER_TOO_LARGE.error("amount_ore", left=kronor(left), wanted=kronor(wanted))
    line = FeeEntry(
        order_id=order.id,
        attempt_id=attempt.id,
        case_id=order.case_id,
        kind=WAIVER,
        amount_ore=-wanted,
        payer=Payer.CUSTOMER,
        reason="waived",
        note=cause.reason,
        approved_by=cause.name,
        at=cause.now,
    )
    session.add(line)
    session.flush()
    facts = {
        "order": order.reference,
        "attempt": attempt.attempt,
        "amount_ore": wanted,
        "reason": cause.reason,
    }
    emit(session, "fee.waived", order.subject(), facts, actor=cause.name, now=cause.now)
    return line
