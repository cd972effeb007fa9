"""The tables of port unblocking. Rules stand in `domain/`; what must be unique stands here as an index.

A snapshot names the displaced providers: only the network owner's staff and the machinery ever read it.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, LargeBinary, Sequence, UniqueConstraint, text
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
from kernel.language import Language
from openfibre.port_unblocking.domain.restoration import Operation, Purpose
from openfibre.port_unblocking.domain.states import (
    FINAL_CASE_STATES,
    OPEN_ORDER_STATES,
    CaseState,
    DisplacementState,
    OrderState,
)
from openfibre.port_unblocking.domain.window import MOST_ANSWER_DAYS, USUAL_ANSWER_DAYS, TimerKind

# Cases are named by a running number that people can say on the telephone: AV-1001.
REFERENCES = Sequence("port_unblocking_reference", start=1001, metadata=SQLModel.metadata)


def _listed(states: tuple[StrEnum, ...]) -> str:
    return ", ".join(repr(state.value) for state in states)


_OPEN_CASE = text(f"state NOT IN ({_listed(FINAL_CASE_STATES)})")
_OPEN_ORDER = text(f"state IN ({_listed(OPEN_ORDER_STATES)})")


class Manner(StrEnum):
    """How a communication operator takes orders: by ON-API, or only in a portal, by hand."""

    ON_API = "on_api"
    PORTAL = "portal"


class UnblockingNetwork(SQLModel, table=True):
    """A fibre network and its communication operator. `sealed_secret` is encrypted; `login` is our own name there."""

    __tablename__ = "unblocking_network"

    id: UUID = id_field()
    code: str = Field(max_length=20, unique=True)
    name: str = Field(max_length=200)
    manner: Manner = enum_field(Manner)
    base_url: str = Field(default="", max_length=300)
    login: str = Field(default="", max_length=36)
    sealed_secret: bytes | None = Field(default=None, sa_type=LargeBinary, nullable=True)
    alarm_email: str = Field(default="", max_length=320)
    created_at: datetime = instant()


class UnblockingProvider(SQLModel, table=True):
    """A service provider (TL): an organisation, the id that networks know it by, and whom to tell.

    `answer_days` is the time it gives its consumers to answer (calendar days; step 15).
    """

    __tablename__ = "unblocking_provider"
    __table_args__ = (CheckConstraint(f"answer_days BETWEEN 1 AND {MOST_ANSWER_DAYS}", name="answer_days"),)

    id: UUID = id_field()
    organisation_id: UUID = Field(foreign_key="organisation.id", nullable=False, unique=True)
    sp_id: str = Field(max_length=36, unique=True)
    name: str = Field(max_length=200)
    contact_email: str = Field(max_length=320)
    language: str = Field(default="sv", max_length=2)
    answer_days: int = USUAL_ANSWER_DAYS
    created_at: datetime = instant()

    @property
    def speaks(self) -> Language:
        """The language to write to the provider in."""
        return "en" if self.language == "en" else "sv"


class PortUnblocking(SQLModel, table=True):
    """An unblocking: one access, one new provider (NTL). At most one open case an access, by index (G5).

    `look` counts looks at the port: a result counts only while no later look has begun. Machine times:
    `look_at`. `verification`, `availability`, `proof` are JSON of `domain` facts.
    """

    __tablename__ = "port_unblocking"
    __table_args__ = (
        Index("uq_port_unblocking_open", "network_id", "access_id", unique=True, postgresql_where=_OPEN_CASE),
        Index("ix_port_unblocking_look", "look_at", postgresql_where=text("look_at IS NOT NULL")),
    )

    id: UUID = id_field()
    reference: str = Field(max_length=20, unique=True)
    network_id: UUID = foreign("unblocking_network.id")
    provider_id: UUID = foreign("unblocking_provider.id")
    organisation_id: UUID = foreign("organisation.id")
    access_id: str = Field(max_length=36, index=True)
    services: list[dict[str, Any]] = json_list()
    sp_reference: str = Field(max_length=36)
    state: CaseState = state_field(CaseState, CaseState.CHECKED)
    availability: dict[str, Any] = json_field()
    verification: dict[str, Any] = json_field()
    problem: str = Field(default="", max_length=60)
    repeat_approved_by: str = ""
    snapshot: list[dict[str, Any]] | None = json_field(nullable=True)
    snapshot_at: datetime | None = instant(nullable=True)
    snapshot_kept_until: datetime | None = instant(nullable=True)
    port_seen: list[dict[str, Any]] | None = json_field(nullable=True)
    proof: dict[str, Any] = json_field()
    late_for_id: UUID | None = foreign("port_unblocking.id", nullable=True)
    look: int = 0
    look_at: datetime | None = instant(nullable=True)
    rounds: int = 0
    created_at: datetime = instant()
    closed_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        """News of a case goes to the new provider, and must therefore say nothing of the displaced ones."""
        return Subject("port_unblocking", self.id, partner_id=self.organisation_id)


class PortDisplacement(SQLModel, table=True):
    """A provider that lost services through a case (BTL), and how far it is with its consumer (BK).

    `services` are the lost subscriptions as they were; `new_ids` maps their ids after a restoration.
    `letter_to` is the consumer's address for the confirmation and is erased when it has been sent.
    `late_case_id` is the linked case of a late dispute; without it, one that has come waits for the access.
    """

    __tablename__ = "port_displacement"
    __table_args__ = (UniqueConstraint("case_id", "sp_id"),)

    id: UUID = id_field()
    case_id: UUID = foreign("port_unblocking.id")
    sp_id: str = Field(max_length=36)
    provider_id: UUID | None = foreign("unblocking_provider.id", nullable=True)
    organisation_id: UUID | None = foreign("organisation.id", nullable=True)
    services: list[dict[str, Any]] = json_list()
    new_ids: dict[str, str] = json_field()
    state: DisplacementState = state_field(DisplacementState, DisplacementState.DISPLACED)
    displaced_at: datetime = instant()
    told_at: datetime | None = instant(nullable=True)
    contacted_at: datetime | None = instant(nullable=True)
    contact_channel: str = Field(default="", max_length=40)
    answer_days: int = USUAL_ANSWER_DAYS
    last_answer_day: date | None = Field(default=None, sa_type=Date, nullable=True)
    window_closes_at: datetime | None = instant(nullable=True)
    letter_to: str = Field(default="", max_length=320)
    letter_language: str = Field(default="sv", max_length=2)
    letter_sent_at: datetime | None = instant(nullable=True)
    answered_at: datetime | None = instant(nullable=True)
    dispute_reason: str = long_text()
    late_disputed_at: datetime | None = instant(nullable=True)
    late_case_id: UUID | None = foreign("port_unblocking.id", nullable=True)

    def subject(self) -> Subject:
        """News of a displacement goes to the displaced provider's own stream, never to the case's."""
        return Subject("port_displacement", self.id, partner_id=self.organisation_id)


class PortOrder(SQLModel, table=True):
    """One order to the communication operator. The row is the intent; key and bytes never change once made.

    `step` is the round of the case that it belongs to. Machine times: `lease_until`, `check_at`.
    """

    __tablename__ = "port_order"
    __table_args__ = (
        UniqueConstraint("case_id", "step", "operation", "sp_id", "service"),
        UniqueConstraint("network_id", "external_id"),
        Index(
            "uq_port_order_open",
            "case_id",
            "operation",
            "sp_id",
            "service",
            unique=True,
            postgresql_where=_OPEN_ORDER,
        ),
        Index("ix_port_order_check", "check_at", postgresql_where=_OPEN_ORDER),
    )

    id: UUID = id_field()
    case_id: UUID = foreign("port_unblocking.id")
    network_id: UUID = foreign("unblocking_network.id")
    step: int = 0
    purpose: Purpose = enum_field(Purpose)
    operation: Operation = enum_field(Operation)
    sp_id: str = Field(max_length=36)
    service: str = Field(max_length=60)
    subscription_id: str = Field(default="", max_length=36)
    access_id: str = Field(max_length=36)
    idempotency_key: str = Field(max_length=64, unique=True)
    payload: bytes = Field(sa_type=LargeBinary, nullable=False)
    payload_sha256: str = Field(max_length=64)
    state: OrderState = state_field(OrderState, OrderState.PLANNED)
    external_id: str | None = Field(default=None, max_length=64, nullable=True)
    message: str = long_text()
    sends: int = 0
    checks: int = 0
    was_in_doubt: bool = False
    lease_until: datetime | None = instant(nullable=True)
    check_at: datetime | None = instant(nullable=True)
    created_at: datetime = instant()
    ended_at: datetime | None = instant(nullable=True)

    def subject(self) -> Subject:
        """Orders name displaced providers; their news stays with the network owner."""
        return Subject("port_order", self.id)


class PortTimer(SQLModel, table=True):
    """A clock of a case: due, then fired, or stopped before. One of a kind runs at a time for its owner."""

    __tablename__ = "port_timer"
    __table_args__ = (
        Index(
            "uq_port_timer_running",
            "owner_id",
            "kind",
            unique=True,
            postgresql_where=text("fired_at IS NULL AND stopped_at IS NULL"),
        ),
        Index(
            "ix_port_timer_due", "due_at", postgresql_where=text("fired_at IS NULL AND stopped_at IS NULL")
        ),
    )

    id: UUID = id_field()
    case_id: UUID = foreign("port_unblocking.id")
    owner_id: UUID
    kind: TimerKind = enum_field(TimerKind)
    started_at: datetime = instant()
    due_at: datetime = instant()
    fired_at: datetime | None = instant(nullable=True)
    stopped_at: datetime | None = instant(nullable=True)


class PortFreeze(SQLModel, table=True):
    """A network freeze (nätfrys): no forced order from `starts_on` to `ends_on`, both counted."""

    __tablename__ = "port_freeze"

    id: UUID = id_field()
    network_id: UUID = foreign("unblocking_network.id")
    starts_on: date = Field(sa_type=Date, nullable=False)
    ends_on: date = Field(sa_type=Date, nullable=False)
    reason: str = long_text()


class OrderEventCursor(SQLModel, table=True):
    """How far the order events of a network have been read, for each login."""

    __tablename__ = "order_event_cursor"

    network_id: UUID = Field(foreign_key="unblocking_network.id", primary_key=True)
    login: str = Field(primary_key=True, max_length=36)
    last_event: str = Field(default="", max_length=64)
