"""The tables of notices."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from delivery.notices.domain.maintenance import MaintenanceState
from infra.columns import foreign, id_field, instant, long_text, state_field
from infra.outbox import Subject


class Maintenance(SQLModel, table=True):
    """Work on the service, announced to whom it concerns (IN-04)."""

    __tablename__ = "maintenance"
    __table_args__ = (CheckConstraint("starts_at < ends_at", name="times"),)

    id: UUID = id_field()
    state: MaintenanceState = state_field(MaintenanceState, MaintenanceState.PLANNED)
    what: str = long_text()
    disturbs: bool = True
    starts_at: datetime = instant(index=True)
    ends_at: datetime = instant()
    announced_at: datetime | None = instant(nullable=True)
    made_by: str = ""
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("maintenance", self.id)


class MaintenanceConcerns(SQLModel, table=True):
    """A customer that a maintenance concerns."""

    __tablename__ = "maintenance_concerns"
    __table_args__ = (UniqueConstraint("maintenance_id", "customer_id"),)

    id: UUID = id_field()
    maintenance_id: UUID = foreign("maintenance.id")
    customer_id: UUID = Field(foreign_key="organisation.id", index=True)
