"""The answers belong to the version that is signed (CU-03): they are kept as they were, under one fingerprint."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import SYSTEM, Actor
from accounts.domain.roles import may_sign
from delivery import repository as cases
from delivery.domain.errors import SIGNATORY_NEEDED
from delivery.domain.preparation import missing_answers
from delivery.domain.states import CaseState
from delivery.models import CustomerDataVersion, DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.domain.errors import ANSWERS_AGREE, ANSWERS_FROZEN, DATA_FIRST
from delivery.questionnaire.domain.operators import OPERATORS, readiness
from delivery.questionnaire.models import SignedAnswers
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.signed import fingerprint, to_sign
from delivery.usecases.answer_preparation import answer_preparation
from delivery.usecases.settle import note
from infra.outbox import emit
from infra.transitions import Cause


def sign_answers(session: Session, actor: Actor, case_id: UUID, *, cause: Cause) -> SignedAnswers:
    """Sign answers that have changed since the lists were signed.

    Raises `SIGNATORY_NEEDED`, `SIGN_DATA_FIRST`, `ANSWERS_SIGNED_ALREADY`, `ANSWERS_FROZEN`.
    """
    if not may_sign(actor.roles):
        raise SIGNATORY_NEEDED.error()
    case = cases.case(session, actor, case_id, lock=True)
    if case.state is not CaseState.FORBEREDELSER:
        raise ANSWERS_FROZEN.error()
    version = cases.signed_version(session, case.id)
    if version is None:
        raise DATA_FIRST.error()
    before = repository.newest_signed(session, case.id)
    if before and before.sha256 == fingerprint(to_sign(session, case)):
        raise ANSWERS_AGREE.error()
    return keep_signed(session, actor, case, version, cause)


def keep_signed(
    session: Session, actor: Actor, case: DeliveryCase, version: CustomerDataVersion, cause: Cause
) -> SignedAnswers:
    """Keep the answers as they stand, beside a version that is signed, and tell whom they concern."""
    before = repository.newest_signed(session, case.id)
    sections = to_sign(session, case)
    row = SignedAnswers(
        case_id=case.id,
        version_id=version.id,
        revision=before.revision + 1 if before else 1,
        sections=sections,
        sha256=fingerprint(sections),
        signed_by=cause.name,
        signed_at=cause.now,
    )
    session.add(row)
    session.flush()
    _prepare(session, actor, case, cause)
    note(session, case, "answers_signed", "", cause, about=f"{version.number}.{row.revision}")
    emit(
        session,
        "delivery_case.answers_signed",
        case.subject(),
        {"version": version.number, "revision": row.revision, "sha256": row.sha256},
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return row


def _prepare(session: Session, actor: Actor, case: DeliveryCase, cause: Cause) -> None:
    """An operator of whom all is answered well need not be asked about again (CU-04)."""
    view = questionnaire(session, SYSTEM, case.id).seen(OPERATORS.key)
    told = {item.value("operator"): item for item in view.items if view.is_done}
    for row in cases.preparations(session, [case.id]):
        item = told.get(row.donor)
        if item is None or row.answered_at is not None:
            continue
        answers = readiness(item.values)
        if missing_answers(answers):
            continue
        is_other = item.value("owner") == "other"
        answer_preparation(
            session,
            actor,
            case.id,
            row.donor,
            answers=answers,
            owner_id=item.value("owner_id") if is_other else row.owner_id,
            owner_name=item.value("owner_name") if is_other else row.owner_name,
            cause=cause,
        )
