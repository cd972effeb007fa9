"""The shape of the questionnaire: sections of questions, each with why it is asked, when, how it is judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from accounts.domain.roles import Role
from delivery.domain.options import Option
from kernel.errors import DomainError
from kernel.language import Text

Value = str | list[str]
"""An answer as it was typed; a list where several may be chosen."""
Values = Mapping[str, Value]
Rule = Callable[[str], str]
"""Takes what was typed and returns it tidied. Raises `DomainError` when it cannot be used."""
SOLE: Final = ""
"""The item of a section that is answered once."""


class Kind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    AREA = "area"
    CHOICE = "choice"
    SEVERAL = "several"


_SECONDS: Final = {Kind.TEXT: 20, Kind.AREA: 45, Kind.CHOICE: 8, Kind.SEVERAL: 20}


class Offered(StrEnum):
    """Choices that the case itself gives."""

    GROUPS = "groups"
    STEPS = "steps"
    USERS = "users"


@dataclass(frozen=True, slots=True)
class When:
    """The question is asked only when another one has one of these answers."""

    question: str
    answers: frozenset[str]

    def holds(self, values: Values) -> bool:
        """Whether it does."""
        given = values.get(self.question, "")
        return bool(self.answers & {given}) if isinstance(given, str) else bool(self.answers & set(given))


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `seconds` is how long an answer takes somebody who knows it.

    `choices` or `offered` say what may be chosen; `all_needed` that every box must be ticked.
    """

    key: str
    kind: Kind
    text: Text
    why: Text
    rule: Rule | None = None
    required: bool = True
    choices: tuple[tuple[str, Text], ...] = ()
    offered: Offered | None = None
    when: When | None = None
    all_needed: bool = False
    usual: Value = ""
    autocomplete: str = ""
    takes: int = 0

    @property
    def seconds(self) -> int:
        return self.takes or _SECONDS[self.kind]

    def applies(self, values: Values) -> bool:
        """Whether the question is asked, by what else has been answered."""
        return self.when is None or self.when.holds(values)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together, answered by one of `roles`.

    `repeats` says that there is an item for each group, step and so on, called by the answers to `named_by`
    (keys separated by spaces). With `only_with` the section is asked only of customers who have ordered one
    of these options. `alike` are questions that a person may answer for all items in one go.
    """

    key: str
    title: Text
    why: Text
    roles: frozenset[Role]
    questions: tuple[Question, ...] = ()
    repeats: bool = False
    named_by: str = ""
    add: Text | None = None
    only_with: frozenset[Option] = field(default_factory=frozenset)
    may_be_empty: bool = True
    alike: tuple[str, ...] = ()

    def question(self, key: str) -> Question | None:
        """The question of a key."""
        return next((each for each in self.questions if each.key == key), None)

    def asked(self, values: Values) -> tuple[Question, ...]:
        """The questions that apply, by what has been answered."""
        return tuple(each for each in self.questions if each.applies(values))


Faults = dict[str, DomainError]
"""What is wrong, by question."""


def ask(
    key: str,
    kind: Kind,
    text: tuple[str, str],
    why: tuple[str, str],
    *,
    when: tuple[str, str] | None = None,
    choices: tuple[tuple[str, str, str], ...] = (),
    rule: Rule | None = None,
    required: bool = True,
    offered: Offered | None = None,
    all_needed: bool = False,
    usual: Value = "",
    autocomplete: str = "",
    takes: int = 0,
) -> Question:
    """Write a row. `when` names the other question and its answers, separated by spaces."""
    return Question(
        key,
        kind,
        Text(sv=text[0], en=text[1]),
        Text(sv=why[0], en=why[1]),
        rule,
        required,
        tuple((value, Text(sv=sv, en=en)) for value, sv, en in choices),
        offered,
        When(when[0], frozenset(when[1].split())) if when else None,
        all_needed,
        usual,
        autocomplete,
        takes,
    )


YES_NO: Final = (("yes", "Ja", "Yes"), ("no", "Nej", "No"))
TEL: Final = frozenset({Role.TELEFONIANSVARIG, Role.FIRMATECKNARE})
IT: Final = TEL | {Role.IT_ANSVARIG}
MONEY: Final = TEL | {Role.FAKTURAANSVARIG}
