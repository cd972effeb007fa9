"""Who may do what in a delivery, where no state machine says so."""

from __future__ import annotations

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.authority import refuse_outsiders
from accounts.domain.roles import Role
from delivery.domain.next_action import CUSTOMER_ROLES

__all__ = ["refuse_others", "refuse_outsiders"]


def refuse_others(actor: Actor, owner: Role) -> None:
    """A customer does what is the customer's; the operator does either, on the customer's word."""
    if actor.kind is ActorKind.CUSTOMER and owner in CUSTOMER_ROLES:
        return
    refuse_outsiders(actor)
