"""The fullmakt: made for a customer and a donor, signed with evidence, revoked (CU-05)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.files import store_file
from infra.outbox import emit
from infra.transitions import Cause, move
from kernel.errors import DomainError
from kernel.identities import check_identity
from portingsvc import repository
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import (
    ALREADY_SIGNED,
    MANDATE_NAME_MISSING,
    OWNER_ID_WRONG,
    REQUEST_ON_ITS_WAY,
)
from portingsvc.domain.mandate_text import fingerprint, mandate_lines
from portingsvc.domain.states import MANDATE, MandateEvent
from portingsvc.gateways.mandate_pdf import mandate_pdf
from portingsvc.models import Mandate, MandateSignature
from portingsvc.usecases.cancel_order import cancel_unsent

BANKID: Final = "bankid"
VALIDITY: Final = timedelta(days=92)
_SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Signature:
    """How somebody signed: the name they typed, and from where."""

    name: str
    address: str
    user_agent: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature as it is kept: by which method, whose, and what proves it.

    `key` is the same for the same person: the written name, or a hash of the personal number.
    """

    method: str
    name: str
    key: str
    facts: dict[str, Any]


def owner_in_donor_form(donor_code: str, owner_id: str, today: date) -> str:
    """The twelve digits that a donor knows an owner by. Raises `OWNER_ID_WRONG`.

    `today` tells the century of a sole trader's ten-digit personal number.
    """
    checked = check_identity(owner_id, today=today)
    if checked.identity is None:
        raise OWNER_ID_WRONG.error("owner_id", value=owner_id, why=str(checked.code))
    return checked.identity.donor_form(donor(donor_code).owner_id_form)


def make_mandate(
    session: Session,
    *,
    customer_id: UUID,
    partner_id: UUID | None,
    case_id: UUID | None,
    donor_code: str,
    owner_id: str,
    owner_name: str,
    series: Sequence[tuple[str, str]],
    cause: Cause,
) -> Mandate:
    """A mandate that waits for its signature. `owner_id` is ten or twelve digits; it is kept as the donor's."""
    mandate = Mandate(
        customer_id=customer_id,
        partner_id=partner_id,
        case_id=case_id,
        donor=donor_code,
        owner_id=owner_in_donor_form(donor_code, owner_id, local_date(cause.now)),
        owner_name=owner_name,
        series=[{"first": first, "last": last} for first, last in series],
        created_at=cause.now,
    )
    session.add(mandate)
    session.flush()
    move(session, mandate, MANDATE, MandateEvent.SEND, cause)
    return mandate


def text_to_sign(mandate: Mandate, now: datetime) -> list[str]:
    """What is signed, a paragraph an entry. All who sign one mandate sign the same text."""
    return _lines(mandate, mandate.valid_until or now + VALIDITY)


def text_on_paper(mandate: Mandate) -> bytes:
    """What is signed on paper, as a PDF with room for the names. It holds from the day of signing."""
    return mandate_pdf(_lines(mandate, None), [], signatories=mandate.signatories)


def _lines(mandate: Mandate, valid_until: datetime | None) -> list[str]:
    return mandate_lines(
        donor=donor(mandate.donor).name,
        owner_id=mandate.owner_id,
        owner_name=mandate.owner_name,
        series=[(each["first"], each["last"]) for each in mandate.series],
        valid_until=valid_until,
        days=VALIDITY.days,
    )


def sign_mandate(session: Session, mandate_id: UUID, signature: Signature, cause: Cause) -> Mandate:
    """Sign by typed name. Raises `MANDATE_NAME_MISSING`, and as `add_signature`."""
    name = " ".join(signature.name.split())
    if len(name) < _SHORTEST_NAME or " " not in name:
        raise MANDATE_NAME_MISSING.error("name")
    facts = {"address": signature.address, "user_agent": signature.user_agent[:300]}
    return add_signature(session, mandate_id, Signed("typed_name", name, name.casefold(), facts), cause)


