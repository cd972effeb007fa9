"""Numbers that are between being asked for and having moved: what must not change under them (SM-03, SM-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from portingsvc.domain import schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import LIVE_NUMBER_STATES, NumberState, OrderState
from portingsvc.models import PortingNumber, PortingOrder

_NOT_ASKED_FOR = (OrderState.DRAFT, OrderState.READY)


@dataclass(frozen=True, slots=True)
class BookedPort:
    """A number whose port the donor has confirmed and that has not moved yet."""

    case_id: UUID
    number: str
    order_id: UUID
    donor_name: str
    port_at: datetime
    stop_deadline: datetime


@dataclass(frozen=True, slots=True)
class PortTime:
    """When an order is to port; no more than a plan needs."""

    id: UUID
    donor: str
    state: OrderState
    port_at: datetime


def port_times(session: Session, case_id: UUID) -> list[PortTime]:
    """The times of all orders of a case, in one statement."""
    rows = session.exec(
        select(PortingOrder.id, PortingOrder.donor, PortingOrder.state, PortingOrder.port_at).where(
            PortingOrder.case_id == case_id
        )
    )
    return [PortTime(row[0], row[1], OrderState(row[2]), row[3]) for row in rows]


def numbers_under_way(session: Session, numbers: Iterable[str]) -> dict[str, str]:
    """Which of some numbers are being ported, with the order's reference: asked for, and not moved or given up."""
    rows = session.exec(
        select(PortingNumber.e164, PortingOrder.reference)
        .join(PortingOrder, col(PortingOrder.id) == PortingNumber.order_id)
        .where(
            col(PortingNumber.e164).in_(list(numbers)),
            col(PortingNumber.state).in_(LIVE_NUMBER_STATES),
            col(PortingOrder.state).not_in(_NOT_ASKED_FOR),
        )
    )
    return dict(rows.all())


def booked_ports(session: Session, case_ids: Iterable[UUID]) -> list[BookedPort]:
    """The booked ports of some cases, the next to be past stopping first."""
    rows = session.exec(
        select(PortingNumber, PortingOrder)
        .join(PortingOrder, col(PortingOrder.id) == PortingNumber.order_id)
        .where(col(PortingNumber.case_id).in_(list(case_ids)), PortingNumber.state == NumberState.CONFIRMED)
    )
    found = [
        BookedPort(
            number.case_id,
            number.e164,
            order.id,
            donor(order.donor).name,
            order.port_at,
            schedule.stop_deadline(donor(order.donor), order.port_at),
        )
        for number, order in rows
        if number.case_id is not None
    ]
    return sorted(found, key=lambda each: (each.stop_deadline, each.number))
