"""All SQL of notices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from delivery.models import DeliveryCase
from delivery.notices.domain.maintenance import MaintenanceState
from delivery.notices.models import Maintenance, MaintenanceConcerns
from kernel.errors import NOT_FOUND


def maintenance(session: Session, maintenance_id: UUID) -> Maintenance:
    found = session.exec(
        select(Maintenance).where(Maintenance.id == maintenance_id).with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def newest(session: Session, limit: int = 50) -> Sequence[Maintenance]:
    """The last to begin first."""
    return session.exec(
        select(Maintenance).order_by(col(Maintenance.starts_at).desc(), col(Maintenance.id)).limit(limit)
    ).all()


def concerned(session: Session, maintenance_id: UUID) -> list[UUID]:
    return list(
        session.exec(
            select(MaintenanceConcerns.customer_id)
            .where(MaintenanceConcerns.maintenance_id == maintenance_id)
            .order_by(col(MaintenanceConcerns.id))
        ).all()
    )


def concerned_counts(session: Session, ids: Iterable[UUID]) -> dict[UUID, int]:
    return dict(
        session.exec(
            select(MaintenanceConcerns.maintenance_id, func.count())
            .where(col(MaintenanceConcerns.maintenance_id).in_(list(ids)))
            .group_by(col(MaintenanceConcerns.maintenance_id))
        ).all()
    )


def live_customers(session: Session) -> set[UUID]:
    """Customers whose switchboard is live."""
    return set(
        session.exec(select(DeliveryCase.customer_id).where(col(DeliveryCase.live_at).is_not(None))).all()
    )


def coming_for(session: Session, customer_id: UUID, now: datetime) -> Sequence[Maintenance]:
    """What is announced to a customer and not over, the next first."""
    return session.exec(
        select(Maintenance)
        .join(MaintenanceConcerns, col(MaintenanceConcerns.maintenance_id) == Maintenance.id)
        .where(
            MaintenanceConcerns.customer_id == customer_id,
            Maintenance.state == MaintenanceState.ANNOUNCED,
            col(Maintenance.ends_at) > now,
        )
        .order_by(col(Maintenance.starts_at))
    ).all()
