"""Say how many free cards of a kind there shall be at least (SM-03)."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.domain.authority import refuse_outsiders
from delivery.sim_dispatch.domain.desk import KINDS, read_level
from delivery.sim_dispatch.models import SimStockLevel
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT


def set_stock_level(session: Session, actor: Actor, kind: str, at_least: str, *, cause: Cause) -> int:
    """Who said it and why stays with it. Raises `NOT_YOURS`, `INVALID_INPUT` for no kind, `STOCK_LEVEL_WRONG`."""
    refuse_outsiders(actor)
    if kind not in KINDS:
        raise INVALID_INPUT.error("kind")
    cards = read_level(at_least)
    said = {
        "at_least": cards,
        "set_by": cause.name,
        "set_at": cause.now,
        "reason": cause.reason,
    }
    session.execute(
        insert(SimStockLevel)
        .values(kind=kind, **said)
        .on_conflict_do_update(index_elements=["kind"], set_=said)
    )
    return cards
