"""One envelope a card, one parcel an address (SM-02)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.errors import ADDRESS_INCOMPLETE, NOTHING_TO_PACK
from delivery.domain.sims import SIM, address_faults
from delivery.domain.states import SIM as SIM_MACHINE
from delivery.domain.states import SimEvent, SimState
from delivery.models import CustomerUser, DeliveryCase, Parcel, SimCard
from delivery.questionnaire.queries.sim_sites import sim_sites
from delivery.usecases.settle import settle
from infra.transitions import Cause, move


def pack_parcels(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> list[Parcel]:
    """Pack every card that waits, a parcel for each address that the customer has named for a department.

    All else goes to the case's SIM address, else the agreement's. Raises `ADDRESS_INCOMPLETE` with the
    fields, `NOTHING_TO_PACK`.
    """
    case = repository.case(session, actor, case_id, lock=True)
    waiting = [
        card
        for card in repository.sims(session, [case.id])
        if card.state is SimState.RESERVED and card.kind == SIM
    ]
    if not waiting:
        raise NOTHING_TO_PACK.error()
    sites = sim_sites(session, case)
    by_address: dict[tuple[tuple[str, str], ...], list[SimCard]] = {}
    for card in waiting:
        user = session.get(CustomerUser, card.user_id) if sites.by_department and card.user_id else None
        address = sites.address(user.department if user else "")
        by_address.setdefault(tuple(sorted(address.items())), []).append(card)
    parcels = [_pack(session, case, dict(address), cards, cause) for address, cards in by_address.items()]
    settle(session, case, cause)
    return parcels


def _pack(
    session: Session, case: DeliveryCase, address: dict[str, str], cards: list[SimCard], cause: Cause
) -> Parcel:
    faults = address_faults(address)
    if faults:
        raise ADDRESS_INCOMPLETE.error(faults[0], fields=", ".join(faults))
    parcel = Parcel(
        reference=repository.next_parcel_reference(session),
        case_id=case.id,
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        address=address,
        created_at=cause.now,
    )
    session.add(parcel)
    session.flush()
    for envelope, card in enumerate(cards, start=1):
        card.parcel_id, card.envelope = parcel.id, envelope
        move(session, card, SIM_MACHINE, SimEvent.PACK, cause.because(parcel.reference))
    return parcel
