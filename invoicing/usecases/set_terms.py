"""Change a customer's terms of invoicing (IN-01). What is billed already stays as it is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from infra.outbox import Subject, emit
from infra.transitions import Cause
from invoicing import repository
from invoicing.domain.terms import Rhythm
from invoicing.models import InvoicingAgreement
from kernel.errors import CHANGED_MEANWHILE


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says about invoices. The frame agreement is the mobile one that services lean on."""

    rhythm: Rhythm
    is_grouped: bool
    buyer_reference: str = ""
    recipient: str = ""
    frame_agreement: str = ""
    frame_valid_until: date | None = None


def set_terms(
    session: Session,
    actor: Actor,
    customer_id: UUID,
    terms: Terms,
    *,
    version: int | None = None,
    cause: Cause,
) -> InvoicingAgreement:
    """Raises `NOT_YOURS`, `NOT_FOUND`, and `CHANGED_MEANWHILE` when the page showed older terms."""
    refuse_outsiders(actor)
    row = repository.agreement(session, actor, customer_id, lock=True)
    if version is not None and version != row.version:
        raise CHANGED_MEANWHILE.error()
    before = {name: str(getattr(row, name)) for name in asdict(terms)}
    for name, value in asdict(terms).items():
        setattr(
            row, name, value.strip() if isinstance(value, str) and not isinstance(value, Rhythm) else value
        )
    row.version += 1
    emit(
        session,
        "invoicing_agreement.changed",
        Subject("invoicing_agreement", row.id, None, row.customer_id, row.partner_id),
        {"before": before, "after": {name: str(value) for name, value in asdict(terms).items()}},
        actor=cause.name,
        now=cause.now,
    )
    return row
