"""What pages are told of the questionnaire."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from delivery.questionnaire.domain.judging import Judgement
from delivery.questionnaire.domain.shape import Question, Section, Value
from kernel.errors import DomainError
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A question with what stands there. `is_known` when we filled it in and nobody has confirmed it yet."""

    question: Question
    value: Value
    version: int
    said_by: str
    said_at: datetime | None
    is_known: bool
    is_asked: bool
    fault: DomainError | None
    choices: tuple[tuple[str, Text], ...]

    @property
    def was(self) -> str:
        """What stands there, as one line of a form."""
        return joined(self.value)

    @property
    def shown(self) -> Text | None:
        """What stands there in words; None when nothing does."""
        return in_words(self.value, self.choices)


def in_words(value: Value, choices: Sequence[tuple[str, Text]]) -> Text | None:
    """An answer by what was to be chosen; None when there is none."""
    words = dict(choices)
    chosen = [value] if isinstance(value, str) else value
    said = [words.get(each, Text(sv=each, en=each)) for each in chosen if each]
    if not said:
        return None
    return Text(sv=", ".join(each.sv for each in said), en=", ".join(each.en for each in said))


def joined(value: Value) -> str:
    """Several chosen values as one line, in a fixed order."""
    return value if isinstance(value, str) else ",".join(sorted(value))


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item of a section, or the section itself (then `item` is empty).

    `is_known` when something of it is filled in and not confirmed; `is_new` when nobody has touched it.
    """

    item: str
    title: str
    answers: tuple[AnswerView, ...]
    judgement: Judgement
    is_known: bool
    is_new: bool

    def value(self, question: str) -> str:
        """An answer as one line."""
        return next((each.was for each in self.answers if each.question.key == question), "")

    @property
    def searched(self) -> str:
        """All that stands in it, for looking it up."""
        return " ".join(each.was for each in self.answers).casefold()

    @property
    def values(self) -> dict[str, Value]:
        return {each.question.key: each.value for each in self.answers if each.value}


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with all its items. `standing` is done, ready (only to be confirmed), begun or open."""

    section: Section
    items: tuple[ItemView, ...]
    done_at: datetime | None
    done_by: str
    begun: bool

    @property
    def left(self) -> int:
        """How many answers are still needed."""
        return sum(item.judgement.left for item in self.items)

    def unanswered(self, but: str) -> list[ItemView]:
        """The items, but one, of which nobody has answered what may be answered for all in one go."""
        alike = self.section.alike
        return [
            item
            for item in self.items
            if alike
            and item.item != but
            and not any(each.version for each in item.answers if each.question.key in alike)
        ]

    @property
    def needs_an_item(self) -> bool:
        return self.section.repeats and not self.section.may_be_empty and not self.items

    @property
    def is_done(self) -> bool:
        if self.needs_an_item or any(each.is_new for each in self.items):
            return False
        return self.done_at is not None and not self.left

    @property
    def standing(self) -> str:
        if self.is_done:
            return "done"
        if not self.left and self.items and any(item.is_known for item in self.items):
            return "ready"
        return "begun" if self.begun else "open"

    @property
    def minutes(self) -> int:
        """How long what is left takes, at least one minute; 0 when it is done."""
        if self.is_done:
            return 0
        seconds = sum(item.judgement.seconds_left for item in self.items) + _LOOKING
        return max(1, round(seconds / 60))


_LOOKING = 15
