"""What each side is shown of an unblocking. Each view holds what its reader may know, and has no field for more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kernel.language import Text
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.restoration import Operation
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState, OrderState


@dataclass(frozen=True, slots=True)
class StepLine:
    """One of the twenty steps, and when it was taken."""

    number: int
    party: Text
    text: Text
    at: datetime | None
    undo: bool


@dataclass(frozen=True, slots=True)
class NewView:
    """An unblocking as its new provider sees it: blocked or not, never by whom."""

    id: UUID
    reference: str
    network: str
    access_id: str
    services: tuple[str, ...]
    sp_reference: str
    state: CaseState
    blocked: tuple[str, ...]
    forcible: bool
    free_from: str | None
    verification: dict[str, Any]
    problem: str
    by_portal: bool
    created_at: datetime
    closed_at: datetime | None
    allowed: tuple[str, ...]
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class DisplacedView:
    """A lost service as its provider sees it: nothing of the new side."""

    id: UUID
    network: str
    access_id: str
    services: tuple[dict[str, Any], ...]
    new_ids: dict[str, str]
    state: DisplacementState
    displaced_at: datetime
    told_at: datetime | None
    contacted_at: datetime | None
    contact_channel: str
    answer_days: int
    last_answer_day: date | None
    answered_at: datetime | None
    letter_sent_at: datetime | None
    late_disputed_at: datetime | None
    allowed: tuple[str, ...]
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order to the operator, for the network owner."""

    operation: Operation
    sp_id: str
    service: str
    subscription_id: str
    state: OrderState
    message: str
    was_in_doubt: bool
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnerView:
    """The whole, for the network owner's staff."""

    case: NewView
    new_provider: str
    displaced: tuple[tuple[str, DisplacedView], ...]
    orders: tuple[OrderLine, ...]
    snapshot: tuple[dict[str, Any], ...]
    snapshot_at: datetime | None
    port_seen: tuple[dict[str, Any], ...]
    proof: dict[str, Any]
    alarms: tuple[tuple[Alarm, datetime], ...]
    dispute_reasons: tuple[str, ...]
    late_for: UUID | None
    late_for_reference: str
    repeat_approved_by: str


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network and its freezes."""

    id: UUID
    code: str
    name: str
    by_portal: bool
    base_url: str
    freezes: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class ProviderLine:
    """A registered service provider."""

    name: str
    sp_id: str
    contact_email: str
    answer_days: int
