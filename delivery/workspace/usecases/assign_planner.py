"""Give a case to a planner."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.authority import refuse_outsiders
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.usecases.check_version import check_version
from delivery.usecases.settle import note
from delivery.workspace.domain.errors import CASE_ENDED, NOT_A_PLANNER, PLANNER_ALREADY
from infra.transitions import Cause

_ENDED = (CaseState.HANDED_OVER, CaseState.CANCELLED)


def assign_planner(
    session: Session,
    actor: Actor,
    case_id: UUID,
    planner_id: UUID,
    *,
    version: int | None = None,
    cause: Cause,
) -> DeliveryCase:
    """Raises `NOT_YOURS`, `CHANGED_MEANWHILE`, `CASE_ENDED`, `NOT_A_PLANNER`, `PLANNER_ALREADY`."""
    refuse_outsiders(actor)
    case = repository.case(session, actor, case_id, lock=True)
    check_version(case, version)
    if case.state in _ENDED:
        raise CASE_ENDED.error()
    operator = accounts.operator(session)
    people = accounts.people_with_role(session, operator.id, Role.LEVERANSPLANERARE) if operator else []
    planner = next((person for person in people if person.id == planner_id), None)
    if planner is None:
        raise NOT_A_PLANNER.error("to")
    if case.planner_id == planner_id:
        raise PLANNER_ALREADY.error("to", name=planner.name)
    case.planner_id = planner_id
    note(session, case, "planner", cause.reason, cause, about=planner.name)
    session.flush()
    return case
