"""The planner's lists: found by what people remember, narrowed, counted, true to the facts at every look."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date, timedelta

import httpx
import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from delivery import queries
from delivery.domain.queues import Queue
from delivery.domain.states import CaseState
from delivery.queries.lines import CaseLine
from delivery.usecases.change_go_live import change_go_live
from delivery.workspace.domain.filters import Filter, read_filter
from delivery.workspace.queries import FoundBy, case_page, dashboard, search
from delivery.workspace.usecases.refresh_standings import refresh_standings
from delivery.workspace.usecases.watch_standings import watch_standings
from infra.clock import current
from infra.db import unit_of_work
from portingsvc.usecases.fold_tallies import fold_tallies

from .conftest import CSRF, Delivery, sign_in
from .test_lists import statements


@pytest.fixture
def three(delivery: Delivery) -> Delivery:
    delivery.open(customer_name="Bageriet Exempel AB", org_number="559999-9017", external_reference="B-7")
    delivery.open(customer_name="100 % Exempel AB", org_number="559999-9041", go_live_on=date(2027, 3, 9))
    delivery.open()
    return delivery


@pytest.fixture
def page(delivery: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    assert delivery.planner.person_id
    return sign_in(make_client(), delivery.planner.person_id)


def listed(delivery: Delivery, wanted: Filter | None = None, **how) -> list[CaseLine]:
    with unit_of_work() as session:
        now = current(session)
        refresh_standings(session, now)
        return case_page(session, delivery.planner, wanted or Filter(), now=now, **how).lines


def found(text_: str) -> dict:
    with unit_of_work() as session:
        return search(session, text_)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("bageri", 1),
        ("B-7", 1),
        ("559999-9017", 1),
        ("5599999017", 1),
        ("VX-", 3),
        ("100 %", 1),
        ("%", 1),
        ("_", 0),
        ("finns inte", 0),
        ("   ", 0),
    ],
)
def test_a_case_is_found_by_what_people_remember(three: Delivery, asked: str, count: int) -> None:
    assert len(found(asked)) == count


def test_a_case_is_found_by_numbers_and_cards_in_any_writing(three: Delivery) -> None:
    three.stock()
    three.finish_preparations()
    for writing in ("070-174 06 05", "+46701740605", "0046701740605", "0701740605"):
        assert {hit.by for hit in found(writing)[three.case_id]} == {FoundBy.LISTED}, writing
    three.begin(CaseState.GENOMFORANDE)
    for writing in ("070-174 06 05", "+46701740605", "08-465 004"):
        assert FoundBy.NUMBER in {hit.by for hit in found(writing)[three.case_id]}, writing
    with unit_of_work() as session:
        iccid = session.execute(text("SELECT iccid FROM sim_card LIMIT 1")).scalar_one()
        session.execute(
            text("UPDATE sim_card SET case_id = :c WHERE iccid = :i"), {"c": three.case_id, "i": iccid}
        )
    for writing in (iccid, f"{iccid[:4]} {iccid[4:12]}"):
        assert [(hit.by, hit.what) for hit in found(writing)[three.case_id]] == [(FoundBy.CARD, iccid)]


def test_what_is_kept_is_what_the_facts_say(three: Delivery) -> None:
    """Every step of a delivery leaves a mark; what the list then shows is what working it out anew gives."""

    def compare() -> None:
        shown = {line.id: line for line in listed(three)}
        assert shown == {line.id: line for line in three.ask(queries.list_cases)}

    compare()
    three.upload()
    compare()
    three.sign()
    three.prepare()
    compare()
    three.plan(change_go_live, date(2027, 3, 16), reason="kunden önskar")
    compare()
    three.sign_mandates()
    compare()
    three.go_to(three.now() + timedelta(days=40))
    compare()


def test_one_look_works_out_what_changed_and_the_next_nothing(three: Delivery) -> None:
    listed(three)
    with statements() as sent:
        listed(three)
    assert len(sent) == 3, "the clock, a look for what changed, the page"
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET size = 7 WHERE id = :id"), {"id": three.case_id})
    assert next(line for line in listed(three) if line.id == three.case_id).size == 7


def test_the_watch_works_out_what_nobody_looked_at(three: Delivery) -> None:
    watch_standings()
    with unit_of_work() as session:
        assert session.execute(text("SELECT count(*) FROM case_standing")).scalar_one() == 3
        assert session.execute(text("SELECT count(*) FROM stale_case")).scalar_one() == 0
        assert refresh_standings(session, current(session)) == 0


def test_pages_follow_each_other_without_gap_or_repeat(three: Delivery) -> None:
    whole = [line.id for line in listed(three)]
    walked, after = [], None
    for _ in range(3):
        with unit_of_work() as session:
            step = case_page(session, three.planner, Filter(), now=current(session), after=after, limit=1)
        walked += [line.id for line in step.lines]
        after = step.after
    assert walked == whole
    assert after is None


def test_the_list_is_narrowed_and_counted(three: Delivery) -> None:
    assert len(listed(three, Filter(queue=Queue.WAITING_CUSTOMER))) == 3
    assert listed(three, Filter(queue=Queue.ATTENTION)) == []
    assert len(listed(three, read_filter({"whose": "mine"}))) == 3
    assert listed(three, read_filter({"whose": "nobody"})) == []
    assert len(listed(three, read_filter({"go_live_from": "2027-03-09"}))) == 1
    assert len(listed(three, read_filter({"phase": "förberedelser"}))) == 3
    assert listed(three, read_filter({"phase": "genomförande"})) == []
    assert len(listed(three, read_filter({"queue": "nonsense", "planner": "x", "go_live_to": "y"}))) == 3
    three.go_to(three.now() + timedelta(days=21))
    assert len(listed(three, Filter(at_risk=True))) == 3, "the data is late"
    with unit_of_work() as session:
        top = dashboard(session, current(session))
    counts = {line.queue: line.count for line in top.queues}
    assert sum(counts[q] for q in (Queue.ATTENTION, Queue.READY, Queue.WAITING_CUSTOMER)) == 3
    assert top.at_risk == 3
    three.go_to(three.now().replace(month=3, day=1))
    with unit_of_work() as session:
        refresh_standings(session, current(session))
        counts = {line.queue: line.count for line in dashboard(session, current(session)).queues}
    assert counts[Queue.GO_LIVE_TOMORROW] == 2
    assert len(listed(three, Filter(queue=Queue.GO_LIVE_TOMORROW))) == 2


def test_the_tally_is_what_counting_gives_whatever_writes(three: Delivery) -> None:
    three.finish_preparations()
    three.begin(CaseState.GENOMFORANDE)

    def equal() -> None:
        with unit_of_work() as session:
            counted = session.execute(text("SELECT state, count(*) FROM porting_number GROUP BY state"))
            assert dashboard(session, current(session)).numbers == dict(counted.all())

    equal()
    for change in (
        "UPDATE porting_number SET state = 'confirmed' WHERE e164 < '+4670174061'",
        "UPDATE porting_number SET state = 'pending' WHERE e164 = '+46701740605'",
        "DELETE FROM porting_number WHERE e164 = '+46701740606'",
    ):
        with unit_of_work() as session:
            session.execute(text(change))
        equal()
    with unit_of_work() as session:
        fold_tallies(session)
        rows = session.execute(text("SELECT count(*), count(DISTINCT state) FROM number_tally")).one()
        assert rows[0] == rows[1]
    equal()


# Whether PostgreSQL has counted a test's few rows is chance; of tables that it has not counted it expects some size.
_FORGET_STATISTICS = (
    "SELECT pg_clear_relation_stats('public', relname::text) FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    "SELECT pg_clear_attribute_stats('public', tablename::text, attname::text, inherited)"
    " FROM pg_stats WHERE schemaname = 'public'",
)
PLANS = {
    "070-174 06 05": ("ix_porting_number_begins", "ix_customer_user_mobile", "ix_customer_user_fixed"),
    "8946299999": ("ix_sim_card_iccid_begins",),
}


@pytest.mark.parametrize("asked", PLANS)
def test_a_search_walks_down_indexes(three: Delivery, asked: str) -> None:
    from delivery.workspace.domain.search_terms import read_terms
    from delivery.workspace.queries.search import statement

    with unit_of_work() as session:
        for forget in _FORGET_STATISTICS:
            session.execute(text(forget))
        session.execute(text("SET LOCAL enable_seqscan = off"))
        session.execute(text("SET LOCAL enable_bitmapscan = off"))
        compiled = statement(read_terms(asked)).compile(
            session.get_bind(), compile_kwargs={"literal_binds": True}
        )
        plan = "\n".join(row[0] for row in session.connection().exec_driver_sql(f"EXPLAIN {compiled}"))
    for index in PLANS[asked]:
        line = next(line for line in plan.splitlines() if index in line)
        assert "Index" in line
    assert plan.count("~>=~") >= len(PLANS[asked]), (
        "each is a range of its index, not a walk through all of it"
    )


def test_a_filter_is_saved_shown_shared_and_removed(three: Delivery, page: httpx.Client) -> None:
    here = "/planner?phase=f%C3%B6rberedelser&at_risk=yes"
    path = "/planner/filters?phase=f%C3%B6rberedelser&at_risk=yes"
    refused = page.post(path, data={"csrf": CSRF, "name": " "})
    assert refused.status_code == 422
    assert 'id="name-error"' in refused.text
    assert page.post("/planner/filters", data={"csrf": CSRF, "name": "Allt"}).status_code == 422
    saved = page.post(path, data={"csrf": CSRF, "name": "Sent ute", "shared": "yes"})
    assert saved.status_code == 303
    assert ">Sent ute" in page.get("/planner").text
    gone = re.search(r'action="(/planner/filters/[0-9a-f-]+/remove)"', page.get(here).text)
    assert gone
    assert page.post(gone[1], data={"csrf": CSRF}).status_code == 303
    assert ">Sent ute" not in page.get("/planner").text
    assert page.post(gone[1], data={"csrf": CSRF}).status_code == 404


def test_the_page_shows_what_was_found_and_the_workbook_follows_the_filter(
    three: Delivery, page: httpx.Client
) -> None:
    shown = page.get("/planner", params={"q": "bageri"}).text
    assert "Bageriet Exempel AB" in shown
    assert "100 % Exempel AB" not in shown
    sheet = load_workbook(io.BytesIO(page.get("/planner/cases.xlsx?go_live_from=2027-03-09").content)).active
    assert sheet is not None
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["100 % Exempel AB"]
    assert page.get("/planner?after=nonsense").status_code == 200
