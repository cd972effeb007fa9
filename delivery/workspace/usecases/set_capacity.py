"""Say how many go-lives a day can take, or all days that have no word of their own."""

from __future__ import annotations

from datetime import date

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.domain.authority import refuse_outsiders
from delivery.workspace.domain.capacity import read_capacity
from delivery.workspace.models import GoLiveCapacity
from infra.transitions import Cause
from kernel.ids import new_id


def set_capacity(session: Session, actor: Actor, day: date | None, cases: str, *, cause: Cause) -> int:
    """`day` None is every other day. Who said it and why stays with it. Raises `NOT_YOURS`, `CAPACITY_WRONG`."""
    refuse_outsiders(actor)
    said = {
        "cases": read_capacity(cases),
        "set_by": cause.name,
        "set_at": cause.now,
        "reason": cause.reason,
    }
    session.execute(
        insert(GoLiveCapacity)
        .values(id=new_id(), day=day, **said)
        .on_conflict_do_update(index_elements=["day"], set_=said)
    )
    return int(cases)
