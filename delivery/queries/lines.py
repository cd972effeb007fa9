"""What lists and pages are told, line by line: plain, frozen, in both languages where it is words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from accounts.domain.roles import Role
from delivery.domain.facts import NumberCounts
from delivery.domain.next_action import NextAction
from delivery.domain.queues import Queue
from delivery.domain.states import (
    CaseState,
    FaultState,
    ParcelState,
    SimState,
)
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody to reach."""

    id: UUID
    name: str
    email: str
    phone: str
    role: Role


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as one row of a list."""

    id: UUID
    reference: str
    external_reference: str
    customer_name: str
    org_number: str
    partner_id: UUID | None
    partner_name: str
    planner_name: str
    state: CaseState
    state_title: Text
    go_live_on: date
    is_preliminary: bool
    next_action: NextAction
    queue: Queue
    queues: frozenset[Queue]
    risks: tuple[Text, ...]
    numbers: NumberCounts
    size: int
    version: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """An activity of a case. `standing` is one of blocked, open, waiting, done, waived."""

    key: str
    staff: Text
    customer: Text
    owner: Role
    owner_title: Text
    kind: str
    standing: str
    is_gate: bool
    is_by_hand: bool
    is_overdue: bool
    due_on: date | None
    waits_for: tuple[Text, ...]
    done_at: datetime | None
    done_by: str
    waived_reason: str
    result: dict[str, Any]


@dataclass(frozen=True, slots=True)
class GateLine:
    """The passage out of a phase. `event` opens it; `lacking` says what it waits for."""

    opens: CaseState
    opens_title: Text
    is_open: bool
    is_passed: bool
    lacking: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """A phase with all in it. `standing` is coming, now or done; the instants are of its gates."""

    state: CaseState
    title: Text
    standing: str
    opened_at: datetime | None
    closed_at: datetime | None
    activities: tuple[ActivityLine, ...]
    gate: GateLine


@dataclass(frozen=True, slots=True)
class SimLine:
    """A card or profile; PIN and PUK are never here."""

    id: UUID
    iccid: str
    kind: str
    state: SimState
    number: str
    user_name: str
    parcel_id: UUID | None
    envelope: int | None


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """A parcel with its envelopes."""

    id: UUID
    reference: str
    state: ParcelState
    address: dict[str, str]
    tracking: str
    cards: int
    dispatched_at: datetime | None
    delivered_at: datetime | None


@dataclass(frozen=True, slots=True)
class TestCallLine:
    """A call that was made."""

    __test__ = False

    number: str
    why: str
    ok: bool
    note: str
    called_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CallTarget:
    """A number that wants a test call on the day; `last` is the newest call to it."""

    number: str
    why: str
    user_name: str
    last: TestCallLine | None


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A fault found at go-live."""

    id: UUID
    number: str
    text: str
    owner: str
    state: FaultState
    found_at: datetime
    mended_at: datetime | None


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """Something that happened: what, to how many of what, by whom, why. `count` folds what came together."""

    at: datetime
    what: Text
    about: str
    who: str
    role: str
    why: str
    count: int
    entity: str
    event: str
