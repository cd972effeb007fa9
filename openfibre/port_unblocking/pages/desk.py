"""Somebody at an unblocking: who, when, which; and how an action answers.

What was done leads back to the page; what was refused shows it again with the reason on top, nothing changed, what was typed still there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PersonDep, cause_of
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.errors import NOT_YOURS
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from infra.transitions import Cause
from infra.typed import Typed, TypedDep
from kernel.errors import DomainError
from openfibre.port_unblocking import queries
from openfibre.port_unblocking.domain.alarms import ALARMS
from openfibre.port_unblocking.domain.labels import (
    CASE_STATES,
    DISPLACEMENT_STATES,
    OPERATIONS,
    ORDER_STATES,
    PROBLEMS,
    hue,
)
from openfibre.port_unblocking.queries import NewView

HOME: Final = "/fibre/unblockings"
_NOT_FOUND: Final = 404
WORDS: Final[dict[str, Any]] = {
    "case_states": CASE_STATES,
    "displacement_states": DISPLACEMENT_STATES,
    "order_states": ORDER_STATES,
    "operations": OPERATIONS,
    "problems": PROBLEMS,
    "alarm_words": ALARMS,
    "hue": hue,
    "home": HOME,
}


@dataclass(frozen=True)
class Visit:
    """One request of somebody who has to do with port unblocking: a provider, or the network owner's staff."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    typed: Typed

    @property
    def is_owner(self) -> bool:
        return self.actor.kind is ActorKind.PLANNER

    def page(self, template: str, refusal: DomainError | None = None, **context: Any) -> Response:
        """A page of this area; with a refusal on top it answers that refusal's status."""
        status = STATUS[refusal.spec.kind] if refusal else 200
        said = refusal.detail(language_of(self.request)) if refusal else ""
        words = {**WORDS, "refusal": said, "is_owner": self.is_owner, "sent": self.typed}
        return render(self.request, f"port_unblocking/{template}.html", status, **words, **context)

    def attempt(
        self, do: Callable[[Cause], Any], show: Callable[[DomainError], Response], reason: str = ""
    ) -> Any:
        """Do it; when it is refused, undo all of it and answer with the page that says why."""
        try:
            with self.session.begin_nested():
                return do(cause_of(self.actor, self.now, reason))
        except DomainError as refusal:
            if STATUS[refusal.spec.kind] == _NOT_FOUND:
                raise
            self.session.expire_all()
            return show(refusal)


def _visit(request: Request, session: SessionDep, actor: PersonDep, now: NowDep, typed: TypedDep) -> Visit:
    if actor.kind is ActorKind.CUSTOMER:
        raise NOT_YOURS.error()
    return Visit(request, session, actor, now, typed)


VisitDep = Annotated[Visit, Depends(_visit)]


@dataclass(frozen=True)
class Desk:
    """A visit at one case or displacement."""

    visit: Visit
    case_id: UUID

    def act(self, verb: Callable[..., Any], *, reason: str = "", **facts: Any) -> Response:
        """Do one thing to it, and go back to its page."""

        def do(cause: Cause) -> Response:
            verb(self.visit.session, self.visit.actor, self.case_id, cause=cause, **facts)
            return RedirectResponse(f"{HOME}/{self.case_id}", status_code=303)

        answer: Response = self.visit.attempt(do, self.show, reason)
        return answer

    def show(self, refusal: DomainError | None = None) -> Response:
        """The page, as the reader's side may see it. Raises `NOT_FOUND`."""
        visit = self.visit
        if visit.is_owner:
            case_id = queries.case_id_of(visit.session, self.case_id)
            owner = queries.owner_view(visit.session, visit.actor, case_id)
            return visit.page("owner", refusal, owner=owner, view=owner.case)
        view = queries.one(visit.session, visit.actor, self.case_id)
        template = "case" if isinstance(view, NewView) else "displaced"
        return visit.page(template, refusal, view=view)


def _desk(visit: VisitDep, case_id: UUID) -> Desk:
    return Desk(visit, case_id)


DeskDep = Annotated[Desk, Depends(_desk)]
