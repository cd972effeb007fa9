"""The invariants, in SQL and against the simulator's own books (performance-and-reliability 4.4).

Each check names what is wrong, by dossier or by the id of an order, so that a run that failed can be read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, col, select

from infra.transitions import StateHistory
from portingsvc.domain.rollup import target_state
from portingsvc.domain.states import ATTEMPT, MACHINES, AttemptState, NumberState
from portingsvc.models import FeeEntry, PortingAttempt, PortingNumber, PortingOrder, PortingWish

_STANDING: Final = (AttemptState.SUBMITTED, AttemptState.ACCEPTED, AttemptState.CANCELLED)
_RECEIVED: Final = (AttemptState.SUBMITTED, AttemptState.ACCEPTED, AttemptState.REJECTED)
_TOLD: Final = 3
_Dossiers = dict[str, dict[str, Any]]


def judge(session: Session, books: dict[str, Any], orders: int) -> dict[str, Any]:
    """Count what must be zero; `stories` tells what happened to the first of each kind that is not."""
    attempts = session.exec(select(PortingAttempt)).all()
    dossiers: _Dossiers = {each["dossier_id"]: each for each in books["dossiers"]}
    parked = [each for each in attempts if each.state is AttemptState.PARKED]
    wrong = {
        "lost": _lost(session, attempts, dossiers, orders),
        "sent_twice": _twice(books),
        "keys_changed": ["a request"] * books["keys_changed"],
        "double_fees": _double_fees(session, books, attempts),
        "early": [each.dossier_id for each in attempts if _is_early(each, dossiers.get(each.dossier_id))],
        "illegal_steps": _illegal_steps(session),
        "misrolled": _misrolled(session),
        "disagree": _disagree(session, dossiers),
        "unresolved": [
            each.dossier_id for each in attempts if each.state not in {*ATTEMPT.final, AttemptState.PARKED}
        ],
        "parked": [each.dossier_id for each in parked],
        "unexplained": [each.dossier_id for each in parked if not each.parked_reason],
    }
    stories = {
        name: {key: _story(session, attempts, dossiers, key) for key in those[:_TOLD]}
        for name, those in wrong.items()
        if those
    }
    return {**{name: len(those) for name, those in wrong.items()}, "stories": stories}


def _lost(
    session: Session, attempts: Sequence[PortingAttempt], dossiers: _Dossiers, orders: int
) -> list[str]:
    """Orders that are not there, and requests that only one side has."""
    missing = abs(orders - len(session.exec(select(PortingOrder.id)).all()))
    received = {each.dossier_id for each in attempts if each.state in _RECEIVED or _was_called_off(each)}
    parked = {each.dossier_id for each in attempts if each.state is AttemptState.PARKED}
    return ["an order"] * missing + sorted(received ^ (dossiers.keys() - parked))


def _was_called_off(attempt: PortingAttempt) -> bool:
    """The donor had it, and let it go when asked."""
    return attempt.state is AttemptState.CANCELLED and attempt.submitted_at is not None


def _misrolled(session: Session) -> list[str]:
    """Orders whose state is not what their numbers say."""
    states: dict[UUID, list[NumberState]] = defaultdict(list)
    for order_id, state in session.exec(select(PortingNumber.order_id, PortingNumber.state)):
        states[order_id].append(NumberState(state))
    orders = session.exec(select(PortingOrder.id, PortingOrder.state))
    return [str(order_id) for order_id, state in orders if state is not target_state(states[order_id])]


def _disagree(session: Session, dossiers: _Dossiers) -> list[str]:
    """Requests of which we and the donor say different things: called off or not, and for when it is booked."""
    states: dict[UUID | None, set[str]] = defaultdict(set)
    for attempt_id, state in session.exec(select(PortingNumber.attempt_id, PortingNumber.state)):
        states[attempt_id].add(state)
    standing = select(PortingAttempt, PortingOrder.port_at).where(
        PortingOrder.id == PortingAttempt.order_id, col(PortingAttempt.state).in_(_STANDING)
    )
    wrong = []
    for attempt, port_at in session.exec(standing):
        theirs = dossiers.get(attempt.dossier_id)
        if theirs is None:
            continue
        # What no number hangs on any more was let go, or a later request could not have asked for them.
        gone = states[attempt.id] <= {NumberState.CANCELLED} or attempt.state is AttemptState.CANCELLED
        booked = datetime.fromisoformat(theirs["port_at"])
        if gone != (theirs["state"] == "cancelled") or (not gone and booked != port_at):
            wrong.append(attempt.dossier_id)
    return wrong


def _twice(books: dict[str, Any]) -> list[str]:
    """Received again, or accepted under different dossiers: the same order and attempt number."""
    again = [each["dossier_id"] for each in books["dossiers"] for _ in range(each["duplicates"])]
    counts = Counter(each["dossier_id"].rsplit("-", 1)[0] for each in books["dossiers"])
    return again + [f"{name}-*" for name, count in counts.items() for _ in range(count - 1)]


def _double_fees(session: Session, books: dict[str, Any], attempts: Sequence[PortingAttempt]) -> list[str]:
    """Lines of the ledger that the gateway's statement does not have, and the other way round."""
    dossier_of = {each.id: each.dossier_id for each in attempts}
    ours: Counter[str] = Counter()
    for line in session.exec(select(FeeEntry).where(FeeEntry.kind == "donor_cost")):
        ours[dossier_of[line.attempt_id]] += line.amount_ore
    theirs = Counter({each["dossier_id"]: each["amount_ore"] for each in books["fees"]})
    return [dossier for dossier in ours | theirs if ours[dossier] != theirs[dossier]]


