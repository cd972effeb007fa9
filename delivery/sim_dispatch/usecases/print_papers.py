"""Print what a parcel needs. The inside of envelopes is revealed card by card, with a line in the history each."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from delivery.domain.authority import refuse_outsiders
from delivery.sim_dispatch import repository
from delivery.sim_dispatch.domain.papers import address_lines
from delivery.sim_dispatch.gateways.parcel_pdf import inserts_pdf, labels_pdf, packing_list_pdf
from delivery.sim_dispatch.queries.papers import packed_cards
from delivery.usecases.reveal_envelope import envelope_content
from infra.transitions import Cause
from kernel.language import Language


def print_packing_list(
    session: Session, actor: Actor, case_id: UUID, parcel_id: UUID, *, language: Language
) -> bytes:
    """Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    parcel = repository.parcel_of_case(session, actor, case_id, parcel_id)
    company = accounts.organisation(session, parcel.customer_id).name
    cards = packed_cards(session, parcel)
    return packing_list_pdf(parcel.reference, address_lines(company, parcel.address), cards, language)


def print_labels(
    session: Session, actor: Actor, case_id: UUID, parcel_id: UUID, *, language: Language
) -> bytes:
    """Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    parcel = repository.parcel_of_case(session, actor, case_id, parcel_id)
    company = accounts.organisation(session, parcel.customer_id).name
    return labels_pdf(parcel.reference, company, parcel.address, packed_cards(session, parcel), language)


def print_inserts(
    session: Session, actor: Actor, case_id: UUID, parcel_id: UUID, *, language: Language, cause: Cause
) -> bytes:
    """PIN and PUK of every card of a parcel, for the inside of its envelope. Raises `NOT_YOURS`, `NOT_FOUND`."""
    refuse_outsiders(actor)
    parcel = repository.parcel_of_case(session, actor, case_id, parcel_id)
    codes = []
    for card in packed_cards(session, parcel):
        inside = envelope_content(session, actor, card.id, cause=cause.because(parcel.reference))
        codes.append((card, inside.pin, inside.puk))
    return inserts_pdf(codes, language)
