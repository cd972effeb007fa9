"""A customer's terms are laid up when its delivery goes live, by what the customer asked for (IN-01)."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from delivery.queries import DeliveredCase
from infra.transitions import Cause
from invoicing.domain.terms import Rhythm
from invoicing.models import InvoicingAgreement

_MONTH = "month"


def open_agreement(session: Session, case: DeliveredCase, cause: Cause) -> None:
    """Quarterly unless the customer asked for months; grouped when it named cost centres. Once a customer."""
    wishes = case.invoicing
    made = InvoicingAgreement(
        customer_id=case.customer_id,
        partner_id=case.partner_id,
        rhythm=Rhythm.MONTHLY if wishes.get("period") == _MONTH else Rhythm.QUARTERLY,
        is_grouped=bool(str(wishes.get("cost_centres", "")).strip()),
        buyer_reference=case.reference,
        recipient=str(wishes.get("recipient", ""))[:320],
        address=case.address,
        created_at=cause.now,
    )
    session.execute(
        insert(InvoicingAgreement)
        .values(**made.model_dump())
        .on_conflict_do_nothing(index_elements=["customer_id"])
    )
