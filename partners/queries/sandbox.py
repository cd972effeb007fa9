"""How a sandbox stands: its clock, where that is going, since when it is as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.domain.actor import Actor
from infra.clock import current
from infra.db import unit_of_work
from infra.sandboxes import LIVE, at, sandbox_of
from partners import repository
from partners.queries.events import PartnerEvent, read_events


@dataclass(frozen=True, slots=True)
class SandboxState:
    """`now` and `advancing_to` are of the sandbox's own clock; `reset_at` is the machine's."""

    now: datetime
    advancing_to: datetime | None
    reset_at: datetime


def sandbox_state(partner_id: UUID) -> SandboxState | None:
    """The sandbox as it stands this instant, read at both places; none before it is opened."""
    with at(LIVE), unit_of_work() as live:
        row = repository.sandbox(live, partner_id)
        if row is None:
            return None
        advancing_to, reset_at = row.advancing_to, row.reset_at
    with at(sandbox_of(partner_id)), unit_of_work() as session:
        return SandboxState(current(session), advancing_to, reset_at)


def sandbox_news(actor: Actor, partner_id: UUID, limit: int) -> list[PartnerEvent]:
    """The newest events of the partner's sandbox, the newest first."""
    with at(sandbox_of(partner_id)), unit_of_work() as session:
        after = max(0, repository.last_position(session, partner_id) - limit)
        return list(reversed(read_events(session, actor, after=after, limit=limit).events))
