"""All SQL of the checklist for the old operator."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from delivery.ending.models import EndingStep
from delivery.models import PortingPreparation


def ticked(session: Session, case_id: UUID) -> Sequence[EndingStep]:
    return session.exec(select(EndingStep).where(EndingStep.case_id == case_id)).all()


def preparations(session: Session, case_id: UUID) -> Sequence[PortingPreparation]:
    return session.exec(
        select(PortingPreparation)
        .where(PortingPreparation.case_id == case_id)
        .order_by(col(PortingPreparation.donor))
    ).all()
