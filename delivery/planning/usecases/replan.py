"""Change go-live, scope, or the day of one activity: the plan is laid out anew, and those concerned are told (DL-12)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import ACTIVITY_ENDED, GO_LIVE_SETTLED
from delivery.domain.lead_time import refuse_day
from delivery.domain.options import Option, read_options
from delivery.domain.phases import CUSTOMER_DATA, LEAD_WORKING_DAYS
from delivery.domain.plan import Laid, too_late
from delivery.domain.states import PHASES, CaseState
from delivery.models import CaseActivity, DeliveryCase
from delivery.planning.domain.difference import Change, Difference, Held, Slip
from delivery.planning.domain.errors import (
    NOTHING_TO_CHANGE,
    PLAN_NOT_AS_SEEN,
    SCOPE_SETTLED,
    SLIP_IN_THE_PAST,
)
from delivery.planning.usecases.lay_up_plan import lay_up_plan
from delivery.planning.usecases.move_ports import MovedPorts, move_ports
from delivery.planning.usecases.tell_replanned import tell_replanned
from delivery.usecases.check_version import check_version
from delivery.usecases.settle import note, settle
from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from kernel import leadtime
from kernel.errors import REASON_REQUIRED
from kernel.workdays import add_workdays, calendar


def replan(
    session: Session,
    actor: Actor,
    case_id: UUID,
    change: Change,
    *,
    version: int | None = None,
    seen: str = "",
    cause: Cause,
) -> Difference:
    """Make the change and return the difference it made. `seen` is the digest of the difference that was shown.

    Raises `NOT_YOURS`, `CHANGED_MEANWHILE`, `PLAN_NOT_AS_SEEN`, `NOTHING_TO_CHANGE`, `GO_LIVE_TOO_EARLY`,
    `GO_LIVE_NOT_A_WORKING_DAY`, `GO_LIVE_SETTLED` and `SCOPE_SETTLED` once the case is live, `SLIP_IN_THE_PAST`,
    `ACTIVITY_ENDED`, and `REASON_REQUIRED` for a slip without one.
    """
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    complete_on = _complete_on(session, case)
    before, options_before = case.go_live_on, read_options(case.options)
    ports = _move_day(session, case, change.go_live_on, complete_on, cause)
    _change_scope(session, case, change.options, cause)
    slipped = _note_slip(session, case, change.slip, cause)
    rows, laid = lay_up_plan(session, case, complete_on=complete_on)
    options = read_options(case.options)
    difference = Difference(
        go_live_before=before,
        go_live_after=case.go_live_on,
        rows=rows,
        options_added=tuple(sorted(options - options_before)),
        options_removed=tuple(sorted(options_before - options)),
        orders_moved=ports.moved,
        orders_asked=ports.asked,
        orders_stuck=ports.stuck,
        held=_held(laid, case.go_live_on, complete_on or slipped),
    )
    if difference.is_empty:
        raise NOTHING_TO_CHANGE.error("slip" if change.slip else "go_live_on")
    if seen and seen != difference.digest:
        raise PLAN_NOT_AS_SEEN.error()
    if difference.options_added or difference.options_removed:
        settle(session, case, cause)
    return tell_replanned(session, case, difference, cause)


def preview(session: Session, actor: Actor, case_id: UUID, change: Change, *, cause: Cause) -> Difference:
    """What a change would make of the plan: it is made, and taken back whole. Raises as `replan`."""
    tried = session.begin_nested()
    try:
        return replan(session, actor, case_id, change, cause=cause)
    finally:
        tried.rollback()


def _complete_on(session: Session, case: DeliveryCase) -> date | None:
    signed = repository.signed_version(session, case.id)
    return local_date(signed.signed_at) if signed and signed.signed_at else None


def _move_day(
    session: Session, case: DeliveryCase, day: date | None, complete_on: date | None, cause: Cause
) -> MovedPorts:
    if day is None or day == case.go_live_on:
        return MovedPorts()
    if case.state not in PHASES:
        raise GO_LIVE_SETTLED.error("go_live_on", go_live=case.go_live_on)
    refuse_day(day, local_date(cause.now), complete_on, leadtime.plan(cause.now).earliest_port_date)
    ports = MovedPorts()
    if case.state is not CaseState.FORBEREDELSER:
        ports = move_ports(session, case, day, cause)
    before, case.go_live_on = case.go_live_on, day
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
    return ports


def _change_scope(
    session: Session, case: DeliveryCase, options: frozenset[Option] | None, cause: Cause
) -> None:
    before = read_options(case.options)
    if options is None or options == before:
        return
    if case.state not in PHASES:
        raise SCOPE_SETTLED.error("options")
    case.options = sorted(options)
    added, removed = sorted(options - before), sorted(before - options)
    about = ", ".join([*(f"+ {each}" for each in added), *(f"− {each}" for each in removed)])
    note(session, case, "scope_changed", cause.reason, cause, about=about)
    emit(
        session,
        "delivery_case.scope_changed",
        case.subject(),
        {"added": added, "removed": removed},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )


def _note_slip(session: Session, case: DeliveryCase, slip: Slip | None, cause: Cause) -> date | None:
    """Keep what was said of one activity. Returns the day when it is the customer's data that slips."""
    if slip is None:
        return None
    row = repository.activity(session, case.id, slip.key)
    _refuse_slip(case, row, slip, cause)
    if row.expected_on == slip.expected_on:
        return None
    row.expected_on = slip.expected_on
    about = str(slip.expected_on or "–")
    note(session, case, "slipped", cause.reason, cause, activity=slip.key, about=about)
    facts = {
        "activity": slip.key,
        "expected_on": str(slip.expected_on or ""),
        "reason": cause.reason,
    }
    emit(
        session,
        "delivery_case.activity_slipped",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return slip.expected_on if slip.key == CUSTOMER_DATA else None


def _refuse_slip(case: DeliveryCase, row: CaseActivity, slip: Slip, cause: Cause) -> None:
    if case.state not in PHASES or row.done_at is not None or row.waived_at is not None:
        raise ACTIVITY_ENDED.error("slip")
    if slip.expected_on is not None and slip.expected_on < local_date(cause.now):
        raise SLIP_IN_THE_PAST.error("expected_on", wanted=slip.expected_on)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")


def _held(laid: tuple[Laid, ...], go_live: date, complete_on: date | None) -> Held | None:
    """Whether the plan still reaches its day: every gate's result by then, six weeks from complete data (DL-06)."""
    late = too_late(laid, go_live)
    held = Held(calendar().on_or_after(late.due_on), late.activity.key, late.due_on) if late else None
    floor = add_workdays(complete_on, LEAD_WORKING_DAYS) if complete_on else go_live
    if complete_on and floor > (held.day if held else go_live):
        return Held(floor, CUSTOMER_DATA, complete_on)
    return held
