"""For whom somebody stands here who has roles in several companies: for one at a time, changed when they choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from accounts.domain.roles import OrganisationKind

# Who sells to a company and is also customer of its own switchboard comes here to sell, unless they choose.
_FIRST: Final = (OrganisationKind.PARTNER, OrganisationKind.CUSTOMER, OrganisationKind.FIBRE)


@dataclass(frozen=True, slots=True)
class Side:
    """A company as one stands for it."""

    id: UUID
    kind: OrganisationKind
    name: str


def sides_of(companies: Iterable[Side]) -> tuple[Side, ...]:
    """The companies that somebody may stand for, each once, the one they stand for unasked first."""
    once = {each.id: each for each in companies if each.kind in _FIRST}
    return tuple(sorted(once.values(), key=lambda each: _FIRST.index(each.kind)))


def stood_for(sides: tuple[Side, ...], chosen: UUID | None) -> Side | None:
    """The one that was chosen while it is theirs, otherwise the first; none for who has no company."""
    return next((each for each in sides if each.id == chosen), sides[0] if sides else None)
