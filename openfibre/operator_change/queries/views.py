"""What pages and programs are shown of a change of operator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kernel.language import Text
from openfibre.operator_change.domain.deadlines import Standing
from openfibre.operator_change.domain.gates import Lack
from openfibre.operator_change.domain.parties import AgreementType, Flow, Party
from openfibre.operator_change.domain.reconcile import ListKind, RowStatus
from openfibre.operator_change.domain.remarks import Remark
from openfibre.operator_change.domain.routes import Route
from openfibre.operator_change.domain.seat import Part, Seat
from openfibre.operator_change.domain.states import ProjectEvent, ProjectState, WaveEvent, WaveState


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a list."""

    id: UUID
    reference: str
    name: str
    state: ProjectState
    flow: Flow
    parts: tuple[Party, ...]
    next_migration_on: date | None
    brytpunkt_on: date | None
    late: int


@dataclass(frozen=True, slots=True)
class TodoLine:
    """One activity of a party. `standing`: open, late, done, waived."""

    id: UUID
    key: str
    step: int
    step_name: Text
    text: Text
    part: Part | None
    wave_number: int | None
    due_on: date | None
    done_at: datetime | None
    done_by: str
    waived_reason: str
    standing: str


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline, where it stands, and why it moved when it did."""

    rule: str
    asks: Text
    wave_number: int | None
    raw: date
    due: date
    met_on: date | None
    standing: Standing
    days_late: int
    before: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave: its dates, who has said yes to the freeze, what its next step lacks."""

    id: UUID
    number: int
    name: str
    state: WaveState
    technical_on: date
    mixed: bool
    freeze_first: date | None
    freeze_last: date | None
    freeze_yes: tuple[str, ...]
    freeze_waits: tuple[Part, ...]
    informed_again_needed: bool
    cross_reference_at: datetime | None
    next_event: WaveEvent | None
    lacks: tuple[Lack, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project as the asker may see it: providers see their own lines, the others the whole."""

    id: UUID
    reference: str
    name: str
    state: ProjectState
    flow: Flow
    agreement: AgreementType
    signed_on: date | None
    started_on: date | None
    process_begun_on: date | None
    brytpunkt_on: date | None
    brytpunkt_is_agreed: bool
    brytpunkt_reason: str
    seat: Seat
    waves: tuple[WaveLine, ...]
    todo: tuple[TodoLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    next_event: ProjectEvent | None
    lacks: tuple[Lack, ...]

    @property
    def late(self) -> int:
        """How many deadlines have passed unmet."""
        return sum(1 for each in self.deadlines if each.standing is Standing.OVERDUE)


@dataclass(frozen=True, slots=True)
class DataSetLine:
    """A file that the asker sent, or that is for them."""

    id: UUID
    wave_number: int
    route: str
    content: str
    state: Any
    filename: str
    sha256: str
    rows: int
    rejected: int
    findings: tuple[dict[str, Any], ...]
    counts: dict[str, int]
    by: str
    at: datetime
    sensitive: bool
    is_mine: bool
    may_fetch: bool


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A protected file for the asker, and who has fetched it."""

    id: UUID
    name: str
    rows: int
    sha256: str
    at: datetime
    is_gone: bool
    fetches: tuple[tuple[datetime, str, str], ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The exchange of a project: what may be sent, what has been, what waits sealed."""

    ways: tuple[tuple[Part, Route], ...]
    sets: tuple[DataSetLine, ...]
    sealed: tuple[SealedLine, ...]
    has_key: bool


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A signature that a list needs: who, whether it is given on the list as it stands."""

    kind: ListKind
    part: Part
    by: str
    at: datetime | None
    rows: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class AccessLine:
    """A service on an access that has to be settled."""

    id: int
    access_old: str
    access_new: str
    service: str
    provider: str
    outcome: RowStatus
    down_on: date | None
    up_on: date | None
    waived_reason: str
    waived_by: str


@dataclass(frozen=True, slots=True)
class WaveLists:
    """Connected against Disconnected in a wave, as far as the asker sees it."""

    wave: WaveLine
    counts: tuple[tuple[RowStatus, int], ...]
    lists: tuple[Any, ...]
    receipts: tuple[ReceiptLine, ...]
    rows: tuple[AccessLine, ...]
    more_rows: int
    owns: tuple[ListKind, ...]
    may_waive: bool


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Documents, contacts, messages, fee notices, as far as the asker may read them."""

    documents: tuple[tuple[Any, tuple[str, ...], bool], ...]
    contacts: tuple[tuple[Any, Part], ...]
    messages: tuple[Any, ...]
    notices: tuple[tuple[Any, Part, bool], ...]
