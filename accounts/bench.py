"""A planner at something that is no case: who, when; and how an action answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PlannerDep, cause_of
from accounts.domain.actor import Actor
from infra.clock import STOCKHOLM, NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from infra.transitions import Cause
from kernel.errors import DomainError

_NOT_FOUND: Final = 404


@dataclass(frozen=True)
class Bench:
    """One request of a planner."""

    request: Request
    session: Session
    actor: Actor
    now: datetime

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
        return render(
            self.request,
            template,
            status,
            refusal=refusal.detail(language_of(self.request)) if refusal else "",
            wrong_field=refusal.field or "" if refusal else "",
            now=self.now,
            **context,
        )


def in_stockholm(at: datetime) -> datetime:
    """A time of a form: without a zone it is Stockholm's."""
    return at if at.tzinfo else at.replace(tzinfo=STOCKHOLM)


def _bench(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep) -> Bench:
    return Bench(request, session, actor, now)


BenchDep = Annotated[Bench, Depends(_bench)]
