"""What waits for the person who looks, and who is away."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts import repository as accounts
from accounts.access import CSRF
from accounts.bench import Bench, BenchDep
from accounts.domain.roles import IN_DELIVERIES, ROLES
from delivery import queries
from delivery.people import repository
from delivery.people.queries import waiting_for
from delivery.people.usecases.set_absence import end_absence, set_absence
from infra.clock import local_date
from infra.routing import Router
from kernel.errors import INVALID_INPUT, DomainError

router = Router(dependencies=[CSRF])
Day = Annotated[str, Form(max_length=20)]
MINE = "/planner/mine"


@router.get("/mine")
def mine(bench: BenchDep) -> Response:
    """My list, over all my cases."""
    return _page(bench)


@router.post("/absences")
def away(
    bench: BenchDep,
    person: Annotated[UUID, Form()],
    cover: Annotated[UUID, Form()],
    first_day: Day = "",
    last_day: Day = "",
) -> Response:
    """Somebody is away."""
    typed = {"person": str(person), "cover": str(cover), "first_day": first_day, "last_day": last_day}
    return bench.act(
        MINE,
        lambda cause: set_absence(
            bench.session,
            bench.actor,
            person_id=person,
            cover_id=cover,
            first_day=_day(first_day, "first_day"),
            last_day=_day(last_day, "last_day"),
            cause=cause,
        ),
        lambda refusal, status: _page(bench, refusal, status, typed),
    )


@router.post("/absences/{absence_id}/end")
def back(bench: BenchDep, absence_id: UUID) -> Response:
    """They are back."""
    return bench.act(
        MINE,
        lambda _: end_absence(bench.session, bench.actor, absence_id),
        lambda refusal, status: _page(bench, refusal, status),
    )


def _day(text: str, field: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise INVALID_INPUT.error(field) from wrong


def _page(
    bench: Bench,
    refusal: DomainError | None = None,
    status: int = 200,
    typed: dict[str, str] | None = None,
) -> Response:
    person = bench.actor.person_id
    absences = repository.absences_from(bench.session, local_date(bench.now))
    staff = {line.id: line.name for line in queries.staff(bench.session)}
    named = {each for row in absences for each in (row.person_id, row.cover_id)}
    gone = accounts.people(bench.session, named - set(staff)) if named - set(staff) else []
    return bench.render(
        "planner/mine.html",
        refusal,
        status,
        lines=waiting_for(bench.session, person, bench.now) if person else [],
        absences=absences,
        names=staff | {each.id: each.name for each in gone},
        staff=staff,
        me=str(person),
        unplanned=repository.unplanned_cases(bench.session),
        roles=[row for row in ROLES.values() if row.side in IN_DELIVERIES],
        typed=typed or {},
    )
