"""The SIM desk: stock, and what waits of cards and parcels over all cases. What it does are the case's own use cases."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import File, Form, UploadFile
from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import Bench, BenchDep
from delivery.sim_dispatch.domain.desk import LISTS, PARCELS_IN, DeskFilter, DeskList, read_desk_filter
from delivery.sim_dispatch.domain.words import SIM_STATES
from delivery.sim_dispatch.queries import desk_page, desk_top
from delivery.sim_dispatch.usecases.follow_parcel import lose_parcel, return_parcel
from delivery.sim_dispatch.usecases.set_stock_level import set_stock_level
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from delivery.workspace.queries import search
from delivery.workspace.usecases.refresh_standings import refresh_standings
from infra.routing import Router
from infra.transitions import Cause
from kernel.errors import NOT_FOUND, DomainError

router = Router(prefix="/sims")
Word = Annotated[str, Form(max_length=200)]
Words = Annotated[str, Form(max_length=4000)]
_DESK: Final = "/planner/sims"


@router.get("")
def desk(bench: BenchDep) -> Response:
    """The stock, and one list of what waits; narrowed by case, company, number or card; a page at a time."""
    return show(bench)


def show(bench: Bench, refusal: DomainError | None = None, status: int = 200, **typed: Any) -> Response:
    """The desk as the address asks for it; `typed` is what a refused form said."""
    refresh_standings(bench.session, bench.now)
    wanted = read_desk_filter(dict(bench.request.query_params))
    ids = list(search(bench.session, wanted.q)) if wanted.q else None
    after = bench.request.query_params.get("after", "").replace("\x00", "")
    return bench.render(
        "planner/sim_desk.html",
        refusal,
        status,
        top=desk_top(bench.session),
        page=desk_page(bench.session, wanted, ids=ids, after=after, now=bench.now),
        wanted=wanted,
        query=wanted.query(),
        lists=LISTS,
        parcels_in=PARCELS_IN,
        states=SIM_STATES,
        is_first=not after,
        typed=typed,
    )


def _back(wanted: DeskFilter) -> str:
    return f"{_DESK}?{urlencode(wanted.query())}"


def _act(bench: Bench, do: Any, reason: str = "", what: DeskList | None = None, **typed: Any) -> Response:
    """Do it and show the list it was done in, or the one it leads to; what was refused keeps what was typed."""
    wanted = read_desk_filter(dict(bench.request.query_params))
    return bench.act(
        _back(DeskFilter(what) if what else wanted),
        do,
        lambda refusal, status: show(bench, refusal, status, **typed, reason=reason),
        reason,
    )


@router.post("/stock", dependencies=[CSRF])
def stock(bench: BenchDep, file: Annotated[UploadFile | str, File()] = "") -> Response:
    """Take cards into stock from their maker's file."""
    content = "" if isinstance(file, str) else file.file.read().decode("utf-8-sig", errors="replace")
    return _act(bench, lambda cause: stock_sims(bench.session, bench.actor, content, cause=cause))


@router.post("/levels", dependencies=[CSRF])
def level(bench: BenchDep, kind: Word = "", at_least: Word = "", reason: Words = "") -> Response:
    """Say below how many cards of a kind the stock is low."""
    return _act(
        bench,
        lambda cause: set_stock_level(bench.session, bench.actor, kind, at_least, cause=cause),
        reason,
        kind=kind,
        at_least=at_least,
    )


@router.post("/pack/{case_id}", dependencies=[CSRF])
def pack(bench: BenchDep, case_id: UUID) -> Response:
    """Pack what waits in a case, and show its parcels with their papers."""
    return _act(
        bench,
        lambda cause: pack_parcels(bench.session, bench.actor, case_id, cause=cause),
        what=DeskList.SEND,
        case=str(case_id),
    )


@router.post("/parcels/{parcel_id}/{deed}", dependencies=[CSRF])
def parcel(bench: BenchDep, parcel_id: UUID, deed: str, tracking: Word = "", reason: Words = "") -> Response:
    """A parcel goes, comes, comes back or is lost."""
    return _act(
        bench,
        lambda cause: _deed(bench, parcel_id, deed, tracking, cause),
        reason,
        parcel=str(parcel_id),
        deed=deed,
        tracking=tracking,
    )


def _deed(bench: Bench, parcel_id: UUID, deed: str, tracking: str, cause: Cause) -> Any:
    """Raises what the use case raises, and `NOT_FOUND` for no deed of ours."""
    given = (bench.session, bench.actor, parcel_id)
    match deed:
        case "dispatch":
            return dispatch_parcel(*given, tracking=tracking, cause=cause)
        case "received":
            return confirm_parcel_received(*given, cause=cause)
        case "returned":
            return return_parcel(*given, cause=cause)
        case "lost":
            return lose_parcel(*given, cause=cause)
        case _:
            raise NOT_FOUND.error()
