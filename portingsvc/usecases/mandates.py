"""The fullmakt: made for a customer and a donor, signed with evidence, revoked (CU-05)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.files import store_file
from infra.transitions import Cause, move
from kernel.identities import check_identity
from portingsvc import repository
from portingsvc.domain.donors import donor
from portingsvc.domain.errors import MANDATE_NAME_MISSING, OWNER_ID_WRONG
from portingsvc.domain.mandate_text import mandate_lines
from portingsvc.domain.states import MANDATE, MandateEvent, OrderState
from portingsvc.gateways.mandate_pdf import mandate_pdf
from portingsvc.models import Mandate
from portingsvc.usecases.cancel_order import cancel_unsent

VALIDITY: Final = timedelta(days=92)
_SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Signature:
    """How somebody signed: the name they typed, and from where."""

    name: str
    address: str
    user_agent: str


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
        owner_id=owner_in_donor_form(donor_code, owner_id, cause.now.date()),
        owner_name=owner_name,
        series=[{"first": first, "last": last} for first, last in series],
        created_at=cause.now,
    )
    session.add(mandate)
    session.flush()
    move(session, mandate, MANDATE, MandateEvent.SEND, cause)
    return mandate


def sign_mandate(session: Session, mandate_id: UUID, signature: Signature, cause: Cause) -> Mandate:
    """Sign by typed name. What was signed, by whom, when and how is kept with its hash, and as a PDF."""
    mandate = repository.lock_mandate(session, mandate_id)
    if len(signature.name.strip()) < _SHORTEST_NAME or " " not in signature.name.strip():
        raise MANDATE_NAME_MISSING.error("name")
    mandate.valid_until = cause.now + VALIDITY
    mandate.signatory_name = signature.name.strip()
    mandate.signatory_person_id = cause.person_id
    lines = mandate_lines(
        donor=donor(mandate.donor).name,
        owner_id=mandate.owner_id,
        owner_name=mandate.owner_name,
        series=[(each["first"], each["last"]) for each in mandate.series],
        valid_until=mandate.valid_until,
    )
    signed_text = json.dumps(lines, ensure_ascii=False)
    mandate.evidence = {
        "method": "typed_name",
        "name": mandate.signatory_name,
        "account": cause.name,
        "at": cause.now.isoformat(),
        "address": signature.address,
        "user_agent": signature.user_agent[:300],
        "sha256": hashlib.sha256(signed_text.encode()).hexdigest(),
    }
    document = store_file(
        session,
        name=f"fullmakt-{mandate.donor.lower()}.pdf",
        media_type="application/pdf",
        content=mandate_pdf(lines, mandate.evidence),
        case_id=mandate.case_id,
        uploaded_by=cause.name,
        now=cause.now,
    )
    mandate.document_id = document.id
    move(session, mandate, MANDATE, MandateEvent.SIGN, cause)
    return mandate


def revoke_mandate(session: Session, mandate_id: UUID, cause: Cause) -> Mandate:
    """Take a mandate back. Orders that have not been sent are stopped; what is at a donor is not."""
    mandate = repository.lock_mandate(session, mandate_id)
    move(session, mandate, MANDATE, MandateEvent.REVOKE, cause)
    if mandate.case_id is None:
        return mandate

    for order in repository.orders_of_case(session, mandate.case_id, OrderState.DRAFT, OrderState.READY):
        if order.mandate_id == mandate.id:
            cancel_unsent(session, order, cause.because("mandate revoked"))
    return mandate
