"""Families as a partner reads them: their orders and numbers counted by state."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

_SELECT: Final = """
SELECT f.id, f.external_reference, f.customer_id, f.port_at, f.created_at, f.submitted_at,
       (SELECT coalesce(json_object_agg(c.state, c.amount), '{}') FROM (
            SELECT state, count(*) AS amount FROM porting_order WHERE family_id = f.id GROUP BY state) c) AS orders,
       (SELECT coalesce(json_object_agg(c.state, c.amount), '{}') FROM (
            SELECT n.state, count(*) AS amount FROM porting_number n JOIN porting_order o ON o.id = n.order_id
            WHERE o.family_id = f.id GROUP BY n.state) c) AS numbers,
       jsonb_array_length(f.refused) AS refused_count
FROM porting_family f
WHERE f.partner_id = ANY(:partner_ids)
"""
_FILTERS: Final = {
    "family_id": "f.id = :family_id",
    "external_reference": "f.external_reference = :external_reference",
    "after": "f.id > :after",
}


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """A family; `refused_count` is how many of what was asked for were refused."""

    id: UUID
    external_reference: str
    customer_id: UUID
    port_at: datetime
    created_at: datetime
    submitted_at: datetime | None
    orders: Mapping[str, int]
    numbers: Mapping[str, int]
    refused_count: int


def family_rows(
    session: Session, partner_ids: Collection[UUID], limit: int, **wanted: object
) -> list[FamilyRow]:
    """Families of some partners and of nobody else, in order of id."""
    given = {name: value for name, value in wanted.items() if value is not None}
    where = "".join(f" AND {_FILTERS[name]}" for name in given)
    found = session.connection().execute(
        text(f"{_SELECT}{where} ORDER BY f.id LIMIT :limit"),
        {**given, "partner_ids": list(partner_ids), "limit": limit},
    )
    return [FamilyRow(*row) for row in found]


def refused_of_family(
    session: Session, partner_ids: Collection[UUID], family_id: UUID, after: int, limit: int
) -> Sequence[Mapping[str, Any]]:
    """What was refused of a family, from after a place on."""
    found = session.connection().execute(
        text(
            """
            SELECT each FROM porting_family f, jsonb_array_elements(f.refused) each
            WHERE f.id = :family_id AND f.partner_id = ANY(:partner_ids) AND (each->>'place')::int > :after
            ORDER BY (each->>'place')::int LIMIT :limit
            """
        ),
        {"family_id": family_id, "partner_ids": list(partner_ids), "after": after, "limit": limit},
    )
    return [row[0] for row in found]
