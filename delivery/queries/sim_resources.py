"""SIM cards and parcels as a partner reads them, page by page. PIN, PUK and activation codes are not here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from delivery.domain.states import ParcelState, SimState
from delivery.models import CustomerUser, Parcel, SimCard
from delivery.sim_dispatch.models import ParcelScan


@dataclass(frozen=True, slots=True)
class SimFilter:
    """Which cards are wanted; what is None narrows nothing. `number` is E.164."""

    sim_id: UUID | None = None
    case_id: UUID | None = None
    customer_id: UUID | None = None
    parcel_id: UUID | None = None
    state: SimState | None = None
    kind: str | None = None
    number: str | None = None
    iccid: str | None = None
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class SimRow:
    """A card, and who has it. No codes."""

    id: UUID
    iccid: str
    kind: str
    state: SimState
    case_id: UUID
    customer_id: UUID
    number: str
    parcel_id: UUID | None
    envelope: int | None
    user_id: UUID | None
    user_name: str
    user_email: str


def sim_rows(session: Session, partner_ids: Collection[UUID], limit: int, wanted: SimFilter) -> list[SimRow]:
    """Cards of some partners' cases and of nobody else's, in order of id."""
    columns: Any = (
        SimCard.id, SimCard.iccid, SimCard.kind, SimCard.state, SimCard.case_id, SimCard.customer_id, SimCard.number,
        SimCard.parcel_id, SimCard.envelope, SimCard.user_id,
        func.coalesce(CustomerUser.name, ""), func.coalesce(CustomerUser.email, ""),
    )  # fmt: skip
    rows: Any = (
        select(*columns)
        .outerjoin(CustomerUser, col(CustomerUser.id) == SimCard.user_id)
        .where(col(SimCard.partner_id).in_(partner_ids), col(SimCard.case_id).is_not(None))
    )
    same = {
        SimCard.id: wanted.sim_id,
        SimCard.case_id: wanted.case_id,
        SimCard.customer_id: wanted.customer_id,
        SimCard.parcel_id: wanted.parcel_id,
        SimCard.state: wanted.state,
        SimCard.kind: wanted.kind,
        SimCard.number: wanted.number,
        SimCard.iccid: wanted.iccid,
    }
    for column, value in same.items():
        if value is not None:
            rows = rows.where(column == value)
    if wanted.after is not None:
        rows = rows.where(col(SimCard.id) > wanted.after)
    return [SimRow(*row) for row in session.exec(rows.order_by(col(SimCard.id)).limit(limit))]


@dataclass(frozen=True, slots=True)
class ParcelFilter:
    """Which parcels are wanted; what is None narrows nothing."""

    parcel_id: UUID | None = None
    case_id: UUID | None = None
    customer_id: UUID | None = None
    state: ParcelState | None = None
    after: UUID | None = None


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """A parcel, how many cards lie in it, and what the carrier has said, oldest first."""

    parcel: Parcel
    cards: int
    scans: Sequence[ParcelScan]


def parcel_rows(
    session: Session, partner_ids: Collection[UUID], limit: int, wanted: ParcelFilter
) -> list[ParcelRow]:
    """Parcels of some partners' cases and of nobody else's, in order of id."""
    rows: Any = select(Parcel).where(col(Parcel.partner_id).in_(partner_ids))
    same = {
        Parcel.id: wanted.parcel_id,
        Parcel.case_id: wanted.case_id,
        Parcel.customer_id: wanted.customer_id,
        Parcel.state: wanted.state,
    }
    for column, value in same.items():
        if value is not None:
            rows = rows.where(column == value)
    if wanted.after is not None:
        rows = rows.where(col(Parcel.id) > wanted.after)
    found: Sequence[Parcel] = session.exec(rows.order_by(col(Parcel.id)).limit(limit)).all()
    ids = [each.id for each in found]
    counted = select(SimCard.parcel_id, func.count()).where(col(SimCard.parcel_id).in_(ids))
    cards = dict(session.exec(counted.group_by(col(SimCard.parcel_id))).all())
    said = _scans(session, ids)
    return [ParcelRow(each, cards.get(each.id, 0), said.get(each.id, ())) for each in found]


def _scans(session: Session, ids: Collection[UUID]) -> dict[UUID, list[ParcelScan]]:
    found: dict[UUID, list[ParcelScan]] = {}
    rows = session.exec(
        select(ParcelScan)
        .where(col(ParcelScan.parcel_id).in_(ids))
        .order_by(col(ParcelScan.parcel_id), col(ParcelScan.position))
    )
    for row in rows:
        found.setdefault(row.parcel_id, []).append(row)
    return found
