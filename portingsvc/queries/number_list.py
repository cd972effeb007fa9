"""All numbers of all cases: counted by state, paged through, found by how they begin. Every one by an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from portingsvc.domain.states import NumberState
from portingsvc.models import NumberTally, PortingNumber, PortingOrder


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number in the list of all numbers."""

    id: UUID
    e164: str
    state: NumberState
    case_id: UUID | None
    order_id: UUID
    donor: str


def number_tally() -> Any:
    """How many numbers stand in each state, from what the transactions kept; a query to put beside others."""
    return columns(col(NumberTally.state), func.sum(col(NumberTally.change))).group_by(col(NumberTally.state))


def number_page(
    session: Session, state: NumberState, *, after: tuple[str, UUID] | None, limit: int
) -> list[ListedNumber]:
    """A page of the numbers in a state, in order; `after` is number and id of the last one shown."""
    wanted = (
        select(PortingNumber, PortingOrder.donor)
        .join(PortingOrder, col(PortingOrder.id) == PortingNumber.order_id)
        .where(PortingNumber.state == state)
        .order_by(col(PortingNumber.e164), col(PortingNumber.id))
        .limit(limit)
    )
    if after is not None:
        wanted = wanted.where(tuple_(col(PortingNumber.e164), col(PortingNumber.id)) > after)
    return [
        ListedNumber(row.id, row.e164, NumberState(row.state), row.case_id, row.order_id, donor)
        for row, donor in session.exec(wanted)
    ]


def numbers_beginning(beginning: str, limit: int) -> Any:
    """The cases and numbers that begin so, for a search; a query to put beside others."""
    return (
        columns(col(PortingNumber.case_id), col(PortingNumber.e164))
        .where(col(PortingNumber.e164).like(f"{beginning}%"), col(PortingNumber.case_id).is_not(None))
        .limit(limit)
    )
