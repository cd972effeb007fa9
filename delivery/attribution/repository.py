"""All SQL of delays."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col, select

from delivery.attribution.models import Delay
from kernel.errors import NOT_FOUND


def delays(session: Session, case_id: UUID) -> Sequence[Delay]:
    """In order of the day they began."""
    return session.exec(
        select(Delay).where(Delay.case_id == case_id).order_by(col(Delay.first_day), col(Delay.id))
    ).all()


def delay(session: Session, case_id: UUID, delay_id: UUID) -> Delay:
    found = session.exec(
        select(Delay).where(Delay.id == delay_id, Delay.case_id == case_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def add_once(session: Session, row: Delay) -> None:
    """Enter a delay that is not here yet; news that comes twice enters one."""
    session.execute(
        insert(Delay)
        .values(**row.model_dump())
        .on_conflict_do_nothing(index_elements=["case_id", "kind", "about"])
    )
