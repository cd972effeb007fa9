"""Who asks. Every use case and query is told; nothing below the edge guesses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from accounts.domain.roles import Role
from kernel.language import Language


class ActorKind(StrEnum):
    """On which side the asker stands; the same words as in the transition tables."""

    CUSTOMER = "customer"
    PLANNER = "planner"
    PARTNER = "partner"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, or a partner's program.

    `organisation_id` is the customer's for a customer and the partner's for a partner; a planner works for
    the operator and sees every case. `client_id` names the key of a partner's program.
    """

    kind: ActorKind
    name: str
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    scopes: frozenset[str] = frozenset()
    language: Language = "sv"
    client_id: str = ""

    def sees(self, customer_id: UUID | None, partner_id: UUID | None) -> bool:
        """Whether a row of this customer, sold by this partner, is the actor's to see (PA-01)."""
        match self.kind:
            case ActorKind.CUSTOMER:
                return customer_id is not None and customer_id == self.organisation_id
            case ActorKind.PARTNER:
                return partner_id is not None and partner_id == self.organisation_id
            case _:
                return True


SYSTEM = Actor(ActorKind.SYSTEM, "Växla")
