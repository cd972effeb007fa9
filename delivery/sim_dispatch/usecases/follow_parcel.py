"""A parcel that comes back or is lost: its cards go with it, and who needs one gets another (SM-03)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.states import PARCEL, ParcelEvent, SimEvent, SimState
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.models import Parcel
from delivery.usecases.assign_sims import assign_sims
from delivery.usecases.settle import settle
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED


def return_parcel(session: Session, actor: Actor, parcel_id: UUID, *, cause: Cause) -> Parcel:
    """It came back unopened: its cards wait to be packed again, when the address has been put right."""
    refuse_outsiders(actor)
    return step_back(session, repository.parcel(session, actor, parcel_id), ParcelEvent.RETURN, cause)


def lose_parcel(session: Session, actor: Actor, parcel_id: UUID, *, cause: Cause) -> Parcel:
    """It is lost, and so are its cards; their users get others. Raises `REASON_REQUIRED`."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    return step_back(session, repository.parcel(session, actor, parcel_id), ParcelEvent.LOSE, cause)


def step_back(session: Session, parcel: Parcel, event: ParcelEvent, cause: Cause) -> Parcel:
    """`return` or `lose`, said by a person or by the carrier."""
    move(session, parcel, PARCEL, event, cause)
    parcel.look_at = None
    for_cards = SimEvent.RETURN if event is ParcelEvent.RETURN else SimEvent.LOSE
    case = repository.locked_case(session, parcel.case_id)
    for card in repository.cards_of_parcel(session, parcel.id):
        if card.state is SimState.SHIPPED:
            move(session, card, SIM_MACHINE, for_cards, cause.because(parcel.reference))
            card.parcel_id, card.envelope = None, None
    assign_sims(session, case, cause)
    settle(session, case, cause)
    return parcel
