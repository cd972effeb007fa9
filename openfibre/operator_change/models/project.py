"""The tables of a change of operator: the project, its parties, waves, and what everybody owes when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Sequence, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from infra.columns import (
    enum_field,
    foreign,
    id_field,
    instant,
    json_field,
    json_list,
    long_text,
    state_field,
)
from infra.outbox import Subject
from openfibre.operator_change.domain.parties import AgreementType, Flow, Party, Segment
from openfibre.operator_change.domain.states import ProjectState, WaveState

# A name that people can say on the telephone: KO-1001.
PROJECT_REFERENCES = Sequence("ko_project_reference", start=1001, metadata=SQLModel.metadata)


class KoProject(SQLModel, table=True):
    """One network's change of operator: one commercial cut-over (B), any number of waves (KO-01)."""

    __tablename__ = "ko_project"

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=200)
    state: ProjectState = state_field(ProjectState, ProjectState.DRAFT)
    agreement: AgreementType = enum_field(AgreementType)
    flow: Flow = enum_field(Flow)
    has_migration_terms: bool = False
    migration_agreement_signed: bool = False
    signed_on: date | None = None
    started_on: date | None = None
    process_begun_on: date | None = None
    brytpunkt_on: date | None = None
    brytpunkt_reason: str = long_text()
    version: int = 1
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("operator_change", self.id, self.id)


class KoParty(SQLModel, table=True):
    """An organisation's part in a project. One organisation may have several (type 1: NO and AKO)."""

    __tablename__ = "ko_party"
    __table_args__ = (
        UniqueConstraint("project_id", "organisation_id", "party"),
        Index(
            "uq_ko_party_single",
            "project_id",
            "party",
            unique=True,
            postgresql_where=text("party IN ('NO', 'AKO', 'TKO')"),
        ),
        Index(
            "uq_ko_party_provider",
            "project_id",
            "organisation_id",
            unique=True,
            postgresql_where=text("party IN ('TLA', 'TLU')"),
        ),
    )

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    organisation_id: UUID = foreign("organisation.id")
    party: Party = enum_field(Party)
    name: str = Field(max_length=200)
    org_number: str = Field(max_length=10)
    dhcp_at_tko: bool = False
    age_recipient: str = Field(default="", max_length=4000)


class KoWave(SQLModel, table=True):
    """One technical migration (T) of a project, with its freeze."""

    __tablename__ = "ko_wave"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    number: int
    name: str = Field(default="", max_length=200)
    state: WaveState = state_field(WaveState, WaveState.WAITING)
    technical_on: date = Field(index=True)
    mixed: bool = False
    freeze_first: date | None = None
    freeze_last: date | None = None
    freeze_version: int = 0
    informed_again_needed: bool = False
    cross_reference_at: datetime | None = instant(nullable=True)
    created_at: datetime = instant()

    def subject(self) -> Subject:
        return Subject("operator_change_wave", self.id, self.project_id)


class KoActivity(SQLModel, table=True):
    """One activity of one party, laid up from the table; of a wave in steps 5–9."""

    __tablename__ = "ko_activity"
    __table_args__ = (
        UniqueConstraint("project_id", "wave_id", "party_id", "activity", postgresql_nulls_not_distinct=True),
    )

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    wave_id: UUID | None = foreign("ko_wave.id", nullable=True)
    party_id: UUID | None = foreign("ko_party.id", nullable=True)
    activity: str = Field(max_length=12)
    due_on: date | None = None
    done_at: datetime | None = instant(nullable=True)
    done_by: str = Field(default="", max_length=200)
    waived_reason: str = long_text()


class KoDeadline(SQLModel, table=True):
    """A computed deadline, kept so that a change of it shows (KO-02). Without a wave it is the project's."""

    __tablename__ = "ko_deadline"
    __table_args__ = (UniqueConstraint("project_id", "wave_id", "rule", postgresql_nulls_not_distinct=True),)

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    wave_id: UUID | None = foreign("ko_wave.id", nullable=True)
    rule: str = Field(max_length=10)
    raw: date
    due: date
    before: date | None = None
    reason: str = Field(default="", max_length=40)
    met_on: date | None = None
    told_late_at: datetime | None = instant(nullable=True)
    computed_at: datetime = instant()


class KoFreezeWord(SQLModel, table=True):
    """A party's yes to a version of a freeze window."""

    __tablename__ = "ko_freeze_word"
    __table_args__ = (UniqueConstraint("wave_id", "party_id", "version"),)

    id: UUID = id_field()
    wave_id: UUID = foreign("ko_wave.id")
    party_id: UUID = foreign("ko_party.id")
    version: int
    by: str = Field(max_length=200)
    at: datetime = instant()


class KoDocument(SQLModel, table=True):
    """A document of a project, for those parties that are named."""

    __tablename__ = "ko_document"

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    party_id: UUID | None = foreign("ko_party.id", nullable=True)
    kind: str = Field(max_length=40)
    title: str = Field(max_length=200)
    file_id: UUID = foreign("stored_file.id", index=False)
    readers: list[str] = json_list()
    by: str = Field(max_length=200)
    at: datetime = instant()


class KoConsent(SQLModel, table=True):
    """A party's yes to a document."""

    __tablename__ = "ko_consent"
    __table_args__ = (UniqueConstraint("document_id", "party_id"),)

    id: UUID = id_field()
    document_id: UUID = foreign("ko_document.id")
    party_id: UUID = foreign("ko_party.id")
    by: str = Field(max_length=200)
    at: datetime = instant()


class KoContact(SQLModel, table=True):
    """Whom to turn to at a party, for what."""

    __tablename__ = "ko_contact"

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    party_id: UUID = foreign("ko_party.id")
    kind: str = Field(max_length=40)
    name: str = Field(max_length=200)
    email: str = Field(default="", max_length=320)
    phone: str = Field(default="", max_length=40)
    at: datetime = instant()


class KoMessage(SQLModel, table=True):
    """A message to one party, from Växla or from another party."""

    __tablename__ = "ko_message"

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    wave_id: UUID | None = foreign("ko_wave.id", nullable=True)
    party_id: UUID = foreign("ko_party.id")
    sender: str = Field(max_length=200)
    code: str = Field(max_length=40)
    facts: dict[str, Any] = json_field()
    text: str = long_text()
    at: datetime = instant()


class KoFeeNotice(SQLModel, table=True):
    """A change of fees: when it takes effect, and the notice it needs (D7)."""

    __tablename__ = "ko_fee_notice"

    id: UUID = id_field()
    project_id: UUID = foreign("ko_project.id")
    party_id: UUID = foreign("ko_party.id")
    segment: Segment = enum_field(Segment)
    effective_on: date
    notice_months: int
    raw: date
    due: date
    sent_on: date | None = None
    text: str = long_text()
    at: datetime = instant()


class KoReceipt(SQLModel, table=True):
    """A party's signature on a list as it stood: its hash and number of rows."""

    __tablename__ = "ko_receipt"
    __table_args__ = (UniqueConstraint("wave_id", "kind", "party_id", "list_hash"),)

    id: UUID = id_field()
    wave_id: UUID = foreign("ko_wave.id")
    kind: str = Field(max_length=20)
    party_id: UUID = foreign("ko_party.id")
    list_hash: str = Field(max_length=64)
    rows: int
    by: str = Field(max_length=200)
    at: datetime = instant()
