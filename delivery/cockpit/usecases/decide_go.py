"""Go or no-go, before the last moment at which the booked ports can still be stopped (DL-13)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.cockpit.domain.decisions import DecisionKind, Readiness, unmet
from delivery.cockpit.domain.errors import (
    NEW_DAY_MISSING,
    NO_BOOKED_PORTS,
    NOT_READY_TO_GO,
    TOO_LATE_FOR_NO_GO,
)
from delivery.cockpit.models import GoLiveDecision
from delivery.domain.authority import refuse_outsiders
from delivery.models import DeliveryCase
from delivery.planning.domain.difference import Change
from delivery.planning.usecases.replan import replan
from delivery.queries.facts import facts_of
from delivery.sim_dispatch.domain.gate import holding
from delivery.sim_dispatch.queries.gate import gate_lines
from delivery.usecases.settle import note
from infra.formats import in_both, moment
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED
from portingsvc.queries import booked_ports


def decide_go(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> GoLiveDecision:
    """It is *go*. What is not ready is refused, unless a reason says why to go all the same.

    Raises `NOT_YOURS`, `NO_BOOKED_PORTS`, `NOT_READY_TO_GO` with what lacks.
    """
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    if not booked_ports(session, [case.id]):
        raise NO_BOOKED_PORTS.error()
    lacking = unmet(readiness_of(session, case, cause))
    if lacking and not cause.reason.strip():
        raise NOT_READY_TO_GO.error(
            "reason",
            lacking_sv=", ".join(each.text.sv for each in lacking),
            lacking_en=", ".join(each.text.en for each in lacking),
        )
    facts = {"go_live_on": str(case.go_live_on), "lacking": [each.key for each in lacking]}
    emit(
        session,
        "delivery_case.go_decided",
        case.subject(),
        {"go_live_on": str(case.go_live_on), "reason": cause.reason},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return log_decision(session, case, DecisionKind.GO, cause, facts=facts)


def decide_no_go(
    session: Session, actor: Actor, case_id: UUID, *, new_day: date | None, cause: Cause
) -> GoLiveDecision:
    """It is *no-go*: go-live moves, and every donor that has a booked port is asked for the new day.

    Raises `NOT_YOURS`, `REASON_REQUIRED`, `NEW_DAY_MISSING`, `TOO_LATE_FOR_NO_GO` once the first donor can no longer
    stop, and all that `replan` raises.
    """
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("no_go_reason")
    if new_day is None:
        raise NEW_DAY_MISSING.error("new_day")
    case = repository.case(session, actor, case_id, lock=True)
    booked = booked_ports(session, [case.id])
    if not booked:
        raise NO_BOOKED_PORTS.error()
    deadline = booked[0].stop_deadline
    if cause.now > deadline:
        raise TOO_LATE_FOR_NO_GO.error(deadline=in_both(moment, deadline))
    before = case.go_live_on
    made = replan(session, actor, case_id, Change(go_live_on=new_day), cause=cause)
    facts = {
        "from": str(before),
        "to": str(new_day),
        "asked": list(made.orders_asked),
        "stuck": [each.reference for each in made.orders_stuck],
    }
    emit(
        session,
        "delivery_case.no_go_decided",
        case.subject(),
        {"from": str(before), "to": str(new_day), "reason": cause.reason},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return log_decision(session, case, DecisionKind.NO_GO, cause, facts=facts)


def readiness_of(session: Session, case: DeliveryCase, cause: Cause) -> Readiness:
    """What the checks of *go* read."""
    return Readiness(facts_of(session, case, cause.now), len(holding(gate_lines(session, case))))


def log_decision(
    session: Session,
    case: DeliveryCase,
    kind: DecisionKind,
    cause: Cause,
    *,
    action: str = "",
    number: str = "",
    facts: Mapping[str, Any] | None = None,
) -> GoLiveDecision:
    """Write a line of the decision log, and of the timeline."""
    line = GoLiveDecision(
        case_id=case.id,
        kind=kind,
        action=action,
        number=number,
        text=cause.reason.strip(),
        facts=dict(facts or {}),
        by=cause.name,
        at=cause.now,
    )
    session.add(line)
    note(session, case, f"decision_{kind.value}", cause.reason, cause, about=number)
    return line
