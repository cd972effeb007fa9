"""What porting may cost: a customer's limit for a day, and the price of a further attempt (NP-03)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from accounts.bench import Bench, BenchDep
from delivery import repository
from delivery.pages.desk import Desk, DeskDep
from infra.routing import Router
from kernel.errors import INVALID_INPUT, DomainError
from kernel.money import ore_of
from portingsvc.domain.errors import AMOUNT_WRONG
from portingsvc.queries import all_prices
from portingsvc.usecases.keep_budget import budget_of, set_budget, spent_today
from portingsvc.usecases.set_price import set_price

router = Router(dependencies=[CSRF])
of_case = Router(prefix="/cases/{case_id}", dependencies=[CSRF])
Words = Annotated[str, Form(max_length=4000)]
_BUDGET: Final = "budget"
_PRICES: Final = "/planner/porting-prices"
_LARGEST_ORE: Final = 100_000_000


def _ore(written: str, field: str) -> int:
    ore = ore_of(written)
    if ore is None or not 0 <= ore <= _LARGEST_ORE:
        raise AMOUNT_WRONG.error(field, value=written)
    return ore


def _budget(desk: Desk, refusal: DomainError | None = None, status: int = 200, typed: str = "") -> Response:
    customer = repository.case(desk.session, desk.actor, desk.case_id).customer_id
    return desk.show_below(
        "planner/budget.html",
        refusal,
        status,
        spent=spent_today(desk.session, customer, desk.now),
        limit=budget_of(desk.session, customer),
        typed=typed,
    )


@of_case.get("/budget")
def budget(desk: DeskDep) -> Response:
    """What the customer's attempts have cost today, and how much they may."""
    return _budget(desk)


@of_case.post("/budget")
def limit(desk: DeskDep, per_day: Words = "", reason: Words = "") -> Response:
    """Give the customer a limit of its own."""
    customer = repository.case(desk.session, desk.actor, desk.case_id).customer_id
    return desk.act(
        _BUDGET,
        lambda cause: set_budget(desk.session, customer, _ore(per_day, "per_day"), cause),
        reason,
        lambda refusal, status: _budget(desk, refusal, status, per_day),
    )


def _show(bench: Bench, refusal: DomainError | None = None, status: int = 200, typed: str = "") -> Response:
    return bench.render(
        "planner/porting_prices.html", refusal, status, rows=all_prices(bench.session), typed=typed
    )


@router.get("/porting-prices")
def prices(bench: BenchDep) -> Response:
    """Every price, past and coming."""
    return _show(bench)


@router.post("/porting-prices")
def price(bench: BenchDep, amount: Words = "", valid_from: Words = "") -> Response:
    """A price of a further attempt from a day on."""
    return bench.act(
        _PRICES,
        lambda cause: set_price(bench.session, _ore(amount, "amount"), _day(valid_from), cause),
        lambda refusal, status: _show(bench, refusal, status, amount),
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as wrong:
        raise INVALID_INPUT.error("valid_from") from wrong


router.include_router(of_case)
