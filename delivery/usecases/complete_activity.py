"""A person says that something in the plan is done, or lets it be missing with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.domain.roles import Role
from delivery import repository
from delivery.domain.authority import refuse_others, refuse_outsiders
from delivery.domain.errors import ACTIVITY_ENDED, ACTIVITY_FOLLOWS, ACTIVITY_WAITS
from delivery.domain.phase_words import WORDS
from delivery.domain.plan import is_by_hand
from delivery.domain.states import CASE
from delivery.models import CaseActivity, DeliveryCase
from delivery.queries.facts import facts_of
from delivery.usecases.settle import note, settle
from infra.outbox import emit
from infra.transitions import Cause
from kernel.errors import REASON_REQUIRED


def complete_activity(
    session: Session,
    actor: Actor,
    case_id: UUID,
    key: str,
    *,
    result: dict[str, Any] | None = None,
    cause: Cause,
) -> CaseActivity:
    """`result` holds what was filled in; doing it again replaces what is filled in anew.

    Raises `NOT_YOURS`, `ACTIVITY_FOLLOWS`, `ACTIVITY_WAITS`, `ACTIVITY_ENDED`.
    """
    case = repository.case(session, actor, case_id, lock=True)
    row = repository.activity(session, case.id, key)
    refuse_others(actor, Role(row.owner))
    _refuse_ended(case, row)
    if not is_by_hand(key):
        raise ACTIVITY_FOLLOWS.error()
    _refuse_waiting(session, case, key)
    row.done_at, row.done_by = cause.now, cause.name
    row.result = {**row.result, **(result or {})}
    note(session, case, "activity_done", cause.reason, cause, activity=key)
    _tell(session, case, "activity_done", key, cause)
    settle(session, case, cause)
    return row


def waive_activity(session: Session, actor: Actor, case_id: UUID, key: str, *, cause: Cause) -> CaseActivity:
    """Let a result be missing. Raises `REASON_REQUIRED` without a reason, `ACTIVITY_ENDED` when it is there."""
    refuse_outsiders(actor)
    if not cause.reason.strip():
        raise REASON_REQUIRED.error("reason")
    case = repository.case(session, actor, case_id, lock=True)
    row = repository.activity(session, case.id, key)
    _refuse_ended(case, row)
    if row.done_at is not None:
        raise ACTIVITY_ENDED.error()
    row.waived_at, row.waived_reason = cause.now, cause.reason.strip()
    note(session, case, "activity_waived", cause.reason, cause, activity=key)
    _tell(session, case, "activity_waived", key, cause)
    settle(session, case, cause)
    return row


def _refuse_ended(case: DeliveryCase, row: CaseActivity) -> None:
    if case.state in CASE.final or row.waived_at is not None:
        raise ACTIVITY_ENDED.error()


def _refuse_waiting(session: Session, case: DeliveryCase, key: str) -> None:
    placed = {row.key: row for row in facts_of(session, case, case.created_at).placed}
    waits = placed[key].waits_for if key in placed else ()
    if waits:
        raise ACTIVITY_WAITS.error(
            first_sv=", ".join(WORDS[each].staff.sv for each in waits),
            first_en=", ".join(WORDS[each].staff.en for each in waits),
            waits_for=waits,
        )


def _tell(session: Session, case: DeliveryCase, event: str, key: str, cause: Cause) -> None:
    facts = {"activity": key, "reason": cause.reason}
    emit(
        session,
        f"delivery_case.{event}",
        case.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
