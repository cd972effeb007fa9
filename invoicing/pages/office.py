"""A planner at the invoicing desk: what was done leads back to its page, what was refused shows it with the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PlannerDep, cause_of
from accounts.domain.actor import Actor
from infra.clock import NowDep, local_date
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from infra.transitions import Cause
from invoicing.domain.articles import ARTICLES, orderable
from invoicing.domain.errors import DATE_WRONG
from invoicing.domain.terms import KINDS, RHYTHMS
from kernel.errors import DomainError

_NOT_FOUND: Final = 404
_SHOWN: Final = 40


@dataclass(frozen=True)
class Office:
    """One request of a planner about invoicing."""

    request: Request
    session: Session
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        return local_date(self.now)

    def act(
        self,
        path: str,
        do: Callable[[Cause], Any],
        show: Callable[[DomainError, int], Response],
        reason: str = "",
    ) -> Response:
        """Do it and go to `path`; when it is refused, undo all of it and `show` why."""
        try:
            with self.session.begin_nested():
                do(cause_of(self.actor, self.now, reason))
        except DomainError as refusal:
            status = STATUS[refusal.spec.kind]
            if status == _NOT_FOUND:
                raise
            self.session.expire_all()
            return show(refusal, status)
        return RedirectResponse(path, status_code=303)

    def render(
        self, template: str, refusal: DomainError | None = None, status: int = 200, **context: Any
    ) -> Response:
        """A page, with why something was refused on top and at its field."""
        language = language_of(self.request)
        faults = refusal.facts.get("faults", []) if refusal else []
        return render(
            self.request,
            f"invoicing/{template}.html",
            status,
            refusal=refusal.detail(language) if refusal else "",
            wrong_field=refusal.field or "" if refusal else "",
            faults=[each[language] for each in faults],
            articles=ARTICLES,
            orderable=orderable(),
            kinds=KINDS,
            rhythms=RHYTHMS,
            today=self.today,
            **context,
        )


def read_day(written: str, field: str) -> date:
    """A day of a form. Raises `INVOICING_DATE_WRONG` at its field."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError as wrong:
        raise DATE_WRONG.error(field, value=written[:_SHOWN]) from wrong


def _office(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep) -> Office:
    return Office(request, session, actor, now)


OfficeDep = Annotated[Office, Depends(_office)]
