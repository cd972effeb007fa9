"""What changes cost today, and which have been asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.changes import repository
from delivery.changes.domain.requests import KINDS, ChangeKind, Cost, cost_of
from delivery.changes.models import ChangeRequest
from delivery.domain.lead_time import earliest_go_live
from delivery.domain.states import DataState
from delivery.queries.facts import facts_of
from infra.clock import local_date
from kernel import leadtime
from kernel.workdays import workdays_between


def costs(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> dict[ChangeKind, Cost]:
    """The cost of each kind of change, if it is asked for now. Raises `NOT_FOUND`."""
    case = cases.case(session, actor, case_id)
    facts = facts_of(session, case, now)
    due: dict[str, date | None] = {placed.key: placed.due_on for placed in facts.placed}
    earliest = leadtime.plan(now).earliest_port_date
    return {
        kind: cost_of(row, today=facts.today, due=due, go_live_on=case.go_live_on, earliest_port=earliest)
        for kind, row in KINDS.items()
    }


def change_requests(session: Session, actor: Actor, case_id: UUID) -> Sequence[ChangeRequest]:
    """All of a case, the newest first. Raises `NOT_FOUND`."""
    return repository.requests_of(session, cases.case(session, actor, case_id).id)


def cost_of_new_version(session: Session, actor: Actor, case_id: UUID, *, now: datetime) -> Cost | None:
    """What it costs to sign another version off today; none when no version has been signed yet.

    The lead time is counted anew from the day of sign-off (DL-06). Raises `NOT_FOUND`.
    """
    case = cases.case(session, actor, case_id)
    if not any(version.state is DataState.SIGNED for version in cases.versions(session, [case.id])):
        return None
    today = local_date(now)
    day = earliest_go_live(today, today, leadtime.plan(now).earliest_port_date).day
    if day <= case.go_live_on:
        return Cost(0, case.go_live_on)
    return Cost(workdays_between(case.go_live_on, day), day)
