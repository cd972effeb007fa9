"""Who may do what in a delivery, where no state machine says so."""

from __future__ import annotations

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS
from accounts.domain.roles import Role
from delivery.domain.next_action import CUSTOMER_ROLES

_OPERATOR = (ActorKind.PLANNER, ActorKind.SYSTEM)


def refuse_outsiders(actor: Actor) -> None:
    """Let the operator's own people through. Raises `NOT_YOURS` for a customer or partner."""
    if actor.kind not in _OPERATOR:
        raise NOT_YOURS.error()


def refuse_others(actor: Actor, owner: Role) -> None:
    """A customer does what is the customer's; the operator does either, on the customer's word."""
    if actor.kind is ActorKind.CUSTOMER and owner in CUSTOMER_ROLES:
        return
    refuse_outsiders(actor)
