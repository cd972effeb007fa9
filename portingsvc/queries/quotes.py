"""Fee quotes as a partner reads them: each with its lines taken together by donor, attempt and price."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, select

from portingsvc.models import FeeQuoteLine

_SELECT: Final = """
SELECT q.id, q.partner_id, q.customer_id, q.case_id, q.order_id, q.replaces_id, q.total_ore, q.operator_ore,
       q.further_attempt_ore, q.made_by, q.made_at, q.valid_until, q.accepted_by, q.accepted_at,
       (SELECT json_agg(p) FROM (
            SELECT donor, number_type, attempt, amount_ore, payer, reason, count(*) AS series
            FROM fee_quote_line WHERE quote_id = q.id
            GROUP BY donor, number_type, attempt, amount_ore, payer, reason
            ORDER BY donor, number_type, attempt, amount_ore, payer, reason) p) AS parts
FROM fee_quote q
WHERE q.partner_id = ANY(:partner_ids)
"""
_FILTERS: Final = {
    "quote_id": "q.id = :quote_id",
    "case_id": "q.case_id = :case_id",
    "order_id": "(q.order_id = :order_id OR EXISTS (SELECT FROM fee_quote_line l"
    " WHERE l.quote_id = q.id AND l.order_id = :order_id))",
    "after": "q.id > :after",
}
STATES: Final = {
    "open": "q.accepted_at IS NULL AND q.valid_until >= :now",
    "accepted": "q.accepted_at IS NOT NULL",
    "expired": "q.accepted_at IS NULL AND q.valid_until < :now",
}
"""What the state of a quote means, in the database's words."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote; `parts` are its lines taken together, as the statement makes them."""

    id: UUID
    partner_id: UUID
    customer_id: UUID | None
    case_id: UUID | None
    order_id: UUID | None
    replaces_id: UUID | None
    total_ore: int
    operator_ore: int
    further_attempt_ore: int
    made_by: str
    made_at: datetime
    valid_until: datetime
    accepted_by: str
    accepted_at: datetime | None
    parts: Sequence[Mapping[str, Any]]

    def state(self, now: datetime) -> str:
        """One of `STATES`."""
        if self.accepted_at is not None:
            return "accepted"
        return "open" if now <= self.valid_until else "expired"


def quote_rows(
    session: Session,
    partner_ids: Collection[UUID],
    limit: int,
    now: datetime,
    *,
    state: str | None = None,
    **wanted: object,
) -> list[QuoteRow]:
    """Quotes of some partners and of nobody else, in order of id."""
    given = {name: value for name, value in wanted.items() if value is not None}
    conditions = [_FILTERS[name] for name in given] + ([STATES[state]] if state else [])
    where = "".join(f" AND {each}" for each in conditions)
    found = session.connection().execute(
        text(f"{_SELECT}{where} ORDER BY q.id LIMIT :limit"),
        {**given, "partner_ids": list(partner_ids), "limit": limit, "now": now},
    )
    return [QuoteRow(*row) for row in found]


def quote_lines(session: Session, quote_id: UUID, after: int, limit: int) -> Sequence[FeeQuoteLine]:
    """The lines of a quote, from after a place on."""
    return session.exec(
        select(FeeQuoteLine)
        .where(FeeQuoteLine.quote_id == quote_id, FeeQuoteLine.place > after)
        .order_by(col(FeeQuoteLine.place))
        .limit(limit)
    ).all()
