"""The questionnaire of a case as it stands: answers given, filled in or missing, judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery import repository as cases
from delivery.customer_data.domain.records import UserRow
from delivery.domain.options import read_options
from delivery.questionnaire import repository
from delivery.questionnaire.domain.call_flow import propose
from delivery.questionnaire.domain.groups import FLOW, GROUPS
from delivery.questionnaire.domain.judging import Judgement, judge, overlaid
from delivery.questionnaire.domain.listed import GROUP_FIELDS, LISTED, USERS, user_item
from delivery.questionnaire.domain.sections import BY_KEY, asked_of
from delivery.questionnaire.domain.shape import SOLE, Offered, Question, Section, Value
from delivery.questionnaire.models import AnswerSheet
from delivery.questionnaire.queries.known import Basis, Known, known_of
from delivery.questionnaire.queries.views import AnswerView, ItemView, SectionView
from kernel.errors import NOT_FOUND
from kernel.language import Text

MOST_TICKED: Final = 120
"""Above so many users a group's members are written, one a line, instead of ticked."""


def may_answer(actor: Actor, section: Section) -> bool:
    """A customer answers what is asked of one of their roles; the operator's own people help with all."""
    if actor.kind is ActorKind.CUSTOMER:
        return bool(actor.roles & section.roles)
    return actor.kind in (ActorKind.PLANNER, ActorKind.SYSTEM)


