"""A partner's cases a page at a time: the database narrows and cuts, and only what is shown is worked out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from operator import eq, ge, gt, le
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.models import Organisation
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.queries.cases import lines_of
from delivery.queries.lines import CaseLine


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a page is narrowed to; none is no filter. `org_number` is the customer's ten digits."""

    after: UUID | None = None
    phase: CaseState | None = None
    external_reference: str | None = None
    org_number: str | None = None
    go_live_from: date | None = None
    go_live_to: date | None = None


def case_page(
    session: Session, partner_ids: Collection[UUID], wanted: CaseFilter, limit: int, *, now: datetime
) -> list[CaseLine]:
    """Cases of some partners and of nobody else, in order of id."""
    narrowing: tuple[tuple[Any, Any, Any], ...] = (
        (gt, DeliveryCase.id, wanted.after),
        (eq, DeliveryCase.state, wanted.phase),
        (eq, DeliveryCase.external_reference, wanted.external_reference),
        (ge, DeliveryCase.go_live_on, wanted.go_live_from),
        (le, DeliveryCase.go_live_on, wanted.go_live_to),
    )
    query = (
        select(DeliveryCase)
        .where(col(DeliveryCase.partner_id).in_(partner_ids))
        .where(*(how(column, value) for how, column, value in narrowing if value is not None))
        .order_by(col(DeliveryCase.id))
        .limit(limit)
    )
    if wanted.org_number is not None:
        customers = select(Organisation.id).where(Organisation.org_number == wanted.org_number)
        query = query.where(col(DeliveryCase.customer_id).in_(customers))
    return lines_of(session, session.exec(query).all(), now)
