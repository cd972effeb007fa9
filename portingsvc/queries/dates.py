"""The dates of a case, explained, in one statement however many its numbers are."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from portingsvc.domain.possible_dates import Dates, Family, explain
from portingsvc.domain.states import OrderState
from portingsvc.models import PortingOrder

_ENDED = (OrderState.PORTED, OrderState.CANCELLED)


def dates_of_case(
    session: Session, case_id: UUID, now: datetime, wanted: datetime | None = None
) -> Dates | None:
    """When what is left of a case can move; none when nothing is left."""
    rows = session.exec(
        select(PortingOrder.donor, PortingOrder.number_type, func.sum(PortingOrder.count))
        .where(PortingOrder.case_id == case_id, col(PortingOrder.state).not_in(_ENDED))
        .group_by(col(PortingOrder.donor), col(PortingOrder.number_type))
    ).all()
    families = [Family(donor, number_type, int(count)) for donor, number_type, count in rows]
    return explain(families, now, wanted) if families else None
