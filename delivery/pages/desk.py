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
from delivery.cockpit.repository import newest_mark
from delivery.meetings.domain.training import AUDIENCE_TITLES, KIND_TITLES
from delivery.meetings.queries import training_lines
from delivery.queries.lines import TimelineLine
from delivery.queries.views import CaseView
from delivery.sim_dispatch.queries import gate_and_scans
from delivery.start.queries import start_view
from infra.clock import STOCKHOLM, NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.sms_gateway import sms_is_offered
from infra.templating import language_of, render
from infra.transitions import Cause
from kernel.errors import CHANGED_MEANWHILE, INVALID_INPUT, DomainError
from portingsvc.queries import fees_of_case, porting_of_case

_NOT_FOUND: Final = 404
_SHOWN_TO_THE_LATE: Final = 3
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
        """A tab of the case. Raises `NOT_FOUND`.

        Who is refused because a colleague was first sees what the colleague did, and decides anew.
        """
        # Taken before the facts are read: what happens in between is news to the page's stream.
        mark = newest_mark(self.session, self.case_id) if tab == GO_LIVE else ""
        context = self._frame(tab, refusal) | {"typed": self.typed, "mark": mark}
        if tab == OVERVIEW:
            language = language_of(self.request)
            context["lines"] = queries.timeline(self.session, self.actor, self.case_id, language=language)
            context["staff"] = context["view"].staff
        if tab in (OVERVIEW, NUMBERS):
            porting = porting_of_case(self.session, self.case_id, counted=tab == NUMBERS)
            context |= {"repairs": porting.repairs, "mandates": porting.mandates}
            context |= {"orders": porting.orders, "escalations": porting.escalations}
        if tab == NUMBERS:
            context["fees"] = fees_of_case(self.session, self.case_id)
        if tab == SIMS:
            context |= self._sims(context["view"])
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
            context["day"] = day_view(self.session, context["view"], now=self.now)
            context |= {"decision_titles": DECISIONS, "actions": ACTIONS, "audiences": AUDIENCES}
            context["sms_offered"] = sms_is_offered()
        if tab == START:
            context["start"] = start_view(self.session, self.actor, self.case_id, self._user_shown())
        name = tab.replace("-", "_") or "overview"
        return render(self.request, f"planner/{name}.html", status, **context)

    def _frame(self, tab: str, refusal: DomainError | None, *, is_below: bool = False) -> dict[str, Any]:
        """What every page of a case shows around its own."""
        return {
            "view": queries.case_view(
                self.session,
                self.actor,
                self.case_id,
                now=self.now,
                cards=tab in (SIMS, GO_LIVE) and not is_below,
                people=tab == OVERVIEW,
            ),
            "tab": tab,
            "now": self.now,
            "refusal": refusal.detail(language_of(self.request)) if refusal else "",
            "wrong_field": refusal.field or "" if refusal else "",
            "allowed": refusal.facts.get("allowed", []) if refusal else [],
            "since": self._meanwhile(refusal),
        }

    def _meanwhile(self, refusal: DomainError | None) -> list[TimelineLine]:
        """The newest of what happened, for who was too late."""
        if refusal is None or refusal.spec is not CHANGED_MEANWHILE:
            return []
        language = language_of(self.request)
        lines = queries.timeline(self.session, self.actor, self.case_id, language=language)
        return lines[:_SHOWN_TO_THE_LATE]

    def show_below(
        self,
        template: str,
        refusal: DomainError | None = None,
        status: int = 200,
        *,
        tab: str = NUMBERS,
        **facts: Any,
    ) -> Response:
        """A page of the case below a tab, its numbers' unless another is named. Raises `NOT_FOUND`."""
        context = self._frame(tab, refusal, is_below=True) | {"repairs": []} | facts
        return render(self.request, template, status, **context)

    def _sims(self, view: CaseView) -> dict[str, Any]:
        case = repository.case(self.session, self.actor, self.case_id)
        gate, scans = gate_and_scans(self.session, case, view)
        return {"gate": gate, "released_at": case.ports_released_at, "scans": scans}

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
