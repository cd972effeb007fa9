"""What stands on a card's envelope: PIN and PUK, shown for packing only, with a line in the history each time."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.usecases.settle import note
from infra.transitions import Cause
from infra.vault import vault
from kernel.errors import NOT_FOUND


@dataclass(frozen=True, slots=True)
class Envelope:
    """The inside of an envelope."""

    iccid: str
    number: str
    pin: str
    puk: str


def envelope_content(session: Session, actor: Actor, sim_id: UUID, *, cause: Cause) -> Envelope:
    """Decrypt one card's codes for somebody who packs. Raises `NOT_YOURS` for anybody else."""
    refuse_outsiders(actor)
    card = repository.sim(session, sim_id)
    if card.case_id is None:
        raise NOT_FOUND.error()
    note(
        session,
        repository.locked_case(session, card.case_id),
        "envelope",
        cause.reason,
        cause,
        about=card.iccid,
    )
    safe = vault()
    return Envelope(
        card.iccid,
        card.number,
        safe.decrypt(card.pin_encrypted).decode(),
        safe.decrypt(card.puk_encrypted).decode(),
    )
