"""Many cases at once: what would happen, case by case; then it is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF, cause_of
from accounts.bench import Bench, BenchDep
from delivery.pages.queues import show
from delivery.workspace.domain.bulk import DEEDS
from delivery.workspace.domain.filters import Filter
from delivery.workspace.queries import around, capacities_of, case_page
from delivery.workspace.usecases.bulk import Order, Outcome, carry_out, preview, read_order
from delivery.workspace.usecases.refresh_standings import refresh_standings
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of
from kernel.errors import DomainError

router = Router(prefix="/bulk", dependencies=[CSRF])
Word = Annotated[str, Form(max_length=4000)]
Words = Annotated[list[str] | None, Form()]
Doing = Callable[..., list[Outcome]]


def _order(do: str, chosen: list[str], to: str, day: str, reason: str, versions: list[str]) -> Order:
    read_to, read_day = None, None
    with suppress(ValueError):
        read_to = UUID(to) if to else None
    with suppress(ValueError):
        read_day = date.fromisoformat(day) if day else None
    ids = []
    for each in dict.fromkeys(chosen):
        with suppress(ValueError):
            ids.append(UUID(each))
    seen = [int(each) for each in versions if each.isdecimal()]
    return read_order(do, ids, to=read_to, day=read_day, reason=reason, versions=seen)


@router.post("")
def look(
    bench: BenchDep, do: Word = "", chosen: Words = None, to: Word = "", day: Word = "", reason: Word = ""
) -> Response:
    """What would become of each case. Nothing is changed."""
    typed = {"do": do, "to": to, "day": day, "reason": reason}
    try:
        order = _order(do, chosen or [], to, day, reason, [])
    except DomainError as refusal:
        again = {"typed_bulk": typed, "typed_chosen": chosen or []}
        return show(bench, refusal, STATUS[refusal.spec.kind], **again)
    return _told(bench, order, preview, typed, is_done=False)


@router.post("/do")
def do_it(
    bench: BenchDep,
    do: Word = "",
    chosen: Words = None,
    versions: Words = None,
    to: Word = "",
    day: Word = "",
    reason: Word = "",
) -> Response:
    """Do it. A case that changed since it was shown is left as it is, and said so."""
    typed = {"do": do, "to": to, "day": day, "reason": reason}
    try:
        order = _order(do, chosen or [], to, day, reason, versions or [])
    except DomainError as refusal:
        return show(bench, refusal, STATUS[refusal.spec.kind], typed_bulk=typed, typed_chosen=chosen or [])
    return _told(bench, order, carry_out, typed, is_done=True)


def _told(bench: Bench, order: Order, run: Doing, typed: dict[str, str], *, is_done: bool) -> Response:
    """Case by case what became of it, or would."""
    outcomes = run(bench.session, bench.actor, order, cause=cause_of(bench.actor, bench.now))
    refresh_standings(bench.session, bench.now, len(order.chosen))
    found = case_page(bench.session, bench.actor, Filter(), now=bench.now, ids=order.chosen, limit=None)
    lines = {line.id: line for line in found.lines}
    language = language_of(bench.request)
    rows = [
        (lines.get(each.case_id), each, each.refusal.detail(language) if each.refusal else "")
        for each in outcomes
    ]
    names: dict[Any, str] = dict(around(bench.session, bench.actor).planners)
    return bench.render(
        "planner/bulk.html",
        rows=rows,
        deed=DEEDS[order.deed],
        typed=typed,
        to_name=names.get(order.to, ""),
        day=order.day,
        capacity=capacities_of(bench.session, [order.day])[0] if order.day else None,
        going=sum(1 for each in outcomes if each.refusal is None),
        is_done=is_done,
    )
