"""A form of the questionnaire read as answers, and two answers to one question in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request
from sqlmodel import Session
from starlette.datastructures import FormData

from accounts.domain.actor import Actor
from accounts.domain.roles import may_sign
from delivery import repository
from delivery.domain.states import DataState
from delivery.questionnaire.domain.merging import Given
from delivery.questionnaire.domain.shape import Kind, Offered, Question, Value
from delivery.questionnaire.queries.views import ItemView, SectionView, joined
from delivery.questionnaire.usecases.save_answers import Saved
from infra.texts import t
from kernel.errors import NOT_FOUND
from kernel.language import Language


async def _form(request: Request) -> FormData:
    return await request.form()


FormDep = Annotated[FormData, Depends(_form)]


def item_of(view: SectionView, item: str) -> ItemView:
    """An item of a part; `item` is empty for a part that has none. Raises `NOT_FOUND`."""
    for each in view.items:
        if each.item == item:
            return each
    raise NOT_FOUND.error()


def given_of(form: FormData, seen: SectionView, emails: Mapping[str, str]) -> list[Given]:
    """The answers that a form holds: `q-` what stands there, `v-` its version, `was-` what stood there.

    A question that has no `v-` was not on the form. `emails` turns what a member is called into an address.
    """
    return [
        Given(
            each.key,
            _value(form, each, emails),
            int(version) if (version := str(form[f"v-{each.key}"])).isdigit() else 0,
            _was(str(form.get(f"was-{each.key}", "")), each),
        )
        for each in seen.section.questions
        if f"v-{each.key}" in form
    ]


def _value(form: FormData, question: Question, emails: Mapping[str, str]) -> Value:
    sent = [str(each).replace("\r\n", "\n") for each in form.getlist(f"q-{question.key}")]
    if question.kind is not Kind.SEVERAL:
        return sent[0].strip() if sent else ""
    lines = [line.strip() for each in sent for line in each.split("\n") if line.strip()]
    if question.offered is Offered.USERS:
        lines = [emails.get(line, line) for line in lines]
    return sorted(set(lines))


def _was(line: str, question: Question) -> Value:
    if question.kind is Kind.SEVERAL:
        return sorted(each for each in line.split(",") if each)
    return line.replace("\r\n", "\n").strip()


def conflict_words(saved: Saved, language: Language) -> str:
    """Who wrote what meanwhile, and what that means for what one wrote oneself."""
    return t("questions.conflict", language, by=saved.by, theirs=joined(saved.value) or "–")


def to_sign(session: Session, actor: Actor, case_id: UUID) -> str:
    """The page of the lists that await this person's signature; empty when none do."""
    if not may_sign(actor.roles):
        return ""
    newest = next(iter(repository.versions(session, [case_id])), None)
    return f"/cases/{case_id}/data/{newest.number}" if newest and newest.state is DataState.CLEAN else ""
