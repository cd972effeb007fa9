"""What is told of the porting service: frozen lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kernel.language import Text
from kernel.numbers import format_series
from portingsvc.domain.states import AttemptState, MandateState, NumberState, OrderState


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One request and what became of it."""

    id: UUID
    attempt: int
    state: AttemptState
    due_at: datetime
    latest_at: datetime
    submitted_at: datetime | None
    answered_at: datetime | None
    answer_due_at: datetime | None
    was_in_doubt: bool
    reasons: tuple[str, ...]
    fee_quote_ore: int
    fee_payer: str
    parked_reason: str
    gateway: str

    @property
    def outcome(self) -> str:
        """`accepted rejected in_doubt_then_accepted cancelled`, or the state while it is open."""
        if self.state is AttemptState.ACCEPTED and self.was_in_doubt:
            return "in_doubt_then_accepted"
        return self.state.value


@dataclass(frozen=True, slots=True)
class OrderLine:
    """An order with its attempts and its numbers counted by state."""

    id: UUID
    reference: str
    customer_id: UUID
    partner_id: UUID | None
    case_id: UUID | None
    donor: str
    donor_name: str
    first: str
    last: str
    count: int
    number_type: str
    is_main: bool
    owner_id: str
    owner_name: str
    port_at: datetime
    state: OrderState
    attempts: tuple[AttemptLine, ...]
    numbers: dict[NumberState, int]
    stop_deadline: datetime

    @property
    def writing(self) -> str:
        return format_series(self.first, self.last)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One number and where it stands."""

    e164: str
    state: NumberState
    reasons: tuple[str, ...]
    ported_at: datetime | None
    order_id: UUID
    donor: str


@dataclass(frozen=True, slots=True)
class RepairLine:
    """What must be put right, in words."""

    id: UUID
    order_id: UUID
    order_reference: str
    case_id: UUID | None
    writing: str
    count: int
    donor: str
    donor_name: str
    owner_id: str
    owner_name: str
    repairer: str
    reasons: tuple[tuple[str, Text], ...]
    fields: tuple[str, ...]
    due_at: datetime
    port_at: datetime
    fee_quote_ore: int
    contacted_at: datetime | None
    contact_by: str
    contact_channel: str
    contact_note: str
    contestable: bool
    contested_at: datetime | None
    contest_grounds: str
    proposed: dict[str, Any]
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A line of the ledger, in öre."""

    order_reference: str
    writing: str
    first: str
    attempt: int
    kind: str
    amount_ore: int
    payer: str
    reason: str
    note: str
    approved_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A fullmakt as its customer sees it."""

    id: UUID
    customer_id: UUID
    case_id: UUID | None
    donor: str
    donor_name: str
    owner_id: str
    owner_name: str
    series: tuple[tuple[str, str], ...]
    state: MandateState
    valid_until: datetime | None
    signatories: int
    signatory_name: str
    document_id: UUID | None
    evidence: dict[str, Any]

    @property
    def count(self) -> int:
        return sum(int(last[1:]) - int(first[1:]) + 1 for first, last in self.series)


@dataclass(frozen=True, slots=True)
class PortingSummary:
    """The porting of one case, counted. `headroom` is the least of what still waits; none when nothing does."""

    numbers: dict[NumberState, int]
    orders: int = 0
    unsent: int = 0
    parked: int = 0
    repairs: int = 0
    repairs_not_contacted: int = 0
    repairs_due_at: datetime | None = None
    mandates: int = 0
    mandates_signed: int = 0
    headroom: int | None = None
