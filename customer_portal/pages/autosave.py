"""Answers saved one by one as they are typed, and what colleagues write meanwhile: for the page's script."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.responses import JSONResponse

from accounts.access import CSRF, CustomerDep, cause_of
from customer_portal.questions import FormDep, conflict_words, given_of, item_of
from delivery.questionnaire.domain.merging import Outcome
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.views import joined
from delivery.questionnaire.usecases.save_answers import Saved, save_answers
from infra.clock import NowDep
from infra.db import SessionDep
from infra.routing import Router
from infra.templating import language_of

router = Router(prefix="/cases/{case_id}/questions/{section}")
_CONFLICT = 409


@router.post("/save", dependencies=[CSRF])
def autosave(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    form: FormDep,
    case_id: UUID,
    section: str,
) -> JSONResponse:
    """One answer as it is typed. 409 with both values when somebody else has answered meanwhile."""
    asked = questionnaire(session, actor, case_id)
    given = given_of(form, asked.section(section), asked.basis.emails)
    item = str(form.get("item", ""))
    (saved,) = save_answers(session, actor, case_id, section, item, given[:1], cause=cause_of(actor, now))
    language = language_of(request)
    if saved.outcome is Outcome.CONFLICT:
        return JSONResponse(_told(saved) | {"words": conflict_words(saved, language)}, status_code=_CONFLICT)
    one = item_of(questionnaire(session, actor, case_id).section(section), item)
    fault = one.judgement.faults.get(saved.given.question)
    return JSONResponse(_told(saved) | {"problem": fault.detail(language) if fault else ""})


def _told(saved: Saved) -> dict[str, Any]:
    return {"value": joined(saved.value), "version": saved.version, "by": saved.by}


@router.get("/now")
def stands_now(
    session: SessionDep, actor: CustomerDep, case_id: UUID, section: str, item: str = ""
) -> JSONResponse:
    """Every answer with its version and whose it is: how a page hears of what others write."""
    one = item_of(questionnaire(session, actor, case_id).section(section), item)
    told = {
        each.question.key: {"value": each.was, "version": each.version, "by": each.said_by}
        for each in one.answers
    }
    return JSONResponse(told)
