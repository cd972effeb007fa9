"""The invariants, in SQL and against the simulator's own books (performance-and-reliability 4.4)."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, col, select

from infra.transitions import StateHistory
from portingsvc.domain.rollup import target_state
from portingsvc.domain.states import ATTEMPT, MACHINES, AttemptState, NumberState
from portingsvc.models import FeeEntry, PortingAttempt, PortingNumber, PortingOrder

_STANDING: Final = (AttemptState.SUBMITTED, AttemptState.ACCEPTED, AttemptState.CANCELLED)
_RECEIVED: Final = (AttemptState.SUBMITTED, AttemptState.ACCEPTED, AttemptState.REJECTED)


def judge(session: Session, books: dict[str, Any], orders: int) -> dict[str, Any]:
    """Count what must be zero."""
    attempts = session.exec(select(PortingAttempt)).all()
    dossiers = {each["dossier_id"]: each for each in books["dossiers"]}
    received = {each.dossier_id for each in attempts if each.state in _RECEIVED or _was_called_off(each)}
    known = session.exec(select(PortingOrder.id)).all()
    unresolved = [a for a in attempts if a.state not in ATTEMPT.final and a.state is not AttemptState.PARKED]
    parked = [a for a in attempts if a.state is AttemptState.PARKED]
    return {
        "lost": abs(orders - len(known)) + len(received ^ (dossiers.keys() - {a.dossier_id for a in parked})),
        "sent_twice": books["duplicates_received"] + _twice(books),
        "keys_changed": books["keys_changed"],
        "double_fees": _double_fees(session, books, attempts),
        "early": sum(_is_early(a, dossiers.get(a.dossier_id)) for a in attempts),
        "illegal_steps": _illegal_steps(session),
        "misrolled": _misrolled(session),
        "disagree": _disagree(session, dossiers),
        "unresolved": len(unresolved),
        "parked": len(parked),
        "unexplained": sum(1 for a in parked if not a.parked_reason),
    }


def _was_called_off(attempt: PortingAttempt) -> bool:
    """The donor had it, and let it go when asked."""
    return attempt.state is AttemptState.CANCELLED and attempt.submitted_at is not None


def _misrolled(session: Session) -> int:
    """Orders whose state is not what their numbers say."""
    states: dict[UUID, list[NumberState]] = defaultdict(list)
    for order_id, state in session.exec(select(PortingNumber.order_id, PortingNumber.state)):
        states[order_id].append(NumberState(state))
    orders = session.exec(select(PortingOrder.id, PortingOrder.state))
    return sum(1 for order_id, state in orders if state is not target_state(states[order_id]))


def _disagree(session: Session, dossiers: dict[str, Any]) -> int:
    """Requests of which we and the donor say different things: called off or not, and for when it is booked."""
    states: dict[UUID | None, set[str]] = defaultdict(set)
    for attempt_id, state in session.exec(select(PortingNumber.attempt_id, PortingNumber.state)):
        states[attempt_id].add(state)
    standing = select(PortingAttempt, PortingOrder.port_at).where(
        PortingOrder.id == PortingAttempt.order_id, col(PortingAttempt.state).in_(_STANDING)
    )
    wrong = 0
    for attempt, port_at in session.exec(standing):
        theirs = dossiers.get(attempt.dossier_id)
        if theirs is None:
            continue
        # What no number hangs on any more was let go, or a later request could not have asked for them.
        gone = states[attempt.id] <= {NumberState.CANCELLED} or attempt.state is AttemptState.CANCELLED
        booked = datetime.fromisoformat(theirs["port_at"])
        wrong += gone != (theirs["state"] == "cancelled") or (not gone and booked != port_at)
    return wrong


def _twice(books: dict[str, Any]) -> int:
    """Accepted more than once under different dossiers: the same order and attempt number."""
    counts = Counter(each["dossier_id"].rsplit("-", 1)[0] for each in books["dossiers"])
    return sum(count - 1 for count in counts.values())


def _double_fees(session: Session, books: dict[str, Any], attempts: Any) -> int:
    """Lines of the ledger that the gateway's statement does not have, and the other way round."""
    dossier_of = {each.id: each.dossier_id for each in attempts}
    ours: Counter[str] = Counter()
    for line in session.exec(select(FeeEntry).where(FeeEntry.kind == "donor_cost")):
        ours[dossier_of[line.attempt_id]] += line.amount_ore
    theirs = Counter({each["dossier_id"]: each["amount_ore"] for each in books["fees"]})
    return sum(1 for dossier in ours | theirs if ours[dossier] != theirs[dossier])


def _is_early(attempt: PortingAttempt, dossier: dict[str, Any] | None) -> bool:
    return dossier is not None and datetime.fromisoformat(dossier["received_at"]) < attempt.due_at


def _illegal_steps(session: Session) -> int:
    """Steps of the history that their machine does not have, or that do not follow on the one before."""
    legal = {
        machine.name: {(str(s), str(row.event), str(row.to)) for row in machine.table for s in row.sources}
        for machine in MACHINES
    }
    last: dict[tuple[str, Any], str] = {}
    wrong = 0
    for step in session.exec(select(StateHistory).order_by(StateHistory.id)):  # type: ignore[arg-type]
        key = step.entity, step.entity_id
        if (step.from_state, step.event, step.to_state) not in legal[step.entity]:
            wrong += 1
        wrong += last.get(key, step.from_state) != step.from_state
        last[key] = step.to_state
    return wrong
