"""A case, tab by tab."""

from __future__ import annotations

from starlette.responses import Response

from delivery.pages.desk import OVERVIEW, TABS, DeskDep
from infra.routing import Router
from kernel.errors import NOT_FOUND

router = Router(prefix="/cases/{case_id}")


@router.get("")
def overview(desk: DeskDep) -> Response:
    """Next action, phases and gates, people, timeline."""
    return desk.show(OVERVIEW)


@router.get("/{tab}")
def tab_page(desk: DeskDep, tab: str) -> Response:
    """Numbers, SIMs, the go-live day, the customer's data."""
    if tab not in TABS:
        raise NOT_FOUND.error()
    return desk.show(tab)
