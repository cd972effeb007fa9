"""A case whole, for whoever follows it; a version of its data before it is signed off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.domain.roles import Role
from delivery.customer_data.domain.diff import NamedDifference
from delivery.domain.lead_time import Link
from delivery.domain.states import (
    CaseEvent,
    DataState,
)
from delivery.queries.lines import (
    ActivityLine,
    CallTarget,
    CaseLine,
    FaultLine,
    GateLine,
    ParcelLine,
    PersonLine,
    PhaseLine,
    SimLine,
    TestCallLine,
    TimelineLine,
)
from kernel.language import Language, Text

__all__ = [
    "ActivityLine",
    "CallTarget",
    "CaseLine",
    "CaseView",
    "ChangeLine",
    "CustomerTask",
    "CustomerView",
    "FaultLine",
    "GateLine",
    "IssueLine",
    "ParcelLine",
    "PersonLine",
    "PhaseLine",
    "PreparationLine",
    "PreviewView",
    "SimLine",
    "TestCallLine",
    "TimelineLine",
    "VersionLine",
]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of the customer's data."""

    id: UUID
    number: int
    state: DataState
    filename: str
    counts: dict[str, int]
    errors: int
    warnings: int
    uploaded_by: str
    uploaded_at: datetime
    signed_by: str
    signed_at: datetime | None
    file_id: UUID | None


@dataclass(frozen=True, slots=True)
class IssueLine:
    """A finding in an uploaded file, in the reader's language; `letter` names the column."""

    sheet: str
    row: int | None
    letter: str
    heading: str
    value: str
    code: str
    severity: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A user who is not the same: field, what stood there, what stands there now."""

    name: str
    row: int
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PreparationLine:
    """The questions about one present operator, and the answers so far."""

    donor: str
    donor_name: str
    owner_id: str
    owner_name: str
    is_other_owner: bool
    answers: dict[str, bool]
    answered_by: str
    answered_at: datetime | None
    numbers: int
    ranges: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case, whole, for its planner. Porting (orders, repairs, fees) is `portingsvc.queries`'s to tell."""

    line: CaseLine
    customer_id: UUID
    partner_id: UUID | None
    options: tuple[Text, ...]
    main_number: str
    agreement_address: dict[str, str]
    sim_address: dict[str, str]
    people: tuple[PersonLine, ...]
    staff: tuple[PersonLine, ...]
    leads: tuple[PersonLine, ...]
    phases: tuple[PhaseLine, ...]
    missing_links: tuple[Link, ...]
    allowed: tuple[CaseEvent, ...]
    headroom: int | None
    versions: tuple[VersionLine, ...]
    preparations: tuple[PreparationLine, ...]
    sims: tuple[SimLine, ...]
    card_holders: tuple[tuple[str, str], ...]
    sims_short: int
    parcels: tuple[ParcelLine, ...]
    sample_seed: str
    call_targets: tuple[CallTarget, ...]
    test_calls: tuple[TestCallLine, ...]
    faults: tuple[FaultLine, ...]
    live_at: datetime | None
    hand_over_at: datetime | None


@dataclass(frozen=True, slots=True)
class CustomerTask:
    """Something that is asked of the customer: until when, and what happens if not."""

    key: str
    text: Text
    standing: str
    owner: Role
    due_on: date | None
    is_overdue: bool
    if_not: Text


@dataclass(frozen=True, slots=True)
class CustomerView:
    """A case as its customer follows it."""

    line: CaseLine
    tasks: tuple[CustomerTask, ...]
    tasks_done: int
    phases: tuple[PhaseLine, ...]
    missing_links: tuple[Link, ...]
    contacts: tuple[PersonLine, ...]
    versions: tuple[VersionLine, ...]
    preparations: tuple[PreparationLine, ...]
    parcels: tuple[ParcelLine, ...]
    live_at: datetime | None
    hand_over_at: datetime | None


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A version before it is signed off: faults row by row, or what it holds and changes."""

    version: VersionLine
    issues: tuple[IssueLine, ...]
    users: int
    groups: int
    series: tuple[tuple[str, str, str], ...]
    donors: tuple[tuple[str, str, int], ...]
    unclear_numbers: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[ChangeLine, ...]
    changed_users: int
    removed: tuple[str, ...]
    unchanged: int
    groups_difference: NamedDifference
    series_difference: NamedDifference
    compared_with: int | None
    main_number: str
    may_sign: bool
    language: Language
