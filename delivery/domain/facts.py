"""What is known of a case at a moment: all that its next action, queue and progress are derived from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from delivery.domain.options import Option
from delivery.domain.plan import Placed
from delivery.domain.states import CaseState, DataState


@dataclass(frozen=True, slots=True)
class NumberCounts:
    """How many numbers stand where."""

    pending: int = 0
    confirmed: int = 0
    rejected: int = 0
    ported: int = 0
    cancelled: int = 0
    excluded: int = 0

    @property
    def total(self) -> int:
        return self.pending + self.live_confirmed + self.rejected + self.cancelled + self.excluded

    @property
    def live_confirmed(self) -> int:
        """Confirmed by their donors, moved already or not."""
        return self.confirmed + self.ported

    @property
    def outstanding(self) -> int:
        """Neither moved nor given up."""
        return self.pending + self.confirmed + self.rejected


@dataclass(frozen=True, slots=True)
class PortingFacts:
    """The porting of a case. `headroom` counts the rounds that still fit; None when nothing waits."""

    numbers: NumberCounts = field(default_factory=NumberCounts)
    orders: int = 0
    unsent: int = 0
    parked: int = 0
    repairs: int = 0
    repairs_not_contacted: int = 0
    repairs_due_on: date | None = None
    mandates: int = 0
    mandates_signed: int = 0
    headroom: int | None = None


@dataclass(frozen=True, slots=True)
class SimFacts:
    """Cards and profiles of a case. `needed` is who shall have one; `ready` is whose number is confirmed.

    `coming_cards` and `coming_profiles` are what the stock must still give: to users who shall have one and have none.
    """

    needed: int = 0
    ready: int = 0
    assigned: int = 0
    coming_cards: int = 0
    coming_profiles: int = 0
    to_pack: int = 0
    to_activate: int = 0
    packed: int = 0
    on_way: int = 0
    in_hand: int = 0

    @property
    def short(self) -> int:
        """How many are ready for a card and have none: the stock ran out."""
        return max(0, self.ready - self.assigned)


@dataclass(frozen=True, slots=True)
class GoLiveFacts:
    """The day itself: calls made without fault, what is left to call, faults that are open."""

    sample_drawn: bool = False
    to_call: int = 0
    faults_open: int = 0


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case, whole. `data_state` is the newest version's; `complete_on` the day the data was signed.

    `changes_asked` are the customer's requests for change that nobody has answered, the oldest made on
    `changes_asked_on`.
    """

    state: CaseState
    today: date
    go_live_on: date
    placed: tuple[Placed, ...]
    options: frozenset[Option] = frozenset()
    data_state: DataState | None = None
    complete_on: date | None = None
    preparations: int = 0
    preparations_answered: int = 0
    start_mails_sent: bool = False
    hand_over_at: datetime | None = None
    hand_over_on: date | None = None
    changes_asked: int = 0
    changes_asked_on: date | None = None
    porting: PortingFacts = field(default_factory=PortingFacts)
    sims: SimFacts = field(default_factory=SimFacts)
    go_live: GoLiveFacts = field(default_factory=GoLiveFacts)
