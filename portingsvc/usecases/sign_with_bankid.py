"""Sign a mandate with BankID: start, follow, and keep the signature once the bank vouches for it (CU-05)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.transitions import Cause
from portingsvc import repository
from portingsvc.domain.errors import BANKID_AWAY
from portingsvc.domain.mandate_text import shortened
from portingsvc.domain.states import MANDATE, MandateEvent
from portingsvc.gateways.bankid import LONGEST_TEXT_BYTES, Collected, signer
from portingsvc.models import BankIdOrder, Mandate
from portingsvc.usecases.mandates import BANKID, VALIDITY, Signed, add_signature, text_to_sign

COMPLETE = "complete"


def start_bankid(session: Session, mandate_id: UUID, *, address: str, cause: Cause) -> BankIdOrder:
    """Begin. Raises `BANKID_AWAY` also when this installation has no BankID, `ILLEGAL_TRANSITION`."""
    mandate = session.get_one(Mandate, mandate_id)  # not locked: a bank may take its time
    MANDATE.decide(mandate.state, MandateEvent.SIGN, actor=cause.role)
    bank = signer()
    if bank is None:
        raise BANKID_AWAY.error()
    # From here on the text says the same until it is signed, also past midnight.
    mandate.valid_until = mandate.valid_until or cause.now + VALIDITY
    text = shortened(text_to_sign(mandate, cause.now), LONGEST_TEXT_BYTES)
    started = bank.start(text, address)
    made = BankIdOrder(
        mandate_id=mandate.id,
        person_id=cause.person_id,
        order_ref=started.order_ref,
        auto_start_token=started.auto_start_token,
        qr_start_token=started.qr_start_token,
        qr_start_secret=started.qr_start_secret,
        signed_text=text,
        started_at=cause.now,
    )
    session.add(made)
    session.flush()
    return made


def follow_bankid(session: Session, order_ref: str, cause: Cause) -> BankIdOrder:
    """Ask how it goes; a signing that is complete becomes a signature, once."""
    order = repository.bankid_order(session, order_ref)
    bank = signer()
    if order.ended_at is not None or bank is None:
        return order
    found = bank.collect(order_ref)
    order.status, order.hint = found.status, found.hint
    if found.status == "pending":
        return order
    order.ended_at = cause.now
    order.qr_start_secret = ""
    if found.status == COMPLETE:
        _keep(session, order, found, cause)
    return order


def _keep(session: Session, order: BankIdOrder, found: Collected, cause: Cause) -> None:
    facts = {
        "order_ref": order.order_ref,
        "address": found.address,
        "person": found.person_hash,
        "bank_signature": found.signature,
    }
    add_signature(session, order.mandate_id, Signed(BANKID, found.name, found.person_hash, facts), cause)
