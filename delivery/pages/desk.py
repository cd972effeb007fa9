"""A planner at a case: who, when, which; and how an action answers.

What was done leads back to the tab it was done on; what was refused shows that tab again with the reason on top.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from accounts.access import PlannerDep, cause_of
from accounts.domain.actor import Actor
from delivery import queries, repository
from delivery.attribution.domain.delays import CAUSES
from delivery.attribution.queries import delay_lines
from delivery.changes.domain.requests import KINDS as CHANGE_KINDS
from delivery.changes.queries import change_requests
from delivery.cockpit.domain.decisions import ACTIONS, DECISIONS
from delivery.cockpit.domain.messages import AUDIENCES
from delivery.cockpit.queries import day_view
from delivery.meetings.domain.training import AUDIENCE_TITLES, KIND_TITLES
from delivery.meetings.queries import training_lines
from delivery.sim_dispatch.queries import gate_lines, scan_lines
from delivery.start.queries import start_view
from infra.clock import STOCKHOLM, NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.sms_gateway import sms_is_offered
from infra.templating import language_of, render
from infra.transitions import Cause
from kernel.errors import INVALID_INPUT, DomainError
from portingsvc.queries import (
    escalations_of_case,
    fees_of_case,
    mandates_of_case,
    orders_of_case,
    repairs_of_case,
)

_NOT_FOUND: Final = 404
OVERVIEW: Final = ""
NUMBERS: Final = "numbers"
SIMS: Final = "sims"
GO_LIVE: Final = "go-live"
START: Final = "start"
DATA: Final = "data"
TRAINING: Final = "training"
DELAYS: Final = "delays"
TABS: Final = (OVERVIEW, NUMBERS, SIMS, START, GO_LIVE, DATA, TRAINING, DELAYS)


@dataclass(frozen=True)
class Desk:
    """One request of a planner about one case. `typed` is what a form said, shown again when it is refused."""

    request: Request
    session: Session
    actor: Actor
    now: datetime
    case_id: UUID
    typed: Mapping[str, str] = field(default_factory=dict)

    def act(
        self,
        tab: str,
        do: Callable[[Cause], Any],
        reason: str = "",
        show: Callable[[DomainError, int], Response] | None = None,
    ) -> Response:
        """Do it and go back to the tab; when it is refused, undo all of it and say why, there.

        `show` is how a page below a tab shows itself again with the refusal.
        """
        try:
            with self.session.begin_nested():
                do(cause_of(self.actor, self.now, reason))
        except DomainError as refusal:
            status = STATUS[refusal.spec.kind]
            if status == _NOT_FOUND:
                raise
            self.session.expire_all()
            return show(refusal, status) if show is not None else self.show(tab, refusal, status)
        path = f"/planner/cases/{self.case_id}{'/' if tab else ''}{tab}"
        return RedirectResponse(path, status_code=303)

    def having(self, **typed: str) -> Desk:
        """The same, with what the form said, so that a refusal loses nothing of it."""
        return replace(self, typed=typed)

    def show(self, tab: str, refusal: DomainError | None = None, status: int = 200) -> Response:
        """A tab of the case. Raises `NOT_FOUND`."""
        language = language_of(self.request)
        context: dict[str, Any] = {
            "view": queries.case_view(self.session, self.actor, self.case_id, now=self.now),
            "tab": tab,
            "now": self.now,
            "refusal": refusal.detail(language) if refusal else "",
            "allowed": refusal.facts.get("allowed", []) if refusal else [],
            "repairs": repairs_of_case(self.session, self.case_id),
            "typed": self.typed,
        }
        if tab == OVERVIEW:
            context["lines"] = queries.timeline(self.session, self.actor, self.case_id, language=language)
            context["staff"] = queries.staff(self.session)
            context["mandates"] = mandates_of_case(self.session, self.case_id)
        if tab == NUMBERS:
            context["escalations"] = escalations_of_case(self.session, self.case_id)
            context["orders"] = orders_of_case(self.session, self.case_id)
            context["fees"] = fees_of_case(self.session, self.case_id)
        context["wrong_field"] = refusal.field or "" if refusal else ""
        if tab == SIMS:
            context |= self._sims()
        if tab == TRAINING:
            context["trainings"] = training_lines(self.session, self.case_id)
            context |= {"training_kinds": KIND_TITLES, "audiences": AUDIENCE_TITLES}
        if tab == DELAYS:
            context["delays"] = delay_lines(self.session, self.actor, self.case_id)
            context["delay_causes"] = CAUSES
        if tab == DATA:
            context["changes"] = change_requests(self.session, self.actor, self.case_id)
            context["change_kinds"] = CHANGE_KINDS
        if tab == GO_LIVE:
            context["day"] = day_view(self.session, self.actor, self.case_id, now=self.now)
            context |= {"decision_titles": DECISIONS, "actions": ACTIONS, "audiences": AUDIENCES}
            context["sms_offered"] = sms_is_offered()
        if tab == START:
            context["start"] = start_view(self.session, self.actor, self.case_id, self._user_shown())
        name = tab.replace("-", "_") or "overview"
        return render(self.request, f"planner/{name}.html", status, **context)

    def show_below(
        self,
        template: str,
        refusal: DomainError | None = None,
        status: int = 200,
        tab: str = NUMBERS,
        **facts: Any,
    ) -> Response:
        """A page of the case with a form of its own, below its numbers tab unless told. Raises `NOT_FOUND`."""
        language = language_of(self.request)
        return render(
            self.request,
            template,
            status,
            view=queries.case_view(self.session, self.actor, self.case_id, now=self.now),
            tab=tab,
            now=self.now,
            refusal=refusal.detail(language) if refusal else "",
            wrong_field=refusal.field or "" if refusal else "",
            allowed=refusal.facts.get("allowed", []) if refusal else [],
            repairs=[],
            **facts,
        )

    def _sims(self) -> dict[str, Any]:
        case = repository.case(self.session, self.actor, self.case_id)
        parcels = [parcel.id for parcel in repository.parcels(self.session, [case.id])]
        return {
            "gate": gate_lines(self.session, case),
            "released_at": case.ports_released_at,
            "scans": scan_lines(self.session, parcels),
        }

    def _user_shown(self) -> UUID | None:
        """The user whose start mail is asked for; what is no id shows the first."""
        try:
            return UUID(self.request.query_params.get("user", ""))
        except ValueError:
            return None


def stockholm_time(text: str, field: str) -> datetime:
    """A Stockholm time as a form gives it. Raises `INVALID_INPUT`."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=STOCKHOLM)
    except ValueError as wrong:
        raise INVALID_INPUT.error(field) from wrong


def _desk(request: Request, session: SessionDep, actor: PlannerDep, now: NowDep, case_id: UUID) -> Desk:
    return Desk(request, session, actor, now, case_id)


DeskDep = Annotated[Desk, Depends(_desk)]
