"""What can be quoted, and what has been."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from datetime import datetime
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select as sql_select
from sqlalchemy import text
from sqlmodel import Session, col, select

from infra.copying import copy_rows
from portingsvc.domain.states import AttemptState
from portingsvc.models import FeeQuote, FeeQuoteLine, PortingAttempt

_ORDERS: Final = """
SELECT o.id, o.partner_id, o.customer_id, o.donor, o.first, o.last, o.number_type, o.state,
       a.attempt, a.state, a.fee_quote_ore, a.fee_payer, a.fee_reason,
       coalesce(r.reasons, '[]'), r.contested_at
FROM porting_order o
LEFT JOIN LATERAL (SELECT * FROM porting_attempt WHERE order_id = o.id ORDER BY attempt DESC LIMIT 1) a ON true
LEFT JOIN LATERAL (SELECT * FROM repair_task WHERE order_id = o.id AND closed_at IS NULL LIMIT 1) r ON true
WHERE {where}
ORDER BY o.id
"""
_WHERE: Final = {
    "case_id": "o.case_id = :case_id AND o.partner_id = ANY(:partner_ids)",
    "order_id": "o.id = :order_id AND o.partner_id = ANY(:partner_ids)",
}
_LINES: Final = (
    "place", "donor", "first", "last", "number_type", "attempt", "amount_ore", "payer", "reason",
)  # fmt: skip


@dataclass(slots=True)
class QuoteLine:
    """A line of a quote as many are made, compared and stored at once: 20,000 rows are no 20,000 mapped objects."""

    place: int
    first: str
    last: str
    donor: str
    number_type: str
    attempt: int
    amount_ore: int
    payer: str
    reason: str
    order_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class QuotableOrder:
    """An order as a quote needs it: its last request, and what stands in the way of the next."""

    id: UUID
    partner_id: UUID
    customer_id: UUID
    donor: str
    first: str
    last: str
    number_type: str
    state: str
    attempt: int | None
    attempt_state: str | None
    fee_quote_ore: int | None
    fee_payer: str | None
    fee_reason: str | None
    reasons: Sequence[Mapping[str, Any]]
    contested_at: datetime | None


def quotable_orders(session: Session, which: str, **given: object) -> list[QuotableOrder]:
    """The orders of a case, or one order, of some partners (`partner_ids`) and of nobody else."""
    found = session.connection().execute(text(_ORDERS.format(where=_WHERE[which])), given)
    return [QuotableOrder(*row) for row in found]


def add_quote_lines(session: Session, quote: FeeQuote, lines: Sequence[QuoteLine]) -> None:
    """By COPY: a quote may be of 20,000 numbers. Those of orders name them; the others leave it null."""
    session.add(quote)
    session.flush()
    for named in (True, False):
        some = [each for each in lines if (each.order_id is not None) is named]
        columns = (*_LINES, "order_id") if named else _LINES
        values = attrgetter(*columns)
        rows = [(str(quote.id), *map(str, values(each))) for each in some]
        if rows:
            copy_rows(session, "fee_quote_line", ("quote_id", *columns), rows)


def lock_quote(session: Session, quote_id: UUID, partner_ids: Collection[UUID]) -> FeeQuote | None:
    return session.exec(
        select(FeeQuote)
        .where(FeeQuote.id == quote_id, col(FeeQuote.partner_id).in_(partner_ids))
        .with_for_update(key_share=True)
    ).first()


def replacement(session: Session, quote_id: UUID) -> FeeQuote | None:
    """The quote that was made instead of one."""
    return session.exec(select(FeeQuote).where(FeeQuote.replaces_id == quote_id)).first()


def lines_of_quote(session: Session, quote_id: UUID) -> list[QuoteLine]:
    columns = [getattr(FeeQuoteLine, each.name) for each in dataclass_fields(QuoteLine)]
    found = session.execute(
        sql_select(*columns).where(col(FeeQuoteLine.quote_id) == quote_id).order_by(col(FeeQuoteLine.place))
    )
    return [QuoteLine(*row) for row in found]


def bind_attempts(session: Session, quote: FeeQuote) -> None:
    """The requests of a quote's orders that are made and unsent are henceforth accepted at its price."""
    session.execute(
        text(
            """
            UPDATE porting_attempt a
            SET fee_quote_id = :quote_id, fee_accepted_by = left(:accepted_by, 200), fee_accepted_at = :at
            FROM fee_quote_line l
            WHERE l.quote_id = :quote_id AND a.order_id = l.order_id AND a.attempt = l.attempt AND a.state = :planned
            """
        ),
        {
            "quote_id": quote.id,
            "accepted_by": quote.accepted_by,
            "at": quote.accepted_at,
            "planned": AttemptState.PLANNED.value,
        },
    )


def name_orders(session: Session, quote_id: UUID, order_ids: Sequence[UUID]) -> None:
    """The orders that were made of a quote's numbers now stand in its lines."""
    session.execute(
        text(
            """
            UPDATE fee_quote_line l SET order_id = o.id FROM porting_order o
            WHERE l.quote_id = :quote_id AND l.order_id IS NULL AND o.id = ANY(:order_ids)
              AND o.first = l.first AND o.last = l.last AND o.donor = l.donor
            """
        ),
        {"quote_id": quote_id, "order_ids": list(order_ids)},
    )


def accepted_line(session: Session, order_id: UUID, attempt: int) -> tuple[FeeQuoteLine, FeeQuote] | None:
    """What was last accepted for a request of an order."""
    return session.exec(
        select(FeeQuoteLine, FeeQuote)
        .join(FeeQuote, col(FeeQuote.id) == FeeQuoteLine.quote_id)
        .where(FeeQuoteLine.order_id == order_id, FeeQuoteLine.attempt == attempt)
        .where(col(FeeQuote.accepted_at).is_not(None))
        .order_by(col(FeeQuote.accepted_at).desc())
        .limit(1)
    ).first()


def bind_attempt(attempt: PortingAttempt, quote: FeeQuote) -> None:
    """A new request stands under what was accepted for it."""
    attempt.fee_quote_id = quote.id
    attempt.fee_accepted_by, attempt.fee_accepted_at = quote.accepted_by[:200], quote.accepted_at
