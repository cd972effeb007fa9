"""Telephone numbers as a partner follows them: each with its state, a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

# Paged by order and number: that is an index, while the state of a number changes.
_SELECT: Final = """
SELECT n.id, n.e164, n.state, n.order_id, n.case_id, o.family_id, o.donor, n.reasons, n.ported_at
FROM porting_order o JOIN porting_number n ON n.order_id = o.id
WHERE o.partner_id = ANY(:partner_ids)
"""
_FILTERS: Final = {
    "case_id": "o.case_id = :case_id",
    "family_id": "o.family_id = :family_id",
    "order_id": "o.id = :order_id",
    "state": "n.state = :state",
    "donor": "o.donor = :donor",
    "number": "n.e164 = :number",
    "after_order": "(n.order_id, n.e164) > (:after_order, :after_number)",
}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number of an order; `reasons` are those of its last no."""

    id: UUID
    e164: str
    state: str
    order_id: UUID
    case_id: UUID | None
    family_id: UUID | None
    donor: str
    reasons: Sequence[Mapping[str, Any]]
    ported_at: datetime | None


def number_rows(
    session: Session, partner_ids: Collection[UUID], limit: int, after_number: str = "", **wanted: object
) -> list[NumberRow]:
    """Numbers of some partners' orders and of nobody else's, by order and number."""
    given = {name: value for name, value in wanted.items() if value is not None}
    where = "".join(f" AND {_FILTERS[name]}" for name in given)
    found = session.connection().execute(
        text(f"{_SELECT}{where} ORDER BY n.order_id, n.e164 LIMIT :limit"),
        {**given, "partner_ids": list(partner_ids), "limit": limit, "after_number": after_number},
    )
    return [NumberRow(*row) for row in found]
