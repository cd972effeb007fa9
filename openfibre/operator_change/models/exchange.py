"""The tables of the data exchange: files as they were taken in, their rows, and the accesses of a wave."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from infra.columns import (
    enum_field,
    foreign,
    id_field,
    instant,
    json_field,
    json_list,
    long_text,
    sequence_id,
    state_field,
)
from infra.outbox import Subject
from openfibre.operator_change.domain.reconcile import ListKind, RowStatus
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import DataSetState


def _word(length: int = 200) -> Any:
    return Field(default=None, max_length=length, nullable=True)


class KoDataSet(SQLModel, table=True):
    """One file that somebody sent: what came of it, and what was found (KO-03)."""

    __tablename__ = "ko_data_set"
    __table_args__ = (Index("ix_ko_data_set_wave", "wave_id", "content", "sender_id"),)

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    wave_id: UUID = foreign("ko_wave.id", index=False)
    sender_id: UUID = foreign("ko_party.id", index=False)
    content: Content = enum_field(Content)
    receivers: list[str] = json_list()
    sensitive: bool = False
    state: DataSetState = state_field(DataSetState, DataSetState.RECEIVED)
    filename: str = Field(max_length=255)
    sha256: str = Field(max_length=64)
    file_id: UUID | None = foreign("stored_file.id", nullable=True, index=False)
    rows: int = 0
    rejected: int = 0
    findings: list[dict[str, Any]] = json_list()
    counts: dict[str, int] = json_field()
    by: str = Field(max_length=200)
    at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("ko_data_set", self.id, self.project_id)


class KoRow(SQLModel, table=True):
    """One row of a file that passed. Rows that did not are not kept; only what was wrong with them is."""

    __tablename__ = "ko_row"
    __table_args__ = (
        Index("ix_ko_row_key", "data_set_id", "access_old", "service_old"),
        Index("ix_ko_row_provider", "data_set_id", "provider_id"),
    )

    id: int = sequence_id()
    data_set_id: UUID = foreign("ko_data_set.id", index=False)
    number: int
    provider_id: UUID | None = None
    address_key: str | None = _word(1300)
    access_old: str = Field(max_length=36)
    access_new: str | None = _word(36)
    outlet: str | None = _word()
    switch_id: str | None = _word()
    switch_port: str | None = _word()
    street: str | None = _word()
    street_number: str | None = _word()
    littera: str | None = _word()
    postcode: str | None = _word(5)
    town: str | None = _word()
    apartment: str | None = _word(4)
    apartment_owner: str | None = _word()
    network_owner: str | None = _word(2)
    important_service: str | None = _word()
    segment: str | None = _word(10)
    cpe_type: str | None = _word()
    switch_type: str | None = _word()
    hardware: str | None = _word()
    taken_over: str | None = _word(1)
    cpe_mac: str | None = _word(20)
    cpe_serial: str | None = _word()
    provider_name: str | None = _word()
    provider_number: str | None = _word()
    tl_reference: str | None = _word()
    tl_subscription: str | None = _word()
    agreed: str | None = _word(1)
    service_old: str | None = _word()
    service_new: str | None = _word()
    brytpunkt_on: date | None = None
    billed_from: date | None = None
    billed_to: date | None = None
    option_81: str | None = _word()
    circuit_id: str | None = _word()
    remote_id: str | None = _word()
    technical_on: date | None = None
    connect_on: date | None = None
    exception_reason: str | None = _word()
    remark: str | None = _word()


class KoAccess(SQLModel, table=True):
    """One service on one access of a wave: who has it, its new ids, and what became of it (KO-04)."""

    __tablename__ = "ko_access"
    __table_args__ = (
        UniqueConstraint("wave_id", "access_old", "service_old"),
        Index("ix_ko_access_provider", "wave_id", "provider_id"),
        Index("ix_ko_access_outcome", "wave_id", "outcome"),
        Index("ix_ko_access_old", "access_old"),
        Index("ix_ko_access_new", "access_new"),
    )

    id: int = sequence_id()
    wave_id: UUID = foreign("ko_wave.id", index=False)
    provider_id: UUID = foreign("ko_party.id", index=False)
    access_old: str = Field(max_length=36)
    service_old: str = Field(max_length=200)
    access_new: str | None = _word(36)
    service_new: str | None = _word()
    down_on: date | None = None
    up_on: date | None = None
    outcome: RowStatus = enum_field(RowStatus, RowStatus.PENDING)
    waived_reason: str = long_text()
    waived_by: str = Field(default="", max_length=200)


class KoList(SQLModel, table=True):
    """A Connected or Disconnected list as it was given; the newest of a kind holds."""

    __tablename__ = "ko_list"
    __table_args__ = (Index("ix_ko_list_wave", "wave_id", "kind"),)

    id: UUID = id_field()
    wave_id: UUID = foreign("ko_wave.id", index=False)
    kind: ListKind = enum_field(ListKind)
    party_id: UUID = foreign("ko_party.id", index=False)
    filename: str = Field(max_length=255)
    sha256: str = Field(max_length=64)
    rows: int = 0
    rejected: int = 0
    findings: list[dict[str, Any]] = json_list()
    counts: dict[str, int] = json_field()
    by: str = Field(max_length=200)
    at: datetime = instant()


class KoSealedFile(SQLModel, table=True):
    """A protected file for one receiver. Only what that receiver's key opens is kept, until it is purged."""

    __tablename__ = "ko_sealed_file"

    id: UUID = id_field()
    data_set_id: UUID = foreign("ko_data_set.id")
    party_id: UUID = foreign("ko_party.id")
    name: str = Field(max_length=255)
    content: bytes | None = None
    sha256: str = Field(max_length=64)
    age_recipient: str = Field(max_length=4000)
    rows: int
    at: datetime = instant()
    purged_at: datetime | None = instant(nullable=True)


class KoSealedLink(SQLModel, table=True):
    """A link to a protected file: only its hash is kept, and it ends."""

    __tablename__ = "ko_sealed_link"

    id: UUID = id_field()
    sealed_id: UUID = foreign("ko_sealed_file.id")
    token_sha256: str = Field(max_length=64, unique=True)
    expires_at: datetime = instant()
    by: str = Field(max_length=200)
    at: datetime = instant()


class KoSealedFetch(SQLModel, table=True):
    """Somebody used a link, or tried to: append-only."""

    __tablename__ = "ko_sealed_fetch"

    id: UUID = id_field()
    sealed_id: UUID = foreign("ko_sealed_file.id")
    by: str = Field(max_length=200)
    person_id: UUID | None = None
    outcome: str = Field(max_length=20)
    at: datetime = instant()