def _is_early(attempt: PortingAttempt, dossier: dict[str, Any] | None) -> bool:
    return dossier is not None and datetime.fromisoformat(dossier["received_at"]) < attempt.due_at


def _illegal_steps(session: Session) -> list[str]:
    """Steps of the history that their machine does not have, or that do not follow on the one before."""
    legal = {
        machine.name: {(str(s), str(row.event), str(row.to)) for row in machine.table for s in row.sources}
        for machine in MACHINES
    }
    last: dict[tuple[str, Any], str] = {}
    wrong = []
    for step in session.exec(select(StateHistory).order_by(StateHistory.id)):  # type: ignore[arg-type]
        key = step.entity, step.entity_id
        if (step.from_state, step.event, step.to_state) not in legal[step.entity]:
            wrong.append(f"{step.entity} {step.entity_id}: {step.from_state} {step.event} {step.to_state}")
        if last.get(key, step.from_state) != step.from_state:
            wrong.append(
                f"{step.entity} {step.entity_id}: {step.event} from {step.from_state}, not {last[key]}"
            )
        last[key] = step.to_state
    return wrong


def _story(session: Session, attempts: Sequence[PortingAttempt], dossiers: _Dossiers, key: str) -> list[str]:
    """What the donor's books and our history say of an order, by its id or one of its dossiers."""
    orders = {each.order_id for each in attempts if key in {each.dossier_id, str(each.order_id)}}
    ours = [each for each in attempts if each.order_id in orders]
    theirs = [str(dossiers[each.dossier_id]) for each in ours if each.dossier_id in dossiers]
    ids = [*orders, *(each.id for each in ours)]
    for table in (PortingNumber, PortingWish):
        ids += session.exec(select(table.id).where(col(table.order_id).in_(orders)))
    steps = select(StateHistory).where(col(StateHistory.entity_id).in_(ids)).order_by(col(StateHistory.id))
    return theirs + [
        f"{each.at:%H:%M:%S.%f} {each.entity} {each.from_state} -{each.event}-> {each.to_state}"
        f" by {each.actor_name}: {each.reason}"
        for each in session.exec(steps)
    ]
