"""What was answered in a part, by whom and when, newest first: also what no longer stands there (X-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from delivery.questionnaire import repository
from delivery.questionnaire.models import AnswerChange
from delivery.questionnaire.queries.views import AnswerView, SectionView, in_words
from kernel.language import Text

MOST_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One answer as it was given. `question` is none for an item that was added or taken out, told by `deed`."""

    item: str
    question: Text | None
    deed: str
    value: Text | None
    by: str
    at: datetime


def history(session: Session, case_id: UUID, seen: SectionView) -> list[HistoryLine]:
    """The newest of a part."""
    titles = {item.item: item.title for item in seen.items}
    views = {(item.item, each.question.key): each for item in seen.items for each in item.answers}
    found = repository.newest_changes(session, case_id, seen.section.key, MOST_SHOWN)
    return [_line(each, titles, views.get((each.item, each.question)), seen) for each in found]


def _line(
    change: AnswerChange, titles: dict[str, str], view: AnswerView | None, seen: SectionView
) -> HistoryLine:
    question = seen.section.question(change.question)
    value = change.answer.get("value", "")
    choices = view.choices if view else question.choices if question else ()
    return HistoryLine(
        titles.get(change.item, ""),
        question.text if question else None,
        change.question,
        in_words(value, choices),
        change.said_by,
        change.at,
    )
