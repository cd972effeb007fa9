"""What is wrong and what is left in an item's answers: pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from delivery.questionnaire.domain import errors
from delivery.questionnaire.domain.shape import Faults, Offered, Question, Section, Value, Values
from kernel.errors import DomainError
from kernel.language import Text

LONGEST: Final = 4_000
Choices = Mapping[Offered, Collection[str]]
"""What the case offers to choose from, by the values."""
NOTHING: Final[Choices] = {}


@dataclass(frozen=True, slots=True)
class Judgement:
    """`faults` are of what was written, `missing` is what was not; `tidied` holds all that is usable."""

    asked: tuple[Question, ...]
    faults: Faults
    missing: tuple[str, ...]
    tidied: dict[str, Value] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many answers are still needed."""
        return len(self.faults) + len(self.missing)

    @property
    def seconds_left(self) -> int:
        """The time that they take."""
        return sum(each.seconds for each in self.asked if each.key in self.faults or each.key in self.missing)


def judge(section: Section, values: Values, choices: Choices = NOTHING) -> Judgement:
    """Judge the answers to the questions that apply; the others are left out of `tidied`."""
    asked = section.asked(values)
    faults: Faults = {}
    missing: list[str] = []
    tidied: dict[str, Value] = {}
    for question in asked:
        value = values.get(question.key, "")
        if not value:
            if question.required:
                missing.append(question.key)
            continue
        try:
            tidied[question.key] = _tidied(question, value, choices)
        except DomainError as wrong:
            faults[question.key] = wrong
    return Judgement(asked, faults, tuple(missing), tidied)


def _tidied(question: Question, value: Value, choices: Choices) -> Value:
    """Raises what the question's rule does, `ANSWER_NOT_OFFERED`, `TICKS_MISSING`, `ANSWER_TOO_LONG`."""
    if len("".join(value)) > LONGEST:
        raise errors.ANSWER_TOO_LONG.error(question.key, most=LONGEST)
    offered = _offered(question, choices)
    if offered is not None:
        chosen = [value] if isinstance(value, str) else value
        unknown = [each for each in chosen if each not in offered]
        if unknown:
            raise errors.ANSWER_NOT_OFFERED.error(question.key, value=", ".join(unknown))
    if question.all_needed:
        left = [words for key, words in question.choices if key not in value]
        if left:
            raise errors.TICKS_MISSING.error(question.key, left=_listed(left))
    if question.rule and isinstance(value, str):
        return question.rule(value)
    return value.strip() if isinstance(value, str) else value


def _offered(question: Question, choices: Choices) -> Collection[str] | None:
    if question.offered is not None:
        return choices.get(question.offered, ())
    return {key for key, _ in question.choices} or None


def _listed(texts: list[Text]) -> Text:
    return Text(sv="; ".join(each.sv for each in texts), en="; ".join(each.en for each in texts))


def overlaid(section: Section, known: Values, stored: Values) -> dict[str, Value]:
    """The answers as they are shown: what was given, else what is known, else what is usual."""
    usual = {each.key: each.usual for each in section.questions if each.usual}
    return {**usual, **known, **stored}
