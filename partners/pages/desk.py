"""A partner's developer at the portal: who, when; and how an action answers when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PartnerDep, cause_of
from accounts.domain.actor import Actor
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, DomainError

_NOT_FOUND: Final = 404
Errors = list[tuple[str, str]]


@dataclass(frozen=True)
class Desk:
    """One request of a partner's developer. `machine_now` is for keys, which do not age by a virtual clock."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    machine_now: datetime

    @property
    def cause(self) -> Cause:
        return cause_of(self.actor, self.now)

    @property
    def partner_id(self) -> UUID:
        """Whose desk it is. Raises `NOT_FOUND` for somebody who stands with no partner."""
        if self.actor.organisation_id is None:
            raise NOT_FOUND.error()
        return self.actor.organisation_id

    def show(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page."""
        context.setdefault("errors", [])
        return render(self.request, f"partners/{template}.html", status, now=self.now, **context)

    def act(self, do: Callable[[], Response], refused: Callable[[Errors, int], Response]) -> Response:
        """Do it; when it is refused, undo all of it and show why, with what was typed still there."""
        try:
            with self.session.begin_nested():
                return do()
        except DomainError as refusal:
            status = STATUS[refusal.spec.kind]
            if status == _NOT_FOUND:
                raise
            self.session.expire_all()
            return refused([(refusal.field or "", refusal.detail(language_of(self.request)))], status)


def _desk(request: Request, session: SessionDep, actor: PartnerDep, now: NowDep) -> Desk:
    return Desk(request, session, actor, now, datetime.now(UTC))


def see_other(path: str) -> Response:
    """After something was done: on to the page that shows it."""
    return RedirectResponse(path, status_code=303)


DeskDep = Annotated[Desk, Depends(_desk)]
