"""Who asks. Every use case and query is told; nothing below the edge guesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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

    `lent` are the scopes that it is lent over each reseller below it (`accounts.domain.resellers`); `below` are
    those of them whose things it may reach in what it does now.
    """

    kind: ActorKind
    name: str
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    scopes: frozenset[str] = frozenset()
    language: Language = "sv"
    client_id: str = ""
    lent: Mapping[UUID, frozenset[str]] = field(default_factory=dict, hash=False)
    below: frozenset[UUID] = frozenset()

    @property
    def partner_ids(self) -> frozenset[UUID]:
        """The partners whose things are the actor's to see: its own, and those below within its reach."""
        return self.below | ({self.organisation_id} if self.organisation_id else set())

    def of(self, partner_id: UUID | None) -> frozenset[UUID]:
        """Those of `partner_ids` that are meant: all, unless one is named. None when that one is out of reach."""
        return self.partner_ids if partner_id is None else self.partner_ids & {partner_id}

    def within(self, scope: str) -> Actor:
        """The actor about to do what a scope allows: with those below that it is lent the scope over."""
        if not self.lent and not self.below:
            return self
        return replace(self, below=frozenset(each for each, lent in self.lent.items() if scope in lent))

    def sees(self, customer_id: UUID | None, partner_id: UUID | None) -> bool:
        """Whether a row of this customer, sold by this partner, is the actor's to see (PA-01)."""
        match self.kind:
            case ActorKind.CUSTOMER:
                return customer_id is not None and customer_id == self.organisation_id
            case ActorKind.PARTNER:
                return partner_id in self.partner_ids
            case _:
                return True


SYSTEM = Actor(ActorKind.SYSTEM, "Växla")