@dataclass
class Questionnaire:
    """One case's. Sections are put together when they are asked for."""

    session: Session
    actor: Actor
    basis: Basis
    _made: dict[str, SectionView] = field(default_factory=dict)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Those that this person answers."""
        asked = asked_of(read_options(self.basis.case.options))
        return tuple(each for each in asked if may_answer(self.actor, each))

    @property
    def _by_hand(self) -> bool:
        """Whether users have been changed one by one and are to be read with their changes."""
        return any(each.item for each in self._sheets.get(USERS.key, ()))

    @cached_property
    def _sheets(self) -> dict[str, list[AnswerSheet]]:
        return _by_section(repository.sheets(self.session, self.basis.case.id))

    def take(self, sheets: Sequence[AnswerSheet]) -> None:
        """Answers that were read already, in their order."""
        self._sheets = _by_section(sheets)

    def section(self, key: str) -> SectionView:
        """One that this person answers. Raises `NOT_FOUND`."""
        if key not in {each.key for each in self.sections}:
            raise NOT_FOUND.error()
        return self.seen(key)

    def seen(self, key: str) -> SectionView:
        """One, whoever answers it: sections are made from one another."""
        if key not in self._made:
            self._made[key] = self._make(BY_KEY[key])
        return self._made[key]

    def views(self) -> list[SectionView]:
        """All that this person answers, save the lists, which have a task of their own."""
        return [self.seen(each.key) for each in self.sections if each not in LISTED]

    def given(self, key: str) -> dict[str, dict[str, Value]]:
        """What was answered in a section, by item, without what is only filled in."""
        return {each.item: each.answers for each in self._sheets.get(key, ()) if each.item and each.answers}

    @property
    def pending(self) -> int:
        """How many users and series have been changed one by one and not put in yet."""
        return sum(
            1
            for section in LISTED
            for each in self._sheets.get(section.key, ())
            if each.item and (each.answers or each.removed_at)
        )

    @property
    def groups_changed(self) -> bool:
        """Whether some group is no longer what the lists say."""
        return any(
            each.item and (each.removed_at or set(each.answers) & set(GROUP_FIELDS))
            for each in self._sheets.get(GROUPS.key, ())
        )

    def current_emails(self) -> dict[str, str]:
        """The address that each user of the lists has now, by the one they had; who was taken out has none."""
        items = {each.item: each for each in self.seen(USERS.key).items}
        before = {user_item(user): user.email for user in self.basis.users if user.email}
        return {
            before.get(key, item.value("email")): item.value("email").lower() for key, item in items.items()
        }

    def _known(self, section: Section) -> Known:
        if section is FLOW:
            groups = [(item.item, item.title, item.value("number")) for item in self.seen(GROUPS.key).items]
            contact = self.basis.person(Role.TELEFONIANSVARIG)
            return propose(groups, contact.email if contact else "")
        return known_of(self.basis, section.key) or ([] if section.repeats else [(SOLE, {})])

    def _make(self, section: Section) -> SectionView:
        sheets = {each.item: each for each in self._sheets.get(section.key, ())}
        known = dict(self._known(section))
        whole = sheets.get(SOLE)
        items = list(known)
        items += [each for each in sheets if each not in known and (each or not section.repeats)]
        kept = [each for each in items if each not in sheets or sheets[each].removed_at is None]
        offered = {each: self._offered(section, each, kept, known, sheets) for each in Offered}
        done_at, done_by = self._done(section, whole)
        return SectionView(
            section,
            tuple(
                _item(
                    section, each, known.get(each, {}), sheets.get(each), offered, is_done=done_at is not None
                )
                for each in kept
            ),
            done_at,
            done_by,
            begun=any(each.answers or each.removed_at for each in sheets.values()),
        )

    def _done(self, section: Section, whole: AnswerSheet | None) -> tuple[datetime | None, str]:
        """When, and who says so. Lists are done when they came and nothing in them waits to be put in."""
        if section in LISTED:
            version = self.basis.version
            waits = any(each.item for each in self._sheets.get(section.key, ()))
            return (version.uploaded_at, version.uploaded_by) if version and not waits else (None, "")
        return (whole.done_at, whole.done_by) if whole else (None, "")

    def _offered(
        self,
        section: Section,
        offered: Offered,
        items: Sequence[str],
        known: dict[str, dict[str, Value]],
        sheets: dict[str, AnswerSheet],
    ) -> tuple[tuple[str, Text], ...]:
        """What may be chosen; nothing is read for a section that does not offer it."""
        if not any(each.offered is offered for each in section.questions):
            return ()
        if offered is Offered.GROUPS:
            return tuple((item.item, _same(item.title)) for item in self.seen(GROUPS.key).items)
        if offered is Offered.USERS:
            return tuple(_people(self.seen(USERS.key).items) if self._by_hand else _listed(self.basis.users))
        names = {
            each: overlaid(section, known.get(each, {}), sheets[each].answers if each in sheets else {})
            for each in items
        }
        return tuple((each, _same(str(names[each].get("name") or "…"))) for each in items)


def _by_section(sheets: Sequence[AnswerSheet]) -> dict[str, list[AnswerSheet]]:
    found: dict[str, list[AnswerSheet]] = {}
    for sheet in sheets:
        found.setdefault(sheet.section, []).append(sheet)
    return found


def _listed(users: Sequence[UserRow]) -> list[tuple[str, Text]]:
    return [(user.email, _same(user.name or user.email)) for user in users if user.email]


def _people(items: Sequence[ItemView]) -> list[tuple[str, Text]]:
    """Users as the page has them now, those just added among them."""
    return [
        (email, _same(f"{item.value('first_name')} {item.value('last_name')}".strip() or email))
        for item in items
        if (email := item.value("email"))
    ]


def _same(words: str) -> Text:
    return Text(sv=words, en=words)


Offers = dict[Offered, tuple[tuple[str, Text], ...]]


def _item(
    section: Section,
    item: str,
    known: dict[str, Value],
    sheet: AnswerSheet | None,
    offers: Offers,
    *,
    is_done: bool,
) -> ItemView:
    values = overlaid(section, known, sheet.answers if sheet else {})
    found = judge(section, values, {each: {key for key, _ in some} for each, some in offers.items()})
    is_confirmed = is_done and (sheet is not None or section in LISTED)
    answers = tuple(
        _answer(question, values.get(question.key, ""), found, sheet, offers, is_confirmed=is_confirmed)
        for question in section.questions
    )
    named = [
        each.shown.sv for each in answers if each.question.key in section.named_by.split() and each.shown
    ]
    return ItemView(
        item,
        " ".join(named),
        answers,
        found,
        is_known=any(each.is_known for each in answers if each.is_asked),
        is_new=sheet is None and section not in LISTED,
    )


def _answer(
    question: Question,
    value: Value,
    found: Judgement,
    sheet: AnswerSheet | None,
    offers: Offers,
    *,
    is_confirmed: bool,
) -> AnswerView:
    mark = sheet.marks.get(question.key, {}) if sheet else {}
    choices = offers.get(question.offered, ()) if question.offered else question.choices
    return AnswerView(
        question=question,
        value=value,
        version=mark.get("version", 0),
        said_by=mark.get("by", ""),
        said_at=datetime.fromisoformat(mark["at"]) if mark else None,
        is_known=bool(value) and not mark and not is_confirmed,
        is_asked=question in found.asked,
        fault=found.faults.get(question.key),
        choices=choices,
    )


def questionnaire(session: Session, actor: Actor, case_id: UUID) -> Questionnaire:
    """The questionnaire of a case that this person may see. Raises `NOT_FOUND`."""
    return Questionnaire(session, actor, Basis(session, cases.case(session, actor, case_id)))
