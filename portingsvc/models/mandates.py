"""The fullmakt, who has signed it, and signing that is under way at BankID (CU-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import foreign, id_field, instant, json_field, json_list, long_text, state_field
from infra.outbox import Subject
from portingsvc.domain.states import MandateState


class Mandate(SQLModel, table=True):
    """A porting mandate (fullmakt): the owner of numbers lets us port them from one donor (CU-05)."""

    __tablename__ = "mandate"

    id: UUID = id_field()
    customer_id: UUID = foreign("organisation.id")
    partner_id: UUID | None = foreign("organisation.id", nullable=True)
    case_id: UUID | None = Field(default=None, index=True)
    donor: str = Field(max_length=20)
    owner_id: str = Field(max_length=12)
    owner_name: str = Field(max_length=200)
    series: list[dict[str, str]] = json_list()
    state: MandateState = state_field(MandateState, MandateState.NOT_SENT)
    valid_until: datetime | None = instant(nullable=True)
    signatories: int = Field(default=1, ge=1, le=2)
    signatory_name: str = ""
    signatory_person_id: UUID | None = None
    evidence: dict[str, Any] = json_field()
    document_id: UUID | None = foreign("stored_file.id", nullable=True, index=False)
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("mandate", self.id, self.case_id, self.customer_id, self.partner_id)


class MandateSignature(SQLModel, table=True):
    """One person's signature, with the evidence: who, when, how, from where, of which text (by hash)."""

    __tablename__ = "mandate_signature"
    __table_args__ = (
        UniqueConstraint("mandate_id", "person_id"),
        UniqueConstraint("mandate_id", "signer_key"),
    )

    id: UUID = id_field()
    mandate_id: UUID = foreign("mandate.id")
    person_id: UUID | None = None
    signer_key: str = Field(max_length=100)
    name: str = Field(max_length=200)
    method: str = Field(max_length=20)
    evidence: dict[str, Any] = json_field()
    at: datetime = instant()


class BankIdOrder(SQLModel, table=True):
    """A signing under way at BankID, for one mandate and one person."""

    __tablename__ = "bankid_order"

    id: UUID = id_field()
    mandate_id: UUID = foreign("mandate.id")
    person_id: UUID | None = Field(default=None, index=True)
    order_ref: str = Field(max_length=60, unique=True)
    auto_start_token: str = Field(max_length=60)
    qr_start_token: str = Field(max_length=60)
    qr_start_secret: str = Field(max_length=60)
    signed_text: str = long_text()
    status: str = Field(default="pending", max_length=20)
    hint: str = Field(default="", max_length=60)
    started_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)
