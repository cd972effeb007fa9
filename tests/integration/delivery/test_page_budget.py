"""Every page of a planner asks the database at most twelve times, signing in included, fresh news or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
from fastapi.routing import iter_route_contexts
from sqlalchemy import text

from delivery.domain.states import CaseState
from infra.db import unit_of_work
from portingsvc.domain.states import NumberState

from .conftest import Delivery, Porting, sign_in
from .test_lists import statements

MOST = 12


def planner_pages(app: Any) -> list[str]:
    """Every address under /planner that is read, whatever context it is of."""
    contexts = [each for each in iter_route_contexts(app.routes) if each.methods and each.path]
    return sorted(
        {each.path for each in contexts if "GET" in each.methods and each.path.startswith("/planner")}
    )


def test_every_planner_page_keeps_its_budget(
    delivery: Delivery, porting: Porting, make_client: Callable[[], httpx.Client]
) -> None:
    from delivery.pages.desk import TABS
    from entrypoints.web import make

    delivery.open(customer_name="En annan AB", org_number="559999-9017")
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    assert delivery.planner.person_id
    page = sign_in(make_client(), delivery.planner.person_id)
    with unit_of_work() as session:
        ask = session.execute
        order = ask(text("SELECT id FROM porting_order LIMIT 1")).scalar_one()
        customer = ask(
            text("SELECT customer_id FROM delivery_case WHERE id = :i"), {"i": delivery.case_id}
        ).scalar_one()
    ids = {"case_id": delivery.case_id, "order_id": order, "customer_id": customer, "section": "company"}
    spent: dict[str, int] = {}
    for path in planner_pages(make()):
        for tab in TABS if "{tab}" in path else ("",):
            try:
                address = path.format(tab=tab, **ids)
            except KeyError:
                continue  # papers of parcels, invoices and the like: files, not pages
            if path.endswith("/stream"):
                continue  # never ends, and is no page
            for news in (True, False):
                if news:
                    with unit_of_work() as session:
                        session.execute(text("UPDATE delivery_case SET size = size"))
                        session.execute(
                            text("UPDATE web_session SET seen_at = seen_at - interval '5 minutes'")
                        )
                with statements() as sent, page.stream("GET", address.rstrip("/")) as answer:
                    kind = answer.headers["content-type"]
                    if not kind.startswith("text/event-stream"):
                        answer.read()
                assert answer.status_code in (200, 303, 404), address
                if answer.status_code == 200 and kind.startswith("text/html"):
                    spent[f"{address}{' (news)' if news else ''}"] = len(sent)
    assert len(spent) > 30
    over = {path: count for path, count in spent.items() if count > MOST}
    assert over == {}


def test_a_page_of_a_large_case_asks_no_more_often(delivery: Delivery, make_client: Any) -> None:
    delivery.open()
    assert delivery.planner.person_id
    page = sign_in(make_client(), delivery.planner.person_id)
    counts = []
    for _ in range(2):
        with statements() as sent:
            assert page.get(f"/planner/cases/{delivery.case_id}").status_code == 200
        counts.append(len(sent))
        if len(counts) == 1:
            delivery.finish_preparations()
            delivery.begin(CaseState.GENOMFORANDE)
    assert counts[0] == counts[1] <= MOST
