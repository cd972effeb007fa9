"""A customer asks for a change after sign-off, its cost in days accepted; or takes the request back."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository as cases
from delivery.changes import repository
from delivery.changes.domain.errors import (
    CHANGE_COST_NOT_ACCEPTED,
    CHANGE_KIND_MISSING,
    CHANGE_NOT_NEEDED,
    CHANGE_TEXT_MISSING,
    CHANGE_TOO_LATE,
)
from delivery.changes.domain.requests import CHANGE, ChangeEvent, ChangeKind
from delivery.changes.models import ChangeRequest
from delivery.changes.queries import costs
from delivery.domain.errors import SIGNATORY_NEEDED
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from infra.mail import queue_mail
from infra.outbox import emit
from infra.settings import get_settings
from infra.transitions import Cause, move

_TAKEN_IN = (CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING)


def ask_for_change(
    session: Session, actor: Actor, case_id: UUID, *, kind: str, text: str, accepted: bool, cause: Cause
) -> ChangeRequest:
    """Keep the request with its cost and tell the planner by mail. The same one asked twice is one.

    Raises `SIGNATORY_NEEDED`, `CHANGE_NOT_NEEDED` before the ports are asked for, `CHANGE_TOO_LATE` once live,
    `CHANGE_KIND_MISSING`, `CHANGE_TEXT_MISSING`, `CHANGE_COST_NOT_ACCEPTED`.
    """
    if not may_sign(actor.roles):
        raise SIGNATORY_NEEDED.error()
    case = cases.case(session, actor, case_id, lock=True)
    if case.state not in _TAKEN_IN:
        raise (CHANGE_NOT_NEEDED if case.state is CaseState.FORBEREDELSER else CHANGE_TOO_LATE).error()
    if kind not in {each.value for each in ChangeKind}:
        raise CHANGE_KIND_MISSING.error("kind")
    if not text.strip():
        raise CHANGE_TEXT_MISSING.error("text")
    wanted, words = ChangeKind(kind), text.strip()
    for known in repository.requests_of(session, case.id):
        if known.state not in CHANGE.final and (known.kind, known.text) == (wanted, words):
            return known
    cost = costs(session, actor, case_id, now=cause.now)[wanted]
    if cost.days and not accepted:
        raise CHANGE_COST_NOT_ACCEPTED.error("accepted", days=cost.days)
    made = ChangeRequest(
        case_id=case.id,
        customer_id=case.customer_id,
        kind=wanted,
        text=words,
        cost_days=cost.days,
        asked_by=cause.name,
        asked_by_id=cause.person_id,
        asked_at=cause.now,
    )
    session.add(made)
    session.flush()
    facts = {"kind": kind, "cost_days": cost.days}
    emit(
        session,
        "change_request.asked",
        made.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    _tell_planner(session, case, made)
    return made


def _tell_planner(session: Session, case: DeliveryCase, made: ChangeRequest) -> None:
    if case.planner_id is None:
        return
    planner = accounts.person(session, case.planner_id)
    customer = accounts.organisation(session, case.customer_id)
    queue_mail(
        session,
        planner.email,
        "change_asked",
        planner.speaks,
        case_id=case.id,
        customer=customer.name,
        name=made.asked_by,
        text=made.text,
        link=f"{get_settings().public_url}/planner/cases/{case.id}/data",
    )


def withdraw_change(
    session: Session, actor: Actor, case_id: UUID, request_id: UUID, *, cause: Cause
) -> ChangeRequest:
    """Take a request back while nobody has answered. Raises `NOT_FOUND`, `ILLEGAL_TRANSITION`."""
    found = repository.request(session, cases.case(session, actor, case_id).id, request_id)
    move(session, found, CHANGE, ChangeEvent.WITHDRAW, cause)
    return found
