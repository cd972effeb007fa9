"""Mandates, and signings that are under way."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, select

from portingsvc.domain.donors import DONORS
from portingsvc.models import BankIdOrder, Mandate
from portingsvc.queries.views import MandateLine


def bankid_order(session: Session, order_ref: str) -> BankIdOrder | None:
    """A signing by its reference, or none."""
    return session.exec(select(BankIdOrder).where(BankIdOrder.order_ref == order_ref)).first()


def mandates_of_case(session: Session, case_id: UUID) -> list[MandateLine]:
    """The mandates of a case, revoked ones too."""
    rows = session.exec(select(Mandate).where(Mandate.case_id == case_id).order_by(col(Mandate.id))).all()
    return [mandate_from(row) for row in rows]


def mandate_line(session: Session, mandate_id: UUID) -> MandateLine | None:
    """One mandate, or none."""
    row = session.get(Mandate, mandate_id)
    return mandate_from(row) if row else None


def mandate_from(row: Mandate) -> MandateLine:
    """A mandate as a line."""
    return MandateLine(
        id=row.id,
        customer_id=row.customer_id,
        case_id=row.case_id,
        donor=row.donor,
        donor_name=DONORS[row.donor].name,
        owner_id=row.owner_id,
        owner_name=row.owner_name,
        series=tuple((each["first"], each["last"]) for each in row.series),
        state=row.state,
        valid_until=row.valid_until,
        signatories=row.signatories,
        signatory_name=row.signatory_name,
        document_id=row.document_id,
        evidence=row.evidence,
    )
