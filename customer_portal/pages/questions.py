"""One part of the questionnaire at a time: shown as a form, saved as one types, finished when it is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form, Request
from sqlmodel import Session
from starlette.datastructures import FormData
from starlette.responses import Response

from accounts.access import CSRF, CustomerDep, cause_of
from accounts.domain.actor import Actor
from customer_portal.pages.forms import see_other
from customer_portal.questions import FormDep, given_of, item_of, to_sign
from delivery import queries
from delivery.domain.states import CaseState
from delivery.questionnaire.domain.listed import LISTED
from delivery.questionnaire.domain.merging import Outcome
from delivery.questionnaire.domain.sections import BY_KEY
from delivery.questionnaire.queries.flow import flow_view
from delivery.questionnaire.queries.sheets import MOST_TICKED, Questionnaire, questionnaire
from delivery.questionnaire.usecases.answer_alike import answer_alike
from delivery.questionnaire.usecases.finish_section import finish_section
from delivery.questionnaire.usecases.save_answers import add_item, remove_item, save_answers
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import NOT_FOUND, DomainError

router = Router(prefix="/cases/{case_id}/questions/{section}")
_CONFLICT, _WRONG = 409, 422
MOST_SHOWN = 100
_LISTS = frozenset(each.key for each in LISTED)
Asked = tuple[Request, Session, Actor, datetime, UUID, str, str]
"""Who asks for which item of which part of which case."""


def _page(
    request: Request,
    session: Session,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    section: str,
    item: str,
    status: int = 200,
    **more: Any,
) -> Response:
    """A form, or the list of a section that repeats."""
    asked = questionnaire(session, actor, case_id)
    seen = asked.section(section)
    case = queries.customer_view(session, actor, case_id, now=now)
    base = f"/cases/{case_id}/questions/{section}"
    context: dict[str, Any] = {
        "view": case,
        "seen": seen,
        "base": base,
        "errors": [],
        "conflicts": {},
        "typed": {},
        "show_faults": False,
        "is_open": case.line.state is CaseState.FORBEREDELSER,
        "part": _place(asked, section),
        "after": BY_KEY.get(request.query_params.get("after", "")),
        "most_ticked": MOST_TICKED,
        **more,
    }
    if seen.section.repeats and not item:
        flow = flow_view(seen) if section == "flow" else None
        wanted = request.query_params.get("q", "")
        found = [each for each in seen.items if wanted.casefold() in each.searched]
        shown = {"found": len(found), "shown": found[:MOST_SHOWN], "wanted": wanted, "pending": asked.pending}
        return render(request, "portal/questions/list.html", status, flow=flow, **shown, **context)
    one = item_of(seen, item)
    to = f"{base}/items/{item}" if item else base
    return render(request, "portal/questions/form.html", status, one=one, to=to, **context)


def _place(asked: Questionnaire, section: str) -> tuple[int, int] | None:
    """Which of how many parts it is; None for the lists, which are no part."""
    keys = [each.section.key for each in asked.views()]
    return (keys.index(section) + 1, len(keys)) if section in keys else None


@router.get("")
def section_page(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, section: str
) -> Response:
    """A part: its questions, or its list."""
    return _page(request, session, actor, now, case_id, section, "")


@router.get("/items/{item}")
def item_page(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    section: str,
    item: str,
) -> Response:
    """One group, step, address."""
    return _page(request, session, actor, now, case_id, section, item)


@router.post("", dependencies=[CSRF])
def send_section(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    form: FormDep,
    case_id: UUID,
    section: str,
) -> Response:
    """Keep all that was typed and say that the part is right."""
    asked = (request, session, actor, now, case_id, section, "")
    if (again := _keep(*asked, form)) is not None:
        return again
    if form.get("do") == "later":
        return see_other(f"/cases/{case_id}")
    try:
        with session.begin_nested():
            finish_section(session, actor, case_id, section, cause=cause_of(actor, now))
    except DomainError as refusal:
        errors = [("", refusal.detail(language_of(request)))]
        return _page(*asked, status=_WRONG, show_faults=True, errors=errors)
    return see_other(_after(session, actor, case_id, section))


@router.post("/items/{item}", dependencies=[CSRF])
def send_item(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    form: FormDep,
    case_id: UUID,
    section: str,
    item: str,
) -> Response:
    """Keep an item; on to the next that lacks something, back to the list when none does."""
    asked = (request, session, actor, now, case_id, section, item)
    if (again := _keep(*asked, form)) is not None:
        return again
    seen = questionnaire(session, actor, case_id).section(section)
    base = f"/cases/{case_id}/questions/{section}"
    if form.get("do") == "later":
        return see_other(f"{base}#i-{item}")
    if item_of(seen, item).judgement.left:
        return _page(*asked, status=_WRONG, show_faults=True)
    if form.get("do") == "alike":
        answer_alike(session, actor, case_id, section, item, cause=cause_of(actor, now))
        seen = questionnaire(session, actor, case_id).section(section)
    following = next((each.item for each in seen.items if each.judgement.left), None)
    return see_other(f"{base}/items/{following}" if following else f"{base}#i-{item}")


def _after(session: Session, actor: Actor, case_id: UUID, section: str) -> str:
    """The next part that is not done, told which one just was; when all are, what awaits the signature."""
    views = questionnaire(session, actor, case_id).views()
    place = next((at for at, each in enumerate(views) if each.section.key == section), 0)
    following = next((each for each in views[place:] + views[:place] if not each.is_done), None)
    if following is None:
        return to_sign(session, actor, case_id) or f"/cases/{case_id}"
    return f"/cases/{case_id}/questions/{following.section.key}?after={section}"


def _keep(
    request: Request,
    session: Session,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    section: str,
    item: str,
    form: FormData,
) -> Response | None:
    """Save what the form holds. None when all is kept; else the form once more, with all that was typed in it."""
    asked = questionnaire(session, actor, case_id)
    given = given_of(form, asked.section(section), asked.basis.emails)
    if not given:
        return None
    here = (request, session, actor, now, case_id, section, item)
    try:
        with session.begin_nested():
            saved = save_answers(session, actor, case_id, section, item, given, cause=cause_of(actor, now))
    except DomainError as refusal:
        status = STATUS[refusal.spec.kind]
        if refusal.spec is NOT_FOUND:
            raise
        errors = [(f"q-{refusal.field}" if refusal.field else "", refusal.detail(language_of(request)))]
        typed = {each.question: each.value for each in given}
        return _page(*here, status=status, typed=typed, errors=errors)
    conflicts = {each.given.question: each for each in saved if each.outcome is Outcome.CONFLICT}
    return _page(*here, status=_CONFLICT, conflicts=conflicts) if conflicts else None


@router.post("/add", dependencies=[CSRF])
def add(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, section: str
) -> Response:
    """One more."""
    base = f"/cases/{case_id}/questions/{section}"
    asked = (request, session, actor, now, case_id, section, "")
    return _or_list(
        asked,
        lambda: f"{base}/items/{add_item(session, actor, case_id, section, cause=cause_of(actor, now)).item}",
    )


@router.post("/items/{item}/remove", dependencies=[CSRF])
def remove(
    request: Request,
    session: SessionDep,
    actor: CustomerDep,
    now: NowDep,
    case_id: UUID,
    section: str,
    item: str,
    sure: Annotated[str, Form()] = "",
) -> Response:
    """Take one out, once the person has said that they are sure."""
    item_of(questionnaire(session, actor, case_id).section(section), item)

    def take_out() -> str:
        if sure:
            remove_item(session, actor, case_id, section, item, cause=cause_of(actor, now))
        return f"/cases/{case_id}/questions/{section}"

    return _or_list((request, session, actor, now, case_id, section, ""), take_out)


def _or_list(asked: Asked, do: Callable[[], str]) -> Response:
    """Do it and go where it leads; the list with the reason when it is refused."""
    request, session = asked[:2]
    try:
        with session.begin_nested():
            return see_other(do())
    except DomainError as refusal:
        if refusal.spec is NOT_FOUND:
            raise
        errors = [("", refusal.detail(language_of(request)))]
        return _page(*asked, status=STATUS[refusal.spec.kind], show_faults=True, errors=errors)


@router.post("/done", dependencies=[CSRF])
def done(
    request: Request, session: SessionDep, actor: CustomerDep, now: NowDep, case_id: UUID, section: str
) -> Response:
    """The list is whole."""

    def finish() -> str:
        finish_section(session, actor, case_id, section, cause=cause_of(actor, now))
        if section in _LISTS:
            newest = queries.customer_view(session, actor, case_id, now=now).versions[0]
            return f"/cases/{case_id}/data/{newest.number}"
        return _after(session, actor, case_id, section)

    return _or_list((request, session, actor, now, case_id, section, ""), finish)
