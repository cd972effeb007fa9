"""Write an attempt into the fee ledger, once, when the gateway is known to have it (NP-03)."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from infra.transitions import Cause
from portingsvc.domain.donors import donor
from portingsvc.models import FeeEntry, Payer, PortingAttempt, PortingOrder

ATTEMPT_FEE = "attempt"
DONOR_COST = "donor_cost"


def charge_attempt(session: Session, order: PortingOrder, attempt: PortingAttempt, cause: Cause) -> None:
    """Two lines: the attempt as quoted (0 for the first), and what the donor charges us for the series.

    Doing it twice writes nothing the second time: one line of a kind for each attempt, by constraint.
    """
    lines = (
        (ATTEMPT_FEE, attempt.fee_quote_ore, Payer(attempt.fee_payer), attempt.fee_reason),
        (DONOR_COST, donor(order.donor).fee_ore, Payer.OPERATOR, "donor_fee_per_series"),
    )
    for kind, amount, payer, reason in lines:
        session.execute(
            insert(FeeEntry)
            .values(
                order_id=order.id,
                attempt_id=attempt.id,
                case_id=order.case_id,
                kind=kind,
                amount_ore=amount,
                payer=payer,
                reason=reason,
                approved_by="",
                at=cause.now,
            )
            .on_conflict_do_nothing(index_elements=["attempt_id", "kind"])
        )
