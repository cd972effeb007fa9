"""The workspace beside its list: the board by phase, the calendar of go-lives, all numbers, who was named."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import Bench, BenchDep
from delivery.domain.phases import PHASE_TITLES
from delivery.workspace.domain.capacity import UNLESS_SET, WEEKS_SHOWN, days_shown
from delivery.workspace.domain.words import NUMBER_TITLES
from delivery.workspace.queries import board, calendar_days, mentions_of, numbers_shown, usual_capacity
from delivery.workspace.usecases.comment import tick_off
from delivery.workspace.usecases.refresh_standings import refresh_standings
from delivery.workspace.usecases.set_capacity import set_capacity
from infra.clock import local_date
from infra.routing import Router
from kernel.errors import DomainError
from portingsvc.domain.states import NumberState

router = Router()
Word = Annotated[str, Form(max_length=4000)]
_CALENDAR: Final = "/planner/calendar"
_MENTIONS: Final = "/planner/mentions"


@router.get("/board")
def by_phase(bench: BenchDep) -> Response:
    """A column for each phase, the most urgent on top."""
    refresh_standings(bench.session, bench.now)
    columns = board(bench.session, bench.now)
    return bench.render("planner/board.html", columns=columns, phases=PHASE_TITLES)


@router.get("/calendar")
def calendar(bench: BenchDep) -> Response:
    """Five weeks of go-lives beside what each day can take."""
    return _calendar(bench)


def _calendar(
    bench: Bench, refusal: DomainError | None = None, status: int = 200, typed: dict[str, str] | None = None
) -> Response:
    today = local_date(bench.now)
    first = _day(bench.request.query_params.get("from", "")) or today
    days = days_shown(first)
    return bench.render(
        "planner/calendar.html",
        refusal,
        status,
        weeks=_weeks(bench, days),
        usual=usual_capacity(bench.session) or UNLESS_SET,
        today=today,
        earlier=date.fromordinal(days[0].toordinal() - 7 * WEEKS_SHOWN),
        later=date.fromordinal(days[-1].toordinal() + 1),
        typed=typed or {},
    )


def _weeks(bench: Bench, days: list[date]) -> list[list[object]]:
    found = calendar_days(bench.session, days)
    return [list(found[start : start + 7]) for start in range(0, len(found), 7)]


def _day(text: str) -> date | None:
    """A day as an address or a form gives it; none for what is no day, or lies beyond what a calendar can show."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(2000, 1, 1) <= day <= date(2200, 1, 1) else None


@router.post("/calendar/capacity", dependencies=[CSRF])
def capacity(bench: BenchDep, day: Word = "", cases: Word = "", reason: Word = "") -> Response:
    """Say what a day can take; without a day, every other one."""
    return bench.act(
        f"{_CALENDAR}?from={day}" if _day(day) else _CALENDAR,
        lambda cause: set_capacity(bench.session, bench.actor, _day(day), cases, cause=cause),
        lambda refusal, status: _calendar(
            bench, refusal, status, {"day": day, "cases": cases, "reason": reason}
        ),
        reason,
    )


@router.get("/numbers")
def numbers(bench: BenchDep, state: str = "", after: str = "") -> Response:
    """All numbers in a state, a page at a time."""
    chosen = NumberState(state) if state in set(NumberState) else NumberState.REJECTED
    number, _, number_id = after.partition("_")
    try:
        begins = (f"+{number.strip().lstrip('+')}", UUID(number_id)) if after else None
    except ValueError:
        begins = None
    shown = numbers_shown(bench.session, chosen, after=begins)
    return bench.render(
        "planner/number_list.html", page=shown, chosen=chosen.value, titles=NUMBER_TITLES, is_first=not begins
    )


@router.get("/mentions")
def mentions(bench: BenchDep) -> Response:
    """Comments that name who looks."""
    return _mentions(bench)


def _mentions(bench: Bench, refusal: DomainError | None = None, status: int = 200) -> Response:
    lines = mentions_of(bench.session, bench.actor)
    return bench.render("planner/mentions.html", refusal, status, lines=lines)


@router.post("/mentions/{mention_id}/seen", dependencies=[CSRF])
def seen(bench: BenchDep, mention_id: UUID) -> Response:
    """It is seen to."""
    return bench.act(
        _MENTIONS,
        lambda cause: tick_off(bench.session, bench.actor, mention_id, cause=cause),
        lambda refusal, status: _mentions(bench, refusal, status),
    )
