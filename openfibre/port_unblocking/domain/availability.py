"""What the communication operator says of a port, and what it means (steps 3 and 4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """One service on an access as ON-API tells it to a provider.

    `available_at` is empty when nobody knows; a future instant means taken too, perhaps by a provider whose
    own cancellation is under way.
    """

    service: str
    available_at: datetime | None
    forcible: bool


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether the wanted services can be ordered plainly, by force, or not at all.

    It holds nothing about who has the port: the new provider never learns that.
    """

    blocked: tuple[str, ...]
    not_forcible: tuple[str, ...]
    not_offered: tuple[str, ...]
    free_from: datetime | None

    @property
    def is_free(self) -> bool:
        return not self.blocked and not self.not_offered


def judge(offers: Iterable[Offer], wanted: Collection[str], now: datetime) -> Availability:
    """Step 4: which of the wanted services are blocked, and which of those cannot be taken over."""
    by_name = {offer.service: offer for offer in offers}
    known = [by_name[name] for name in wanted if name in by_name]
    blocked = [offer for offer in known if offer.available_at is None or offer.available_at > now]
    dates = [offer.available_at for offer in blocked if offer.available_at is not None]
    return Availability(
        blocked=tuple(offer.service for offer in blocked),
        not_forcible=tuple(offer.service for offer in blocked if not offer.forcible),
        not_offered=tuple(name for name in wanted if name not in by_name),
        free_from=max(dates) if dates and len(dates) == len(blocked) else None,
    )
