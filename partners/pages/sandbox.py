"""The sandbox for people: its clock, what happened, what the numbers mean, how it is emptied (PA-03)."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Final, Literal

from fastapi import Form
from starlette.responses import Response

from accounts.access import CSRF
from infra.routing import Router
from partners import queries
from partners.domain.errors import SANDBOX_MISSING
from partners.pages.desk import DeskDep, see_other
from partners.usecases.open_sandbox import open_sandbox, reset_from_outside
from partners.usecases.work_sandbox import advance_sandbox
from portingsvc.domain.scripted_donors import SCRIPTS

router = Router(prefix="/sandbox", dependencies=[CSRF])
_HERE: Final = "/partner/sandbox"
_WAIT_SECONDS: Final = 8.0
_SHOWN: Final = 20
Unit = Literal["minutes", "hours", "days"]


def _page(desk: DeskDep, status: int = 200, **context: Any) -> Response:
    state = queries.sandbox_state(desk.partner_id)
    news = queries.sandbox_news(desk.actor, desk.partner_id, _SHOWN) if state else []
    given = {"typed": {"amount": 1, "unit": "days"}, **context}
    return desk.show("sandbox", status, state=state, news=news, scripts=SCRIPTS, **given)


@router.get("")
def show(desk: DeskDep) -> Response:
    """Where the sandbox stands."""
    return _page(desk)


@router.post("/open")
def open_(desk: DeskDep) -> Response:
    """Make it, when it is not there yet."""
    open_sandbox(desk.session, desk.partner_id, desk.machine_now)
    return see_other(_HERE)


@router.post("/clock")
def advance(
    desk: DeskDep,
    amount: Annotated[int, Form(ge=0, le=100_000)] = 0,
    unit: Annotated[Unit, Form()] = "days",
) -> Response:
    """Move the clock on; after some seconds the page says where it is."""

    def do() -> Response:
        state = queries.sandbox_state(desk.partner_id)
        if state is None:
            raise SANDBOX_MISSING.error()
        goal = state.now + timedelta(**{unit: amount})
        advance_sandbox(desk.partner_id, goal, seconds=_WAIT_SECONDS)
        return see_other(_HERE)

    typed = {"amount": amount, "unit": unit}
    return desk.act(
        do,
        lambda errors, status: _page(
            desk, status, errors=[("amount", words) for _, words in errors], typed=typed
        ),
    )


@router.post("/reset")
def reset(desk: DeskDep) -> Response:
    """Empty it."""

    def do() -> Response:
        if queries.sandbox_state(desk.partner_id) is None:
            raise SANDBOX_MISSING.error()
        reset_from_outside(desk.partner_id)
        return see_other(_HERE)

    return desk.act(do, lambda errors, status: _page(desk, status, errors=errors))