def add_signature(session: Session, mandate_id: UUID, signed: Signed, cause: Cause) -> Mandate:
    """Keep a signature with its evidence: who, when, how, and the hash of the text. The last one makes the PDF.

    Raises `ALREADY_SIGNED` when the same person signs twice: two jointly are two persons.
    """
    mandate = repository.lock_mandate(session, mandate_id)
    MANDATE.decide(mandate.state, MandateEvent.SIGN, actor=cause.role)
    earlier = repository.signatures(session, mandate.id)
    if any(_is_same_signer(each, signed, cause) for each in earlier):
        raise ALREADY_SIGNED.error("name", name=signed.name)
    mandate.valid_until = mandate.valid_until or cause.now + VALIDITY
    lines = text_to_sign(mandate, cause.now)
    evidence = {
        "method": signed.method,
        "name": signed.name,
        "account": cause.name,
        "at": cause.now.isoformat(),
        "sha256": fingerprint(lines),
        **signed.facts,
    }
    made = MandateSignature(
        mandate_id=mandate.id,
        person_id=cause.person_id,
        signer_key=signed.key,
        name=signed.name,
        method=signed.method,
        evidence=evidence,
        at=cause.now,
    )
    session.add(made)
    session.flush()
    signatures = [*earlier, made]
    mandate.signatory_name = ", ".join(each.name for each in signatures)
    mandate.signatory_person_id = cause.person_id
    mandate.evidence = {**evidence, "signatures": [each.evidence for each in signatures]}
    if len(signatures) < mandate.signatories:
        facts = {"name": signed.name, "left": mandate.signatories - len(signatures)}
        emit(session, "mandate.part_signed", mandate.subject(), facts, actor=cause.name, now=cause.now)
        return mandate
    _file(session, mandate, lines, [each.evidence for each in signatures], cause)
    move(session, mandate, MANDATE, MandateEvent.SIGN, cause)
    return mandate


def _is_same_signer(earlier: MandateSignature, signed: Signed, cause: Cause) -> bool:
    """The same account, the same key, or the same name where no bank has told the two apart."""
    if earlier.signer_key == signed.key or (earlier.person_id and earlier.person_id == cause.person_id):
        return True
    by_bank = earlier.method == signed.method == BANKID
    return not by_bank and earlier.name.casefold() == signed.name.casefold()


def _file(
    session: Session, mandate: Mandate, lines: list[str], evidence: list[dict[str, Any]], cause: Cause
) -> None:
    document = store_file(
        session,
        name=f"fullmakt-{mandate.donor.lower()}.pdf",
        media_type="application/pdf",
        content=mandate_pdf(lines, evidence),
        case_id=mandate.case_id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    mandate.document_id = document.id


def require_two(session: Session, mandate_id: UUID, cause: Cause) -> Mandate:
    """The company signs by two jointly. Raises `ILLEGAL_TRANSITION` once it is signed."""
    mandate = repository.lock_mandate(session, mandate_id)
    MANDATE.decide(mandate.state, MandateEvent.SIGN, actor="customer")
    mandate.signatories = 2
    emit(session, "mandate.two_required", mandate.subject(), {}, actor=cause.name, now=cause.now)
    return mandate


def revoke_mandate(session: Session, mandate_id: UUID, cause: Cause) -> Mandate:
    """Take a mandate back. Orders that have not been sent are stopped; what is at a donor is not."""
    mandate = repository.lock_mandate(session, mandate_id)
    move(session, mandate, MANDATE, MandateEvent.REVOKE, cause)
    for order in repository.orders_of_mandate(session, mandate.id):
        try:
            with session.begin_nested():
                cancel_unsent(session, order, cause.because("mandate revoked"))
        except DomainError as refused:
            if refused.spec is not REQUEST_ON_ITS_WAY:
                raise  # one that is on its way is at the donor, or soon known not to be
    return mandate
