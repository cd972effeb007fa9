"""A case told day by day, with its delays and whose doing they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery import queries as cases
from delivery.attribution import repository
from delivery.attribution.domain.delays import CAUSES, KINDS, DelayCause, Span, days_by_cause
from delivery.queries.lines import TimelineLine
from delivery.queries.views import CaseLine
from delivery.repository import case as visible
from infra.clock import local_date
from kernel.language import Language, Text
from kernel.workdays import workdays_between

_MOST_LINES = 5000


@dataclass(frozen=True, slots=True)
class DelayLine:
    """A delay with its evidence; `cause` is none while nobody has said whose doing it was."""

    id: UUID
    kind: Text
    what: str
    first_day: date
    last_day: date
    days: int
    cause: DelayCause | None
    cause_title: Text | None
    evidence: str
    said_by: str


@dataclass(frozen=True, slots=True)
class CaseStory:
    """What a report is made from. Days in order, each with its lines in order."""

    line: CaseLine
    told_at: datetime
    days: tuple[tuple[date, tuple[TimelineLine, ...]], ...]
    delays: tuple[DelayLine, ...]
    totals: tuple[tuple[DelayCause | None, int], ...]


def delay_lines(session: Session, actor: Actor, case_id: UUID) -> tuple[DelayLine, ...]:
    """The delays of a case, two statements. Raises `NOT_FOUND`."""
    visible(session, actor, case_id)
    return tuple(
        DelayLine(
            row.id,
            KINDS[row.kind],
            row.what,
            row.first_day,
            row.last_day,
            workdays_between(row.first_day, row.last_day),
            row.cause,
            CAUSES[row.cause] if row.cause else None,
            row.evidence,
            row.said_by,
        )
        for row in repository.delays(session, case_id)
    )


def case_story(
    session: Session, actor: Actor, case_id: UUID, *, now: datetime, language: Language
) -> CaseStory:
    """All of a case. Raises `NOT_FOUND`."""
    lines = cases.timeline(session, actor, case_id, limit=_MOST_LINES, language=language)
    lines.reverse()  # of lines at the same instant, the first written comes first
    in_order = sorted(lines, key=lambda line: line.at)
    delays = delay_lines(session, actor, case_id)
    totals = days_by_cause(Span(each.cause, each.first_day, each.last_day) for each in delays)
    return CaseStory(
        line=cases.case_line(session, actor, case_id, now=now),
        told_at=now,
        days=tuple((day, tuple(of)) for day, of in groupby(in_order, key=lambda line: local_date(line.at))),
        delays=delays,
        totals=tuple(sorted(totals.items(), key=lambda item: (item[0] is None, str(item[0])))),
    )
