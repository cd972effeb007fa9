"""A planner at the invoicing desk."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends
from starlette.requests import Request
from starlette.responses import Response

from accounts.access import PlannerDep
from accounts.bench import Bench
from infra.clock import NowDep, local_date
from infra.db import SessionDep
from infra.templating import language_of
from invoicing.domain.articles import ARTICLES, orderable
from invoicing.domain.errors import DATE_WRONG
from invoicing.domain.terms import KINDS, RHYTHMS
from kernel.errors import DomainError

_SHOWN: Final = 40


class Office(Bench):
    """One request of a planner about invoicing: every page knows articles, kinds and rhythms."""

    @property
    def today(self) -> date:
        return local_date(self.now)

    def render(
        self, template: str, refusal: DomainError | None = None, status: int = 200, **context: Any
    ) -> Response:
        faults = refusal.facts.get("faults", []) if refusal else []
        language = language_of(self.request)
        return super().render(
            f"invoicing/{template}.html",
            refusal,
            status,
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
