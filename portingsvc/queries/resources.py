"""Orders as a partner reads them: one statement for a page, however many attempts and numbers there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, text
from sqlmodel import Session

from infra.often import Often
from portingsvc.domain.states import OrderState

_SELECT: Final = """
SELECT o.id, o.reference, o.external_reference, o.family_id, o.customer_id, o.case_id, o.donor, o.first, o.last,
       o.count, o.number_type, o.is_main, o.owner_id, o.owner_name, o.state, o.port_at, o.created_at,
       (SELECT coalesce(json_agg(json_build_array(a.attempt, a.state, a.was_in_doubt, a.reasons, a.submitted_at,
                                                  a.answered_at, a.fee_quote_ore, a.fee_payer, a.fee_quote_id)
                                 ORDER BY a.attempt), '[]')
        FROM porting_attempt a WHERE a.order_id = o.id) AS attempts,
       (SELECT coalesce(json_object_agg(n.state, n.amount), '{}')
        FROM (SELECT state, count(*) AS amount FROM porting_number WHERE order_id = o.id GROUP BY state) n)
        AS numbers
FROM porting_order o
WHERE o.partner_id = ANY(:partner_ids)
"""
_FILTERS: Final = {
    "order_id": "o.id = :order_id",
    "case_id": "o.case_id = :case_id",
    "family_id": "o.family_id = :family_id",
    "state": "o.state = :state",
    "donor": "o.donor = :donor",
    "external_reference": "o.external_reference = :external_reference",
    "number": "EXISTS (SELECT FROM porting_number n WHERE n.order_id = o.id AND n.e164 = :number)",
    "after": "o.id > :after",
}
_IDS: Final = ("order_id", "case_id", "family_id", "after")
_STATEMENTS: Final[dict[tuple[str, ...], Often]] = {}


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order with its attempts (as the columns of the statement) and its numbers counted by state."""

    id: UUID
    reference: str
    external_reference: str
    family_id: UUID | None
    customer_id: UUID
    case_id: UUID | None
    donor: str
    first: str
    last: str
    count: int
    number_type: str
    is_main: bool
    owner_id: str
    owner_name: str
    state: OrderState
    port_at: datetime
    created_at: datetime
    attempts: Sequence[Sequence[Any]]
    numbers: Mapping[str, int]


def order_rows(
    session: Session, partner_ids: Collection[UUID], limit: int, **wanted: object
) -> list[OrderRow]:
    """Orders of some partners and of nobody else, in order of id. `wanted` are of the filters above; none is no filter."""
    given = {name: value for name, value in wanted.items() if value is not None}
    found = _statement(tuple(given)).ask(session, {**given, "partner_ids": list(partner_ids), "limit": limit})
    return [OrderRow(*row) for row in found]


def _statement(names: tuple[str, ...]) -> Often:
    made = _STATEMENTS.get(names)
    if made is None:
        where = "".join(f" AND {_FILTERS[name]}" for name in names)
        made = Often(
            text(f"{_SELECT}{where} ORDER BY o.id LIMIT :limit").bindparams(
                bindparam("partner_ids", type_=ARRAY(Uuid)),
                *(bindparam(name, type_=Uuid()) for name in _IDS if name in names),
            )
        )
        _STATEMENTS[names] = made
    return made
