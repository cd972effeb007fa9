"""Keep answers as they are typed, add and remove items, and never overwrite what its writer has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import repository as cases
from delivery.domain.options import read_options
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.questionnaire import repository
from delivery.questionnaire.domain.errors import ANSWER_TOO_LONG, ANSWERS_FROZEN
from delivery.questionnaire.domain.judging import LONGEST
from delivery.questionnaire.domain.merging import Given, Outcome, decide
from delivery.questionnaire.domain.sections import asked_of
from delivery.questionnaire.domain.shape import SOLE, Section, Value
from delivery.questionnaire.models import AnswerChange, AnswerSheet
from delivery.questionnaire.queries.sheets import may_answer
from infra.transitions import Cause
from kernel.errors import NOT_FOUND
from kernel.ids import new_id

_LONGEST_ITEM = 80


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one answer: `value` is what stands now, `version`, `by` and `at` whose it is."""

    given: Given
    outcome: Outcome
    value: Value
    version: int
    by: str
    at: str


def section_to_change(
    session: Session, actor: Actor, case_id: UUID, key: str
) -> tuple[DeliveryCase, Section]:
    """The case and its section, when this person may answer it now.

    Raises `NOT_FOUND`, also for a section that another role answers; `ANSWERS_FROZEN` once work has begun.
    """
    case = cases.case(session, actor, case_id)
    for section in asked_of(read_options(case.options)):
        if section.key == key and may_answer(actor, section):
            if case.state is not CaseState.FORBEREDELSER:
                raise ANSWERS_FROZEN.error()
            return case, section
    raise NOT_FOUND.error()


def save_answers(
    session: Session,
    actor: Actor,
    case_id: UUID,
    key: str,
    item: str,
    given: Sequence[Given],
    *,
    cause: Cause,
) -> list[Saved]:
    """Keep what was typed, right or wrong. Two at the same question both see both values.

    Raises `NOT_FOUND`, `ANSWERS_FROZEN`, `ANSWER_TOO_LONG`.
    """
    case, section = section_to_change(session, actor, case_id, key)
    _refuse_strange(section, item, given)
    sheet = repository.locked_sheet(session, case.id, key, item, cause.now)
    saved = [_save(session, sheet, each, cause) for each in given]
    if any(each.outcome is Outcome.WRITTEN for each in saved):
        sheet.removed_at, sheet.removed_by = None, ""
        undo_done(session, sheet, cause)
    session.flush()
    return saved


def _refuse_strange(section: Section, item: str, given: Sequence[Given]) -> None:
    """No question that there is not, no item where there are none, nothing without end."""
    if bool(item) is not section.repeats or len(item) > _LONGEST_ITEM:
        raise NOT_FOUND.error()
    for each in given:
        if section.question(each.question) is None:
            raise NOT_FOUND.error()
        if len("".join(each.value)) > LONGEST:
            raise ANSWER_TOO_LONG.error(each.question, most=LONGEST)


def _save(session: Session, sheet: AnswerSheet, given: Given, cause: Cause) -> Saved:
    mark: dict[str, Any] = sheet.marks.get(given.question, {})
    stored, version = sheet.answers.get(given.question), mark.get("version", 0)
    outcome = decide(given, stored, version)
    if outcome is Outcome.WRITTEN:
        mark = write(session, sheet, given.question, given.value, cause)
        stored = given.value
    value = given.value if stored is None else stored
    return Saved(given, outcome, value, mark.get("version", 0), mark.get("by", ""), mark.get("at", ""))


def write(session: Session, sheet: AnswerSheet, question: str, value: Value, cause: Cause) -> dict[str, Any]:
    """Put an answer down as its next version; returns its mark. The sheet is locked."""
    version = sheet.marks.get(question, {}).get("version", 0) + 1
    mark = {"version": version, "by": cause.name, "at": cause.now.isoformat()}
    sheet.answers = {**sheet.answers, question: value}
    sheet.marks = {**sheet.marks, question: mark}
    session.add(sheet)
    _remember(session, sheet, question, cause, version, value)
    return mark


def _remember(
    session: Session, sheet: AnswerSheet, question: str, cause: Cause, version: int = 0, value: Value = ""
) -> None:
    session.add(
        AnswerChange(
            case_id=sheet.case_id,
            section=sheet.section,
            item=sheet.item,
            question=question,
            version=version,
            answer={"value": value},
            said_by=cause.name,
            person_id=cause.person_id,
            at=cause.now,
        )
    )


def undo_done(session: Session, sheet: AnswerSheet, cause: Cause) -> None:
    """A section whose answers change is to be looked through again."""
    whole = (
        sheet
        if sheet.item == SOLE
        else repository.locked_sheet(session, sheet.case_id, sheet.section, SOLE, cause.now)
    )
    whole.done_at, whole.done_by = None, ""
    session.add(whole)


def add_item(session: Session, actor: Actor, case_id: UUID, key: str, *, cause: Cause) -> AnswerSheet:
    """One more group, step, address. Raises `NOT_FOUND`, `ANSWERS_FROZEN`."""
    case, section = section_to_change(session, actor, case_id, key)
    if not section.repeats:
        raise NOT_FOUND.error()
    position = repository.next_position(session, case.id, key)
    sheet = repository.locked_sheet(session, case.id, key, new_id().hex, cause.now, position=position)
    _remember(session, sheet, "+", cause)
    undo_done(session, sheet, cause)
    session.flush()
    return sheet


def remove_item(session: Session, actor: Actor, case_id: UUID, key: str, item: str, *, cause: Cause) -> None:
    """Take an item out; its answers are kept, and come back with the next one given.

    Raises `NOT_FOUND`, `ANSWERS_FROZEN`.
    """
    case, section = section_to_change(session, actor, case_id, key)
    _refuse_strange(section, item, ())
    sheet = repository.locked_sheet(session, case.id, key, item, cause.now)
    sheet.removed_at, sheet.removed_by = cause.now, cause.name
    _remember(session, sheet, "-", cause)
    undo_done(session, sheet, cause)
    session.flush()
