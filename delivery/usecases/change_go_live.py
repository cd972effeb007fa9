"""Move the go-live day: everything that hangs on it is laid out anew (DL-12)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.planning.domain.difference import Change, Difference
from delivery.planning.usecases.replan import replan
from infra.transitions import Cause


def change_go_live(
    session: Session, actor: Actor, case_id: UUID, day: date, *, version: int | None = None, cause: Cause
) -> Difference:
    """Move the day, and the ports with it: at once what is unsent, by wish what a donor has booked.

    What is past its donor's stop deadline stays, and the timeline says why. Raises as `replan`.
    """
    return replan(session, actor, case_id, Change(go_live_on=day), version=version, cause=cause)
