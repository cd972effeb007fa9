"""What has been seen to at the old operator."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant


class EndingStep(SQLModel, table=True):
    """One item of the checklist for one present operator of a case, ticked; an item without a row is not."""

    __tablename__ = "ending_step"
    __table_args__ = (UniqueConstraint("case_id", "donor", "step"),)

    id: UUID = id_field()
    case_id: UUID = foreign("delivery_case.id")
    donor: str = Field(max_length=20)
    step: str = Field(max_length=40)
    done_at: datetime = instant()
    done_by: str = Field(max_length=200)
