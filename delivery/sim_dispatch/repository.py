"""All SQL that SIM dispatch writes by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from delivery.domain.states import ParcelState
from delivery.models import DeliveryCase, Parcel, SimCard
from delivery.sim_dispatch.models import ParcelScan, SimWaiver
from kernel.errors import NOT_FOUND


def card(session: Session, actor: Actor, case_id: UUID, sim_id: UUID) -> SimCard:
    """A card of a case, held. Raises `NOT_FOUND` for one that is not of it, or not the actor's to see."""
    found = session.exec(
        select(SimCard)
        .where(SimCard.id == sim_id, SimCard.case_id == case_id)
        .with_for_update(key_share=True)
    ).first()
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def card_by_iccid(session: Session, iccid: str) -> SimCard | None:
    return session.exec(select(SimCard).where(SimCard.iccid == iccid).with_for_update(key_share=True)).first()


def parcel_of_case(session: Session, actor: Actor, case_id: UUID, parcel_id: UUID) -> Parcel:
    found = session.get(Parcel, parcel_id)
    if found is None or found.case_id != case_id or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def locked_parcel(session: Session, parcel_id: UUID) -> Parcel:
    return session.exec(select(Parcel).where(Parcel.id == parcel_id).with_for_update(key_share=True)).one()


def claim_due(session: Session, now: datetime, limit: int) -> Sequence[Parcel]:
    """Parcels under way whose time to be looked at has come; one that somebody else looks at is passed over."""
    return session.exec(
        select(Parcel)
        .where(Parcel.state == ParcelState.DISPATCHED, col(Parcel.look_at) <= now)
        .order_by(col(Parcel.look_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def scans(session: Session, parcel_ids: Iterable[UUID]) -> Sequence[ParcelScan]:
    return session.exec(
        select(ParcelScan)
        .where(col(ParcelScan.parcel_id).in_(list(parcel_ids)))
        .order_by(col(ParcelScan.parcel_id), col(ParcelScan.position))
    ).all()


def waivers(session: Session, case_ids: Iterable[UUID]) -> Sequence[SimWaiver]:
    return session.exec(
        select(SimWaiver).where(col(SimWaiver.case_id).in_(list(case_ids))).order_by(col(SimWaiver.id))
    ).all()


def unreleased_cases(session: Session, case_ids: Iterable[UUID]) -> set[UUID]:
    return set(
        session.exec(
            select(DeliveryCase.id).where(
                col(DeliveryCase.id).in_(list(case_ids)), col(DeliveryCase.ports_released_at).is_(None)
            )
        ).all()
    )
