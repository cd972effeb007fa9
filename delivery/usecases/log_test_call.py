"""Write down a test call; one that failed becomes a fault with an owner (DL-07)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.errors import NUMBER_NOT_IN_CASE, TEST_CALL_TOO_EARLY
from delivery.models import TestCall
from delivery.queries.parts import MAIN, SAMPLE
from delivery.usecases.settle import note, settle
from delivery.usecases.track_faults import raise_fault
from infra.clock import local_date
from infra.transitions import Cause
from kernel.numbers import check_number
from portingsvc.queries import confirmed_numbers


def log_test_call(
    session: Session, actor: Actor, case_id: UUID, *, number: str, ok: bool, note_text: str = "", cause: Cause
) -> TestCall:
    """Raises `TEST_CALL_TOO_EARLY` before the day, `NUMBER_NOT_IN_CASE` for a number that is not being moved."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    if local_date(cause.now) < case.go_live_on:
        raise TEST_CALL_TOO_EARLY.error(go_live=case.go_live_on)
    e164 = check_number(number).first or number
    if e164 not in {each for _, each in confirmed_numbers(session, [case.id])}:
        raise NUMBER_NOT_IN_CASE.error("number", number=number)
    call = TestCall(
        case_id=case.id,
        number=e164,
        why=MAIN if e164 == case.main_number else SAMPLE,
        ok=ok,
        note=note_text,
        called_by=cause.name,
        at=cause.now,
    )
    session.add(call)
    note(session, case, "test_call", note_text, cause, about=f"{e164} {'✓' if ok else '✗'}")
    if not ok:
        raise_fault(
            session, actor, case_id, number=e164, text=note_text or "test call", owner=cause.name, cause=cause
        )
    settle(session, case, cause)
    return call
