"""The SIM desk: stock and what waits of cards and parcels over all cases, on one page (SM-01 to SM-03)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import text

from delivery.domain.states import CaseState, ParcelState, SimState
from delivery.models import DeliveryCase, Parcel
from delivery.sim_dispatch.domain.desk import DeskFilter, DeskList, read_desk_filter
from delivery.sim_dispatch.queries import desk_page, desk_top
from delivery.sim_dispatch.queries.desk_rows import DeskPage
from delivery.sim_dispatch.usecases.follow_parcel import lose_parcel
from delivery.sim_dispatch.usecases.print_papers import print_inserts
from delivery.sim_dispatch.usecases.replace_card import report_lost
from delivery.sim_dispatch.usecases.set_stock_level import set_stock_level
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import dispatch_parcel
from delivery.usecases.stock_sims import stock_sims
from delivery.workspace.usecases.refresh_standings import refresh_standings
from infra.clock import current
from infra.db import unit_of_work
from kernel.identities import check_iccid
from portingsvc.domain.states import NumberState

from ..conftest import MONDAY
from .conftest import CSRF, USERS, Delivery, Porting, refusal, sign_in, stock_file
from .test_sim_dispatch import cards, confirmed, stored  # noqa: F401  (a fixture)

HALF = USERS // 2
DESK = "/planner/sims"


def look(what: DeskList, after: str = "", ids: list | None = None, limit: int = 50, **more: str) -> DeskPage:
    with unit_of_work() as session:
        wanted = read_desk_filter({"what": what.value, **more})
        return desk_page(session, wanted, ids=ids, after=after, now=current(session), limit=limit)


def top():
    with unit_of_work() as session:
        refresh_standings(session, current(session))
        return desk_top(session)


@pytest.fixture
def page(confirmed: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:  # noqa: F811
    return sign_in(make_client(), confirmed.planner.person_id)


def send(page: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return page.post(f"{DESK}/{path}", data={"csrf": CSRF, **fields})


def test_the_stock_is_counted_by_kind_and_state_and_told_low(confirmed: Delivery) -> None:  # noqa: F811
    sims, profiles = top().stock
    free = len(cards_in_stock("SIM"))
    assert (sims.free, sims.counts[SimState.RESERVED], sims.coming) == (free, HALF, 0)
    assert profiles.counts[SimState.RECEIVED] == len(cards(confirmed, kind="eSIM")) > 0
    assert sims.is_low == (free < 50)
    confirmed.do(confirmed.planner, set_stock_level, "SIM", str(free), reason="så många räcker en vecka")
    assert not top().stock[0].is_low
    confirmed.do(confirmed.planner, set_stock_level, "SIM", str(free + 1))
    assert top().stock[0].is_low
    assert not top().stock[0].is_short
    _from_list_to_list(confirmed)


def cards_in_stock(kind: str) -> list:
    return list(look(DeskList.CARDS, kind=kind, state="in_stock", limit=500).rows)


@pytest.mark.parametrize("typed", ["", "-1", "många", "100001", "²"])
def test_a_level_that_is_none_is_refused_at_its_field(confirmed: Delivery, typed: str) -> None:  # noqa: F811
    wrong = refusal(lambda: confirmed.do(confirmed.planner, set_stock_level, "SIM", typed))
    assert (wrong.code, wrong.field) == ("STOCK_LEVEL_WRONG", "at_least")
    assert refusal(lambda: confirmed.do(confirmed.customer, set_stock_level, "SIM", "5")).code == "NOT_YOURS"


def test_what_is_wanted_and_not_in_stock_is_short_and_a_lost_card_waits(
    delivery: Delivery, porting: Porting
) -> None:
    delivery.open()
    delivery.do(delivery.planner, stock_sims_of, 2)
    delivery.finish_preparations()
    before = top().stock[0]
    assert (before.free, before.coming, before.is_short) == (2, HALF, True)
    assert top().waiting[DeskList.SHORT] == 0, "nobody's number is confirmed yet"
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    now = top()
    assert now.stock[0].coming == HALF - 2
    profiles = now.stock[1].coming
    assert profiles > 0, "no eSIM was in stock at all"
    assert now.waiting[DeskList.SHORT] == HALF - 2 + profiles
    (row,) = look(DeskList.SHORT).rows
    assert (row.of.case_id, row.cards, row.profiles) == (delivery.case_id, HALF - 2, profiles)
    assert look(DeskList.SHORT, kind="eSIM").rows == (row,)
    (parcel,) = delivery.plan(pack_parcels)
    delivery.do(delivery.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    card = cards(delivery, SimState.SHIPPED)[0]
    delivery.plan(report_lost, card.id, reason="tappat på tåget")
    assert top().waiting[DeskList.LOST] == 1
    (lost,) = look(DeskList.LOST).rows
    assert (lost.iccid, lost.is_replaced) == (card.iccid, False), "there is no other to give"


def stock_sims_of(session, actor, count: int, *, cause) -> int:
    return stock_sims(session, actor, stock_file(count), cause=cause)


def _from_list_to_list(confirmed: Delivery) -> None:  # noqa: F811
    (row,) = look(DeskList.PACK).rows
    assert (row.of.case_id, row.cards) == (confirmed.case_id, HALF)
    (parcel,) = confirmed.plan(pack_parcels)
    assert look(DeskList.PACK).rows == ()
    (packed,) = look(DeskList.SEND).rows
    assert (packed.id, packed.cards) == (parcel.id, HALF)
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    (sent,) = look(DeskList.ON_WAY).rows
    assert (sent.tracking, sent.is_quiet) == ("EX1SE", False)
    confirmed.go_to(MONDAY + timedelta(days=6))
    (quiet,) = look(DeskList.ON_WAY).rows
    assert quiet.is_quiet
    confirmed.do(confirmed.planner, lose_parcel, parcel.id, reason="ej återfunnet")
    gone = look(DeskList.LOST).rows
    assert [each.is_replaced for each in gone] == [True] * HALF, "the stock had enough"
    assert top().waiting[DeskList.LOST] == 0
    assert (top().waiting[DeskList.PACK], top().waiting[DeskList.ON_WAY]) == (HALF, 0)


def test_each_page_begins_where_the_last_one_ended(confirmed: Delivery) -> None:  # noqa: F811
    seen, after = [], ""
    while True:
        page = look(DeskList.CARDS, after, limit=7)
        seen += [row.iccid for row in page.rows]
        after = page.after
        if not after:
            break
    assert seen == sorted(set(seen)) == [row.iccid for row in look(DeskList.CARDS, limit=500).rows]
    assert len(seen) > 14
    other = Delivery(confirmed.partner, confirmed.planner, confirmed.leads)
    other.open(customer_name="Livebolaget AB", org_number="559999-9017", contact_email="l@exempel.se")
    with unit_of_work() as session:
        for sort, case in ((1, other.case_id), (2, confirmed.case_id)):
            add_parcel(session, case, f"PK-X{sort}")
    first = look(DeskList.SEND, limit=1)
    second = look(DeskList.SEND, first.after, limit=1)
    assert [row.reference for row in (*first.rows, *second.rows)] == ["PK-X1", "PK-X2"]
    assert (bool(first.after), second.after) == (True, "")
    assert look(DeskList.SEND, ids=[other.case_id]).rows == first.rows
    for odd in ("nonsense", "2027-01-01_x"):
        assert look(DeskList.SEND, odd, limit=1).rows == first.rows
    _every_time_that_codes_were_shown(confirmed)


def add_parcel(session, case_id, reference: str) -> None:
    case = session.get_one(DeliveryCase, case_id)
    address = {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"}
    session.add(
        Parcel(
            reference=reference,
            case_id=case_id,
            customer_id=case.customer_id,
            address=address,
            created_at=MONDAY,
        )
    )
    session.flush()


def _every_time_that_codes_were_shown(confirmed: Delivery) -> None:  # noqa: F811
    (parcel,) = confirmed.plan(pack_parcels)
    confirmed.do(confirmed.planner, print_inserts, confirmed.case_id, parcel.id, language="sv")
    confirmed.do(confirmed.planner, print_inserts, confirmed.case_id, parcel.id, language="sv")
    first = look(DeskList.REVEALS, limit=HALF)
    rest = look(DeskList.REVEALS, first.after, limit=HALF)
    inside = {card.iccid for card in cards(confirmed, SimState.PACKED)}
    assert {row.iccid for row in first.rows} == {row.iccid for row in rest.rows} == inside
    assert {row.by for row in first.rows} == {confirmed.planner.name}
    assert {row.reason for row in rest.rows} == {parcel.reference}
    one = min(inside)
    assert {row.iccid for row in look(DeskList.REVEALS, iccid=one).rows} == {one}


def test_an_address_narrows_and_nonsense_narrows_nothing() -> None:
    asked = {"what": "cards", "q": " Exempel\x00  AB ", "iccid": "8946-20 x", "kind": "SIM", "state": "lost"}
    wanted = read_desk_filter(asked)
    assert wanted == DeskFilter(DeskList.CARDS, "Exempel AB", "894620", "SIM", SimState.LOST)
    assert read_desk_filter(wanted.query()) == wanted
    assert read_desk_filter({"what": "x", "kind": "x", "state": "x"}) == DeskFilter()


def test_the_page_shows_packs_and_sends_over_all_cases(confirmed: Delivery, page: httpx.Client) -> None:  # noqa: F811
    whole = page.get(DESK).text
    assert "Exempelverken AB" in whole
    assert f"{HALF} kort att packa" in whole
    assert "Exempelverken AB" not in page.get(DESK, params={"q": "Ett annat bolag"}).text
    card = cards(confirmed, SimState.RESERVED)[0]
    assert "Exempelverken AB" in page.get(DESK, params={"iccid": card.iccid}).text
    assert "Exempelverken AB" in page.get(DESK, params={"q": card.number}).text
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET sim_address = agreement_address"))
        session.execute(text("""UPDATE delivery_case SET sim_address = sim_address || '{"postcode": ""}'"""))
    refused = send(page, f"pack/{confirmed.case_id}")
    assert refused.status_code == 422
    assert f'href="/planner/cases/{confirmed.case_id}/sims"' in refused.text
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET sim_address = '{}'"))
    packed = send(page, f"pack/{confirmed.case_id}")
    assert (packed.status_code, packed.headers["location"]) == (303, f"{DESK}?what=send")
    parcel = look(DeskList.SEND).rows[0]
    papers = page.get(packed.headers["location"]).text
    for link in re.findall(rf'href="(/planner/cases/[^"]*/parcels/{parcel.id}/[^"]*)"', papers):
        assert page.get(link).headers["content-type"] == "application/pdf"
    assert "inserts" in papers
    assert send(page, f"parcels/{parcel.id}/dispatch?what=send", tracking="EX9SE").status_code == 303
    refused = send(page, f"parcels/{parcel.id}/lost?what=on_way")
    assert refused.status_code == 422
    assert f'id="l-{parcel.id}-error"' in refused.text
    assert send(page, f"parcels/{parcel.id}/received?what=on_way").status_code == 303
    assert stored(parcel.id).state is ParcelState.DELIVERED
    assert send(page, f"parcels/{parcel.id}/eaten").status_code == 404
    late = send(page, f"parcels/{parcel.id}/returned?what=on_way")
    assert late.status_code == 409, "it has been received"


def test_a_refused_file_is_told_at_its_field_and_a_right_one_fills_the_stock(
    opened: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    opened.do(opened.planner, stock_sims_of, 1)
    page = sign_in(make_client(), opened.planner.person_id)
    before = top().stock[0].free
    again = page.post(
        f"{DESK}/stock", data={"csrf": CSRF}, files={"file": ("kort.csv", stock_file(1).encode())}
    )
    assert again.status_code == 422
    assert 'id="file-error"' in again.text
    assert "finns redan" in again.text
    assert page.post(f"{DESK}/stock", data={"csrf": CSRF}).status_code == 422
    fresh = "iccid;kind;pin;puk;activation\n8946200999999999999;SIM;1;2;\n"
    iccid = next(i for i in (f"894620099999999999{d}" for d in range(10)) if check_iccid(i) is None)
    fresh = fresh.replace("8946200999999999999", iccid)
    taken = page.post(f"{DESK}/stock", data={"csrf": CSRF}, files={"file": ("kort.csv", fresh.encode())})
    assert taken.status_code == 303
    assert top().stock[0].free == before + 1
    sims = f"/planner/cases/{opened.case_id}/sims"
    typed = {"csrf": CSRF, "street": "Nya gatan 2", "postcode": "", "town": "Umeå"}
    unsent = page.post(f"{sims}/address", data=typed)
    assert unsent.status_code == 422
    assert 'value="Nya gatan 2"' in unsent.text, "what was typed still stands"
    assert 'id="postcode-error"' in unsent.text
    ungiven = page.post(f"{sims}/assign", data={"csrf": CSRF, "iccid": "8946", "number": "070-1"})
    assert 'value="8946"' in ungiven.text
    wrong = send(page, "levels", kind="SIM", at_least="många", reason="för att")
    assert wrong.status_code == 422
    assert 'value="många"' in wrong.text
    assert 'value="för att"' in wrong.text
    assert send(page, "levels", kind="SIM", at_least="7").status_code == 303
    assert top().stock[0].level == 7
