"""Somebody at a change of operator: who, when, which; and how an action answers.

What was done leads back to the tab it was done on; what was refused shows that tab again, the reason on top and what was typed still there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PersonDep, cause_of
from accounts.domain.actor import Actor
from infra.clock import NowDep, local_date
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.templating import language_of, render
from infra.transitions import Cause
from infra.typed import Typed, TypedDep
from kernel.errors import INVALID_INPUT, NOT_FOUND, DomainError
from openfibre.operator_change.domain import words
from openfibre.operator_change.domain.contacts import CONTACT_KINDS, DOCUMENT_KINDS
from openfibre.operator_change.domain.errors import DATE_MISSING
from openfibre.operator_change.domain.findings import words as finding_words
from openfibre.operator_change.domain.freeze import EFFECTS, Window, sales_stopped
from openfibre.operator_change.domain.parties import PARTY_NAMES, PROVIDERS, Party, Segment
from openfibre.operator_change.domain.reconcile import STATUS_NAMES, bills
from openfibre.operator_change.domain.responsibility import DataKind, duties, responsible
from openfibre.operator_change.domain.routes import CONTENT_NAMES
from openfibre.operator_change.queries.board import project_view
from openfibre.operator_change.queries.correspondence import correspondence
from openfibre.operator_change.queries.data import data_view
from openfibre.operator_change.queries.gantt import gantt
from openfibre.operator_change.queries.reconciliation import reconciliation

_NOT_FOUND: Final = 404
OVERVIEW: Final = ""
TIMELINE: Final = "timeline"
DATA: Final = "data"
RECONCILIATION: Final = "reconciliation"
CORRESPONDENCE: Final = "correspondence"
TABS: Final = (OVERVIEW, TIMELINE, DATA, RECONCILIATION, CORRESPONDENCE)
# What a template may look up: one place, so that no page asks for words of its own.
_SHELF: Final[dict[str, Any]] = {
    "words_of": words,
    "party_names": PARTY_NAMES,
    "content_names": CONTENT_NAMES,
    "status_names": STATUS_NAMES,
    "document_kinds": DOCUMENT_KINDS,
    "contact_kinds": CONTACT_KINDS,
    "segments": list(Segment),
    "finding_words": finding_words,
}


@dataclass(frozen=True)
class Desk:
    """One request of a person about one project."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    project_id: UUID
    typed: Typed

    def cause(self, reason: str = "") -> Cause:
        """The person as the cause of a change."""
        return cause_of(self.actor, self.now, reason)

    def act(self, tab: str, do: Callable[[Cause], Any], reason: str = "") -> Response:
        """Do it and go back to the tab; when it is refused, undo all of it and say why, there."""
        try:
            with self.session.begin_nested():
                do(self.cause(reason))
        except DomainError as refusal:
            status = STATUS[refusal.spec.kind]
            if status == _NOT_FOUND:
                raise
            self.session.expire_all()
            return self.show(tab, refusal, status)
        path = f"/ko-byte/{self.project_id}{'/' if tab else ''}{tab}"
        return RedirectResponse(path, status_code=303)

    def show(self, tab: str, refusal: DomainError | None = None, status: int = 200) -> Response:
        """A tab of the project. Raises `NOT_FOUND`."""
        if tab not in TABS:
            raise NOT_FOUND.error()
        view = project_view(self.session, self.actor, self.project_id, now=self.now)
        context: dict[str, Any] = {
            **_SHELF,
            "view": view,
            "tab": tab,
            "now": self.now,
            "typed": self.typed,
            "refusal": refusal.detail(language_of(self.request)) if refusal else "",
            "refused_field": refusal.field or "" if refusal else "",
        }
        if tab == OVERVIEW:
            context["duties"] = [
                (part, duties(part.party, view.flow)) for part in view.seat.mine if part.party is not Party.SK
            ]
            context["responsible"] = [(kind, responsible(kind, view.agreement)) for kind in DataKind]
        elif tab == TIMELINE:
            today = local_date(self.now)
            context["gantt"] = gantt(view, today)
            context["bills"] = bills(today, view.brytpunkt_on) if view.brytpunkt_on else None
            context["stopped"] = {
                wave.id
                for wave in view.waves
                for part in view.seat.mine
                if wave.freeze_first is not None
                and wave.freeze_last is not None
                and part.party in PROVIDERS
                and sales_stopped(part.party, Window(wave.freeze_first, wave.freeze_last), today)
            }
            context["effects"] = [each for each in EFFECTS if each[0] in {p.party for p in view.seat.mine}]
        elif tab == DATA:
            context["data"] = data_view(self.session, self.actor, self.project_id)
        elif tab == RECONCILIATION:
            context["waves"] = reconciliation(self.session, self.actor, self.project_id, now=self.now)
        elif tab == CORRESPONDENCE:
            context["letters"] = correspondence(self.session, self.actor, self.project_id, now=self.now)
        return render(self.request, f"operator_change/{tab or 'overview'}.html", status, **context)


def _desk(
    request: Request, session: SessionDep, actor: PersonDep, now: NowDep, project_id: UUID, typed: TypedDep
) -> Desk:
    return Desk(request, session, actor, now, project_id, typed)


DeskDep = Annotated[Desk, Depends(_desk)]


def day_of(text: str, field: str) -> date:
    """A day from a form. Raises `DATE_MISSING`."""
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise DATE_MISSING.error(field) from wrong


def id_of(text: str, field: str) -> UUID | None:
    """An id from a form; none when it is left blank. Raises `INVALID_INPUT`."""
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError as wrong:
        raise INVALID_INPUT.error(field) from wrong


def word_of(text: str, known: Any, field: str) -> Any:
    """One of an enum's words from a form. Raises `INVALID_INPUT`."""
    try:
        return known(text)
    except ValueError as wrong:
        raise INVALID_INPUT.error(field) from wrong
