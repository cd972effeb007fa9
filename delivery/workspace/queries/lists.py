"""The planner's list of cases: a page of it, all of it, and what the top of the page counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from delivery.domain.queues import TITLES, Queue
from delivery.domain.standing import unpacked
from delivery.queries.cases import line_from
from delivery.queries.facts import Names
from delivery.queries.lines import CaseLine
from delivery.workspace import repository
from delivery.workspace.domain.filters import Filter, go_live_days
from infra.clock import local_date
from kernel.language import Text

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A list of the workspace and how many cases stand in it."""

    queue: Queue
    title: Text
    count: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What the top of the workspace tells: cases by list and at risk, and every number of every case by state."""

    queues: tuple[QueueLine, ...]
    at_risk: int
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True)
class CasePage:
    """A page of the list; `after` is where the next one begins, none on the last."""

    lines: list[CaseLine]
    after: tuple[date, UUID] | None


def dashboard(session: Session, now: datetime) -> Dashboard:
    """One statement, whatever the number of cases and numbers."""
    today = local_date(now)
    counts = repository.counts(session, today)
    return Dashboard(
        queues=tuple(
            QueueLine(queue, title, _count(queue, counts, today)) for queue, title in TITLES.items()
        ),
        at_risk=sum(counts["risk"].values()),
        numbers={state: count for state, count in counts["number"].items() if count},
    )


def _count(queue: Queue, counts: dict[str, dict[str, int]], today: date) -> int:
    days = go_live_days(queue, today)
    if days is None:
        return counts["queue"].get(queue.value, 0)
    first, last = days
    return sum(n for day, n in counts["day"].items() if first.isoformat() <= day <= last.isoformat())


def case_page(
    session: Session,
    actor: Actor,
    wanted: Filter,
    *,
    now: datetime,
    ids: Sequence[UUID] | None = None,
    after: tuple[date, UUID] | None = None,
    limit: int | None = PAGE,
) -> CasePage:
    """A page of the cases that a filter lets through, the nearest due first: one statement, however deep it lies."""
    today = local_date(now)
    rows = repository.page(
        session,
        wanted,
        person_id=actor.person_id,
        today=today,
        ids=ids,
        after=after,
        limit=limit + 1 if limit else None,
    )
    shown = rows[:limit] if limit else rows
    lines = []
    for kept, case, name, org_number, partner, planner in shown:
        names = {case.customer_id: name}
        if case.partner_id:
            names[case.partner_id] = partner or ""
        if case.planner_id:
            names[case.planner_id] = planner or ""
        standing = unpacked(kept.queue, kept.sort_on, kept.line)
        lines.append(line_from(case, standing, Names(names, {case.customer_id: org_number}), today))
    last = shown[-1][0] if shown else None
    more = last is not None and len(rows) > len(shown)
    return CasePage(lines, (last.sort_on, last.case_id) if last is not None and more else None)
