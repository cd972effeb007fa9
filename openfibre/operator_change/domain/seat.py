"""Where somebody sits in a project: which parts their organisation has, or staff, who may act for any."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from openfibre.operator_change.domain.errors import NOT_YOUR_PART
from openfibre.operator_change.domain.parties import PROVIDERS, Party


@dataclass(frozen=True, slots=True)
class Part:
    """One organisation's part."""

    id: UUID
    party: Party
    name: str


@dataclass(frozen=True, slots=True)
class Seat:
    """The parts of a project, and which of them are the asker's own."""

    all: tuple[Part, ...]
    own: frozenset[UUID]
    is_staff: bool = False

    @property
    def mine(self) -> tuple[Part, ...]:
        """The asker's own parts; every part for staff."""
        return self.all if self.is_staff else tuple(part for part in self.all if part.id in self.own)

    @property
    def leads(self) -> bool:
        """Whether the asker leads the migration project: the TKO owns it; staff may stand in."""
        return any(part.party is Party.TKO for part in self.mine)

    def sees_whole(self) -> bool:
        """The timeline is for the lead, the principal and the outgoing operator; providers see their own."""
        return any(part.party not in PROVIDERS for part in self.mine)

    def act(self, *parties: Party, part_id: UUID | None = None) -> Part:
        """The part in which the asker acts. Raises `NOT_YOUR_PART`."""
        for part in self.mine:
            if part.party in parties and part_id in (None, part.id):
                return part
        raise NOT_YOUR_PART.error(party=" / ".join(parties))

    def parts(self, *parties: Party) -> tuple[Part, ...]:
        """Everybody who has one of these parts."""
        return tuple(part for part in self.all if part.party in parties)
