"""Move the go-live day: everything that hangs on it is laid out anew (DL-12)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import GO_LIVE_SETTLED
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.queries.facts import facts_of
from delivery.usecases.open_case import lay_up_plan, refuse_day
from delivery.usecases.settle import note
from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import CHANGED_MEANWHILE


def change_go_live(
    session: Session, actor: Actor, case_id: UUID, day: date, *, version: int | None = None, cause: Cause
) -> DeliveryCase:
    """Raises `NOT_YOURS`, `GO_LIVE_TOO_EARLY`, `GO_LIVE_SETTLED` once ports are asked for, `CHANGED_MEANWHILE`."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    if case.state is not CaseState.FORBEREDELSER:
        raise GO_LIVE_SETTLED.error("go_live_on", go_live=case.go_live_on)
    complete_on = facts_of(session, case, cause.now).complete_on
    refuse_day(day, cause.now, complete_on)
    before, case.go_live_on = case.go_live_on, day
    lay_up_plan(session, case, complete_on=complete_on)
    note(session, case, "go_live_moved", cause.reason, cause, about=f"{before} → {day}")
    facts = {"from": str(before), "to": str(day), "today": str(local_date(cause.now))}
    emit(
        session,
        "delivery_case.go_live_moved",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return case


def check_version(case: DeliveryCase, version: int | None) -> None:
    """Refuse an edit made on a page that shows an older case than there is; count the edit."""
    if version is not None and version != case.version:
        raise CHANGED_MEANWHILE.error()
    case.version += 1
