"""Write attempts into the fee ledger, once, when the gateway is known to have them (NP-03)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from infra.columns import table_of
from infra.transitions import Cause
from portingsvc.domain.donors import donor
from portingsvc.models import FeeEntry, Payer, PortingAttempt, PortingOrder

ATTEMPT_FEE: Final = "attempt"
DONOR_COST: Final = "donor_cost"
WAIVER: Final = "waiver"
_ONCE: Final = insert(table_of(FeeEntry)).on_conflict_do_nothing(index_elements=["attempt_id", "kind"])


def charge_attempts(session: Session, received: Sequence[tuple[PortingAttempt, PortingOrder, Cause]]) -> None:
    """Two lines each: the attempt as quoted (0 for the first), and what the donor charges us for the series.

    Doing it twice writes nothing the second time: one line of a kind for each attempt, by constraint.
    """
    lines = [line for attempt, order, cause in received for line in _lines(attempt, order, cause)]
    if lines:
        session.flush()
        # One statement for all sizes, sent row by row in a pipeline: one of a thousand rows is slow to write down.
        session.connection().execute(_ONCE, lines)


def _lines(attempt: PortingAttempt, order: PortingOrder, cause: Cause) -> list[dict[str, Any]]:
    common = {
        "order_id": order.id,
        "attempt_id": attempt.id,
        "case_id": order.case_id,
        "note": "",
        "approved_by": attempt.fee_accepted_by,
        "at": cause.now,
    }
    own = {
        "kind": ATTEMPT_FEE,
        "amount_ore": attempt.fee_quote_ore,
        "payer": Payer(attempt.fee_payer),
        "reason": attempt.fee_reason,
    }
    donors = {
        "kind": DONOR_COST,
        "amount_ore": donor(order.donor).fee_ore * attempt.series_count,
        "payer": Payer.OPERATOR,
        "reason": "donor_fee_per_series",
    }
    return [{**common, **own}, {**common, **donors}]
