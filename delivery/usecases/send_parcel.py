"""A parcel goes, and comes (SM-01, SM-03)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.states import PARCEL, ParcelEvent, SimEvent
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.models import Parcel
from delivery.usecases.settle import settle
from infra.db import ring
from infra.queues import TRACK_PARCELS
from infra.transitions import Cause, move


def dispatch_parcel(
    session: Session, actor: Actor, parcel_id: UUID, *, tracking: str, cause: Cause
) -> Parcel:
    """Hand it to the carrier, with the carrier's number; without one it is booked with the carrier of the house.

    From then on the carrier is asked where it is (`sim_dispatch.usecases.track_parcels`).
    """
    parcel = repository.parcel(session, actor, parcel_id)
    parcel.tracking, parcel.dispatched_at = tracking.strip(), cause.now
    parcel.look_at = cause.now
    ring(session, TRACK_PARCELS)
    return _step(session, parcel, ParcelEvent.DISPATCH, SimEvent.SHIP, cause)


def confirm_parcel_received(session: Session, actor: Actor, parcel_id: UUID, *, cause: Cause) -> Parcel:
    """It has come; every card in it is in hand."""
    parcel = repository.parcel(session, actor, parcel_id)
    return receive(session, parcel, cause)


def receive(session: Session, parcel: Parcel, cause: Cause) -> Parcel:
    """It has come, as somebody or the carrier says."""
    parcel.delivered_at, parcel.look_at = cause.now, None
    return _step(session, parcel, ParcelEvent.DELIVER, SimEvent.RECEIVE, cause)


def _step(session: Session, parcel: Parcel, event: ParcelEvent, for_cards: SimEvent, cause: Cause) -> Parcel:
    move(session, parcel, PARCEL, event, cause)
    for card in repository.cards_of_parcel(session, parcel.id):
        move(session, card, SIM_MACHINE, for_cards, cause.because(parcel.reference))
    settle(session, repository.locked_case(session, parcel.case_id), cause)
    return parcel
