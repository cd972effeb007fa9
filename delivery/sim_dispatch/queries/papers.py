"""What lies in a parcel, for its papers. Codes are not here: they are shown envelope by envelope, and audited."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from delivery import repository
from delivery.models import CustomerUser, Parcel, SimCard
from delivery.sim_dispatch.domain.papers import PackedCard


def packed_cards(session: Session, parcel: Parcel) -> tuple[PackedCard, ...]:
    """The cards of a parcel in the order of their envelopes."""
    cards = repository.cards_of_parcel(session, parcel.id)
    names = _names(session, cards)
    return tuple(
        PackedCard(card.id, card.envelope or 0, names.get(card.user_id, ""), card.number, card.iccid)
        for card in cards
    )


def _names(session: Session, cards: Sequence[SimCard]) -> dict[object, str]:
    ids = [card.user_id for card in cards if card.user_id]
    users = session.exec(select(CustomerUser).where(col(CustomerUser.id).in_(ids))).all()
    return {user.id: user.name or f"{user.first_name} {user.last_name}".strip() for user in users}
