"""The plan of a case: the table laid out, and a change of it shown as its difference before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Form, Query
from starlette.responses import Response

from accounts.access import CSRF, cause_of
from accounts.domain.roles import ROLES
from delivery import repository
from delivery.domain.options import OPTIONS, read_options
from delivery.domain.phase_words import WORDS
from delivery.pages.desk import Desk, DeskDep
from delivery.planning.domain.difference import Change, Difference, Slip
from delivery.planning.domain.table_text import table
from delivery.planning.usecases.replan import preview, replan
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of
from kernel.errors import INVALID_INPUT, NOT_FOUND, DomainError

router = Router(prefix="/cases/{case_id}/plan", dependencies=[CSRF])
PLAN = "plan"
Word = Annotated[str, Form(max_length=60)]
Asked = Annotated[str, Query(max_length=60)]


@dataclass(frozen=True)
class Typed:
    """What the form says, as it was typed. `scope` tells that the options were on the form."""

    go_live: str = ""
    scope: str = ""
    option: tuple[str, ...] = ()
    slip: str = ""
    until: str = ""
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.go_live or self.scope or self.slip)

    def change(self) -> Change:
        """The change that is asked for. Raises `INVALID_INPUT` at the field, `OPTION_UNKNOWN`."""
        if self.slip and self.slip not in WORDS:
            raise NOT_FOUND.error()
        return Change(
            go_live_on=_day(self.go_live, "go_live"),
            options=read_options(self.option) if self.scope else None,
            slip=Slip(self.slip, _day(self.until, "until")) if self.slip else None,
        )


def _day(text: str, field: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as wrong:
        raise INVALID_INPUT.error(field) from wrong


@router.get("")
def read(
    desk: DeskDep,
    go_live: Asked = "",
    scope: Asked = "",
    option: Annotated[list[str] | None, Query()] = None,
    slip: Asked = "",
    until: Asked = "",
    reason: Annotated[str, Query(max_length=4000)] = "",
) -> Response:
    """The plan; and, when a change is asked for, what it would make of it. Nothing is saved."""
    typed = Typed(go_live, scope, tuple(option or ()), slip, until, reason)
    if typed.is_empty:
        return _page(desk, typed)
    return _tried(desk, typed)


@router.post("")
def save(
    desk: DeskDep,
    go_live: Word = "",
    scope: Word = "",
    option: Annotated[list[str] | None, Form()] = None,
    slip: Word = "",
    until: Word = "",
    reason: Annotated[str, Form(max_length=4000)] = "",
    seen: Word = "",
    version: Annotated[int | None, Form()] = None,
) -> Response:
    """Save what was shown; when it would be another by now, show that instead."""
    typed = Typed(go_live, scope, tuple(option or ()), slip, until, reason)
    return desk.act(
        PLAN,
        lambda cause: replan(
            desk.session, desk.actor, desk.case_id, typed.change(), version=version, seen=seen, cause=cause
        ),
        reason,
        lambda refusal, _: _tried(desk, typed, refusal),
    )


def _tried(desk: Desk, typed: Typed, before: DomainError | None = None) -> Response:
    """The page with the difference; with the refusal instead when there is none to show."""
    status = STATUS[before.spec.kind] if before else 200
    try:
        made = preview(
            desk.session,
            desk.actor,
            desk.case_id,
            typed.change(),
            cause=cause_of(desk.actor, desk.now, typed.reason),
        )
    except DomainError as refusal:
        if refusal.spec is NOT_FOUND:
            raise
        return _page(desk, typed, refusal=refusal, status=STATUS[refusal.spec.kind])
    return _page(desk, typed, made, before, status)


def _page(
    desk: Desk,
    typed: Typed,
    made: Difference | None = None,
    refusal: DomainError | None = None,
    status: int = 200,
) -> Response:
    language = language_of(desk.request)
    case = repository.case(desk.session, desk.actor, desk.case_id)
    rows = repository.activities(desk.session, [case.id])
    return desk.show_below(
        "planner/plan.html",
        refusal,
        status,
        tab=PLAN,
        typed=typed,
        made=made,
        rules={row.key: row for row in table(language)},
        expected={row.key: row.expected_on for row in rows},
        all_options=OPTIONS,
        ordered=set(case.options),
        activity_words=WORDS,
        role_titles=ROLES,
    )
