"""Keep the plan true to the facts: what follows from them is done when they say so, and undone when not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from delivery import repository
from delivery.domain.lead_time import CHAIN
from delivery.domain.progress import settled_by_facts
from delivery.domain.states import PHASES
from delivery.models import CaseActivity, CaseNote, DeliveryCase
from delivery.queries.facts import facts_of
from infra.outbox import emit
from infra.transitions import Cause


def settle(session: Session, case: DeliveryCase, cause: Cause) -> None:
    """Bring every activity that follows from facts to where they say, and the go-live day with them."""
    session.flush()
    facts = facts_of(session, case, cause.now)
    said = settled_by_facts(facts)
    rows = repository.activities(session, [case.id])
    for row in rows:
        if row.key not in said or row.waived_at is not None:
            continue
        if said[row.key] and row.done_at is None:
            row.done_at, row.done_by = cause.now, cause.name
            note(session, case, "activity_done", "", cause, activity=row.key)
        elif not said[row.key] and row.done_at is not None:
            row.done_at, row.done_by = None, ""
            note(session, case, "activity_undone", "", cause, activity=row.key)
    _confirm_day(session, case, rows, cause)
    session.flush()


def _confirm_day(session: Session, case: DeliveryCase, rows: Sequence[CaseActivity], cause: Cause) -> None:
    """The day is preliminary until each link of the chain is confirmed, and again when one falls (DL-06)."""
    if case.state not in PHASES:
        return
    holds = all(row.done_at or row.waived_at for row in rows if row.key in CHAIN)
    if holds == (case.go_live_confirmed_at is not None):
        return
    case.go_live_confirmed_at = cause.now if holds else None
    facts = {"go_live_on": str(case.go_live_on)}
    if holds:
        note(session, case, "go_live_confirmed", "", cause, about=str(case.go_live_on))
        emit(
            session,
            "delivery_case.go_live_confirmed",
            case.subject(),
            facts,
            actor=cause.name,
            now=cause.now,
            role=cause.role,
        )
    else:
        note(session, case, "go_live_unconfirmed", "", cause, about=str(case.go_live_on))
        emit(
            session,
            "delivery_case.go_live_unconfirmed",
            case.subject(),
            facts,
            actor=cause.name,
            now=cause.now,
            role=cause.role,
        )


def note(session: Session, case: DeliveryCase, kind: str, text: str, cause: Cause, **facts: object) -> None:
    """Write a line into the timeline."""
    session.add(CaseNote(case_id=case.id, kind=kind, text=text, facts=facts, by=cause.name, at=cause.now))
