"""The planner answers a change request; a yes that costs days moves the go-live day in the same breath."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.authority import refuse_outsiders
from delivery import repository as cases
from delivery.changes import repository
from delivery.changes.domain.requests import CHANGE, ChangeEvent
from delivery.changes.models import ChangeRequest
from delivery.usecases.change_go_live import change_go_live
from infra.mail import queue_mail
from infra.settings import get_settings
from infra.transitions import Cause, move
from kernel.errors import REASON_REQUIRED
from kernel.workdays import add_workdays


def answer_change(
    session: Session,
    actor: Actor,
    case_id: UUID,
    request_id: UUID,
    *,
    agree: bool,
    day: date | None = None,
    answer: str = "",
    cause: Cause,
) -> ChangeRequest:
    """Say yes or no, and tell who asked by mail. `day` is a go-live day other than the cost told leads to.

    Raises `NOT_YOURS`, `NOT_FOUND`, `REASON_REQUIRED` for a no without words, `ILLEGAL_TRANSITION`, and what
    `change_go_live` raises.
    """
    refuse_outsiders(actor)
    case = cases.case(session, actor, case_id, lock=True)
    found = repository.request(session, case.id, request_id)
    if not agree and not answer.strip():
        raise REASON_REQUIRED.error("answer")
    move(session, found, CHANGE, ChangeEvent.AGREE if agree else ChangeEvent.REFUSE, cause.because(answer))
    found.answered_by, found.answered_at, found.answer = cause.name, cause.now, answer.strip()
    target = day or (add_workdays(case.go_live_on, found.cost_days) if found.cost_days else case.go_live_on)
    if agree and target != case.go_live_on:
        change_go_live(session, actor, case_id, target, cause=cause.because(found.text))
        found.moved_to = target
    if found.asked_by_id is not None:
        person = accounts.person(session, found.asked_by_id)
        queue_mail(
            session,
            person.email,
            "change_answered",
            person.speaks,
            case_id=case.id,
            name=person.name,
            text=found.text,
            agreed=agree,
            answer=found.answer,
            moved_to=found.moved_to,
            link=f"{get_settings().public_url}/cases/{case.id}/changes",
        )
    return found
