"""The list of cases by what needs doing."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Form, Request
from starlette.responses import RedirectResponse, Response

from accounts.access import CSRF, PlannerDep, cause_of
from accounts.bench import Bench, BenchDep
from accounts.domain.roles import IN_DELIVERIES, ROLES
from delivery.domain.options import OPTIONS
from delivery.domain.phases import PHASE_TITLES
from delivery.queries.export import case_list_workbook
from delivery.usecases.open_case import NewCase, open_case
from delivery.workspace.domain.filters import read_filter
from delivery.workspace.domain.words import FOUND_BY, NUMBER_TITLES
from delivery.workspace.queries import Hit, around, case_page, dashboard, search
from delivery.workspace.usecases.refresh_standings import AT_A_LOOK, refresh_standings
from delivery.workspace.usecases.save_filter import remove_filter, save_filter
from infra.clock import NowDep
from infra.db import SessionDep
from infra.http_errors import STATUS
from infra.routing import Router
from infra.templating import language_of, render
from kernel.errors import DomainError

router = Router()
Word = Annotated[str, Form(max_length=200)]
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("")
def workspace(bench: BenchDep) -> Response:
    """Every case with its one next action; narrowed by a filter or a search; a page at a time."""
    return show(bench)


def show(bench: Bench, refusal: DomainError | None = None, status: int = 200, **more: Any) -> Response:
    """The list as the address asks for it."""
    session, now = bench.session, bench.now
    worked_out = refresh_standings(session, now)
    wanted = read_filter(dict(bench.request.query_params))
    hits = search(session, wanted.q) if wanted.q else None
    page = case_page(session, bench.actor, wanted, now=now, ids=_ids(hits), after=_after(bench.request))
    return bench.render(
        "planner/queues.html",
        refusal,
        status,
        page=page,
        top=dashboard(session, now),
        beside=around(session, bench.actor),
        wanted=wanted,
        query=wanted.query(),
        phases=PHASE_TITLES,
        roles=[row for row in ROLES.values() if row.side in IN_DELIVERIES],
        number_titles=NUMBER_TITLES,
        is_behind=worked_out == AT_A_LOOK,
        is_narrow=bool(wanted.query().keys() - {"queue", "at_risk", "q"}),
        hits=hits or {},
        found_by=FOUND_BY,
        chosen=more.pop("typed_chosen", []),
        bulk=more.pop("typed_bulk", {}),
        typed_name=more.pop("typed_name", ""),
        is_first="after" not in bench.request.query_params,
        next_page=f"{page.after[0]}_{page.after[1]}" if page.after else "",
        **more,
    )


def _ids(hits: dict[UUID, list[Hit]] | None) -> list[UUID] | None:
    return None if hits is None else list(hits)


def _after(request: Request) -> tuple[date, UUID] | None:
    """Where a page begins; what no link of ours says begins at the top."""
    day, _, case_id = request.query_params.get("after", "").partition("_")
    try:
        return date.fromisoformat(day), UUID(case_id)
    except ValueError:
        return None


@router.get("/cases.xlsx")
def export(bench: BenchDep) -> Response:
    """All that the same filter lets through, as a workbook."""
    refresh_standings(bench.session, bench.now)
    wanted = read_filter(dict(bench.request.query_params))
    hits = search(bench.session, wanted.q) if wanted.q else None
    found = case_page(bench.session, bench.actor, wanted, now=bench.now, ids=_ids(hits), limit=None)
    content = case_list_workbook(found.lines, language_of(bench.request))
    headers = {"Content-Disposition": 'attachment; filename="cases.xlsx"', "Cache-Control": "no-store"}
    return Response(content, media_type=_WORKBOOK, headers=headers)


@router.post("/filters", dependencies=[CSRF])
def keep_filter(bench: BenchDep, name: Word = "", shared: Word = "") -> Response:
    """Save the filter of the address under a name."""
    wanted = read_filter(dict(bench.request.query_params))
    return bench.act(
        f"/planner?{urlencode(wanted.query())}",
        lambda _: save_filter(bench.session, bench.actor, name, wanted, is_shared=shared == "yes"),
        lambda refusal, status: show(bench, refusal, status, typed_name=name),
    )


@router.post("/filters/{filter_id}/remove", dependencies=[CSRF])
def drop_filter(bench: BenchDep, filter_id: UUID) -> Response:
    """Remove one's own."""
    return bench.act(
        "/planner",
        lambda _: remove_filter(bench.session, bench.actor, filter_id),
        lambda refusal, status: show(bench, refusal, status),
    )


@router.get("/cases/new")
def blank(request: Request, actor: PlannerDep) -> Response:
    """A form to open a case by hand."""
    del actor
    return render(request, "planner/new.html", options=OPTIONS, typed={}, errors=[])


@router.post("/cases/new", dependencies=[CSRF])
def open_by_hand(
    request: Request,
    session: SessionDep,
    actor: PlannerDep,
    now: NowDep,
    company: Annotated[str, Form()] = "",
    org_number: Annotated[str, Form()] = "",
    contact_name: Annotated[str, Form()] = "",
    contact_email: Annotated[str, Form()] = "",
    go_live_on: Annotated[str, Form()] = "",
    street: Annotated[str, Form()] = "",
    postcode: Annotated[str, Form()] = "",
    town: Annotated[str, Form()] = "",
    options: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """Open it, or show what is wrong with what was typed still there."""
    typed = {
        "company": company,
        "org_number": org_number,
        "contact_name": contact_name,
        "contact_email": contact_email,
        "go_live_on": go_live_on,
        "street": street,
        "postcode": postcode,
        "town": town,
    }
    try:
        day = date.fromisoformat(go_live_on)
    except ValueError:
        errors = [("go_live_on", "planner.new_no_day")]
        return render(request, "planner/new.html", 422, options=OPTIONS, typed=typed, errors=errors)
    order = NewCase(
        customer_name=company,
        org_number=org_number,
        contact_name=contact_name,
        contact_email=contact_email,
        go_live_on=day,
        agreement_address={"street": street, "postcode": postcode, "town": town},
        options=tuple(options or ()),
    )
    try:
        case = open_case(session, actor, order, cause=cause_of(actor, now))
    except DomainError as refusal:
        errors = [(refusal.field or "", refusal.detail(language_of(request)))]
        status = STATUS[refusal.spec.kind]
        session.rollback()
        return render(request, "planner/new.html", status, options=OPTIONS, typed=typed, errors=errors)
    return RedirectResponse(f"/planner/cases/{case.id}", status_code=303)
