"""Who works for the operator: what is the operator's own is refused to everybody else."""

from __future__ import annotations

from typing import Final

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS

_OPERATOR: Final = (ActorKind.PLANNER, ActorKind.SYSTEM)


def refuse_outsiders(actor: Actor) -> None:
    """Let the operator's own people through. Raises `NOT_YOURS` for a customer or partner."""
    if actor.kind not in _OPERATOR:
        raise NOT_YOURS.error()
