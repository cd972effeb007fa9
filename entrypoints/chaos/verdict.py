"""The invariants, in SQL and against the simulator's own books (performance-and-reliability 4.4)."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any, Final

from sqlmodel import Session, select

from infra.transitions import StateHistory
from portingsvc.domain.states import ATTEMPT, MACHINES, AttemptState
from portingsvc.models import FeeEntry, PortingAttempt, PortingOrder

_RECEIVED: Final = (AttemptState.SUBMITTED, AttemptState.ACCEPTED, AttemptState.REJECTED)


def judge(session: Session, books: dict[str, Any], orders: int) -> dict[str, Any]:
    """Count what must be zero."""
    attempts = session.exec(select(PortingAttempt)).all()
    dossiers = {each["dossier_id"]: each for each in books["dossiers"]}
    received = {each.dossier_id for each in attempts if each.state in _RECEIVED}
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
        "unresolved": len(unresolved),
        "parked": len(parked),
        "unexplained": sum(1 for a in parked if not a.parked_reason),
    }


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
