"""The same answers for every item of a part that has none yet, because the person says that they are the same."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.questionnaire.domain.merging import Given
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.usecases.save_answers import save_answers
from infra.transitions import Cause


def answer_alike(
    session: Session, actor: Actor, case_id: UUID, key: str, item: str, *, cause: Cause
) -> list[str]:
    """The titles of the items that were answered as this one is. What somebody has answered is left alone.

    Raises `NOT_FOUND`, `ANSWERS_FROZEN`.
    """
    seen = questionnaire(session, actor, case_id).section(key)
    one = next((each for each in seen.items if each.item == item), None)
    said = one.values if one else {}
    answered: list[str] = []
    for other in seen.unanswered(item):
        given = [Given(question, said[question]) for question in seen.section.alike if question in said]
        save_answers(session, actor, case_id, key, other.item, given, cause=cause)
        answered.append(other.title)
    return answered
