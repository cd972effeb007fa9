"""SIM logistics: papers, carrier, loss and return, change and lock, eSIM by mail, the SIM-in-hand gate (SM-01 to SM-04)."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import text
from sqlmodel import select

from delivery import queries, repository
from delivery.domain.states import CaseState, ParcelState, SimState
from delivery.models import Parcel, SimCard
from delivery.sim_dispatch.gateways.carrier_http import HttpCarrier
from delivery.sim_dispatch.queries import gate_lines
from delivery.sim_dispatch.repository import scans
from delivery.sim_dispatch.usecases.follow_parcel import lose_parcel, return_parcel
from delivery.sim_dispatch.usecases.print_papers import print_inserts, print_labels, print_packing_list
from delivery.sim_dispatch.usecases.release_ports import release_ports, waive_sim
from delivery.sim_dispatch.usecases.replace_card import assign_card, change_sim, report_lost
from delivery.sim_dispatch.usecases.set_sim_address import set_sim_address
from delivery.sim_dispatch.usecases.track_parcels import track_parcels
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from infra.db import get_engine, unit_of_work
from infra.mail import MailFile, OutgoingMail, send_due
from infra.settings import get_settings
from kernel.numbers import format_national
from portingsvc.domain.states import NumberState
from simulators.carrier.process import CarrierProcess
from simulators.mailcatcher.process import MailcatcherProcess

from ..conftest import MONDAY
from .conftest import ADDRESS, USERS, Delivery, Porting, refusal

TOKEN = "an invented carrier token, long enough"


@pytest.fixture(scope="module")
def carrier_process() -> Iterator[CarrierProcess]:
    with CarrierProcess(token=TOKEN, clock="virtual") as process:
        yield process


@pytest.fixture
def carrier(carrier_process: CarrierProcess) -> Iterator[HttpCarrier]:
    carrier_process.reset()
    carrier_process.set_broken(broken=False)
    carrier_process.set_clock(MONDAY)
    client = HttpCarrier(carrier_process.base_url, TOKEN)
    yield client
    client.close()


@pytest.fixture
def confirmed(delivery: Delivery, porting: Porting) -> Delivery:
    """A case whose ports are booked: half its users have cards to be packed, half have profiles."""
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    return delivery


@pytest.fixture
def parcel(confirmed: Delivery) -> Parcel:
    (packed,) = confirmed.plan(pack_parcels)
    return packed


def cards(delivery: Delivery, *states: SimState, kind: str = "SIM") -> list[SimCard]:
    with unit_of_work() as session:
        found = session.exec(
            select(SimCard).where(SimCard.case_id == delivery.case_id, SimCard.kind == kind)
        ).all()
    return [card for card in found if not states or card.state in states]


def stored(parcel_id: UUID) -> Parcel:
    with unit_of_work() as session:
        return session.get_one(Parcel, parcel_id)


def words(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def ask(delivery: Delivery, printer, parcel: Parcel, **more):
    with unit_of_work() as session:
        return printer(session, delivery.planner, delivery.case_id, parcel.id, language="sv", **more)


def test_the_papers_tell_who_gets_which_envelope_and_no_code(confirmed: Delivery, parcel: Parcel) -> None:
    inside = cards(confirmed, SimState.PACKED)
    outside = words(ask(confirmed, print_packing_list, parcel)) + words(ask(confirmed, print_labels, parcel))
    assert outside.count(parcel.reference) >= len(inside) + 2
    assert ADDRESS["street"] in outside
    for card in inside:
        assert format_national(card.number) in outside
        assert card.iccid not in outside
    assert "4711" not in outside, "the PIN of every card in these tests"
    assert "12345678" not in outside, "and its PUK"


def test_the_inside_of_envelopes_tells_codes_and_leaves_a_line_each_time(
    confirmed: Delivery, parcel: Parcel
) -> None:
    pdf = confirmed.do(confirmed.planner, print_inserts, confirmed.case_id, parcel.id, language="sv")
    inside = cards(confirmed, SimState.PACKED)
    assert words(pdf).count("4711") == words(pdf).count("12345678") == len(inside)
    with unit_of_work() as session:
        lines = queries.timeline(session, confirmed.planner, confirmed.case_id, limit=200)
    assert sum(line.count for line in lines if line.event == "envelope") == len(inside)
    with unit_of_work() as session:
        refused = refusal(
            lambda: print_labels(session, confirmed.customer, confirmed.case_id, parcel.id, language="sv")
        )
    assert refused.code == "NOT_YOURS"


def test_a_parcel_is_booked_followed_and_received(
    confirmed: Delivery, parcel: Parcel, carrier: HttpCarrier, carrier_process: CarrierProcess
) -> None:
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="")
    assert track_parcels(carrier) == 1
    first = stored(parcel.id)
    assert (first.tracking[:3], first.carrier_said) == ("SIM", "booked")
    assert track_parcels(carrier) == 0, "not due again so soon"
    for hours, said in ((7, "in_transit"), (27, "delivered")):
        confirmed.go_to(MONDAY + timedelta(hours=hours))
        carrier_process.set_clock(MONDAY + timedelta(hours=hours))
        assert track_parcels(carrier) == 1
        assert stored(parcel.id).carrier_said == said
    assert stored(parcel.id).state is ParcelState.DELIVERED
    assert not cards(confirmed, SimState.SHIPPED)
    with unit_of_work() as session:
        assert [scan.code for scan in scans(session, [parcel.id])] == [
            "booked",
            "accepted",
            "in_transit",
            "out_for_delivery",
            "delivered",
        ]
    confirmed.go_to(MONDAY + timedelta(days=3))
    assert track_parcels(carrier) == 0, "what has come is not asked about"


def test_a_carrier_that_does_not_answer_changes_nothing_and_is_asked_again(
    confirmed: Delivery, parcel: Parcel, carrier: HttpCarrier, carrier_process: CarrierProcess
) -> None:
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="")
    carrier_process.set_broken(broken=True)
    assert track_parcels(carrier) == 0
    assert (stored(parcel.id).state, stored(parcel.id).tracking) == (ParcelState.DISPATCHED, "")
    carrier_process.set_broken(broken=False)
    confirmed.go_to(MONDAY + timedelta(minutes=16))
    assert track_parcels(carrier) == 1
    assert stored(parcel.id).tracking


def test_a_booking_is_the_same_however_often_it_is_asked_for(carrier: HttpCarrier) -> None:
    assert carrier.book("PK-1", ADDRESS) == carrier.book("PK-1", ADDRESS) != carrier.book("PK-2", ADDRESS)
    assert carrier.track("NOBODY") == []


def test_words_of_a_carrier_that_we_do_not_know_are_kept_and_change_nothing(
    confirmed: Delivery, parcel: Parcel, carrier: HttpCarrier, carrier_process: CarrierProcess
) -> None:
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="")
    track_parcels(carrier)
    carrier_process.say(stored(parcel.id).tracking, "stuck_in_customs")
    confirmed.go_to(MONDAY + timedelta(hours=3))
    track_parcels(carrier)
    assert (stored(parcel.id).state, stored(parcel.id).carrier_said) == (
        ParcelState.DISPATCHED,
        "stuck_in_customs",
    )


def test_a_parcel_that_comes_back_is_packed_again_to_the_right_address(
    confirmed: Delivery, parcel: Parcel, carrier: HttpCarrier, carrier_process: CarrierProcess
) -> None:
    sent = {card.id for card in cards(confirmed, SimState.PACKED)}
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="")
    track_parcels(carrier)
    carrier_process.say(stored(parcel.id).tracking, "returned")
    confirmed.go_to(MONDAY + timedelta(hours=3))
    track_parcels(carrier)
    assert stored(parcel.id).state is ParcelState.RETURNED
    assert {card.id for card in cards(confirmed, SimState.RESERVED)} == sent
    bad = refusal(lambda: confirmed.plan(set_sim_address, {**ADDRESS, "postcode": ""}))
    assert (bad.code, bad.field) == ("ADDRESS_INCOMPLETE", "postcode")
    confirmed.plan(set_sim_address, {**ADDRESS, "street": "Nya gatan 2"})
    (again,) = confirmed.plan(pack_parcels)
    assert again.address["street"] == "Nya gatan 2"
    assert {card.id for card in cards(confirmed, SimState.PACKED)} == sent


def test_a_parcel_that_is_lost_is_replaced_card_by_card(confirmed: Delivery, parcel: Parcel) -> None:
    gone = len(cards(confirmed, SimState.PACKED))
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    assert refusal(lambda: confirmed.do(confirmed.planner, lose_parcel, parcel.id)).code == "REASON_REQUIRED"
    confirmed.do(confirmed.planner, lose_parcel, parcel.id, reason="efterlyst, ej återfunnet")
    assert stored(parcel.id).state is ParcelState.LOST
    assert len(cards(confirmed, SimState.LOST)) == gone
    fresh = cards(confirmed, SimState.RESERVED)
    assert len(fresh) == gone, "the stock had enough"
    assert {c.number for c in fresh} == {c.number for c in cards(confirmed, SimState.LOST)}


def test_a_returned_parcel_that_somebody_says_by_hand(confirmed: Delivery, parcel: Parcel) -> None:
    assert refusal(lambda: confirmed.do(confirmed.customer, return_parcel, parcel.id)).code == "NOT_YOURS"
    assert (
        refusal(lambda: confirmed.do(confirmed.planner, return_parcel, parcel.id)).code
        == "ILLEGAL_TRANSITION"
    ), "it has not been sent"


def test_a_lost_card_is_replaced_also_while_its_number_is_being_ported(
    confirmed: Delivery, parcel: Parcel
) -> None:
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    confirmed.do(confirmed.customer, confirm_parcel_received, parcel.id)
    card = cards(confirmed, SimState.RECEIVED)[0]
    assert refusal(lambda: confirmed.plan(report_lost, card.id)).code == "REASON_REQUIRED"
    confirmed.plan(report_lost, card.id, reason="tappat på bussen")
    (fresh,) = [each for each in cards(confirmed, SimState.RESERVED) if each.number == card.number]
    assert fresh.iccid != card.iccid


def test_a_sim_is_not_changed_while_its_number_is_being_ported(
    confirmed: Delivery, porting: Porting, parcel: Parcel
) -> None:
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    confirmed.do(confirmed.customer, confirm_parcel_received, parcel.id)
    card = cards(confirmed, SimState.RECEIVED)[0]
    locked = refusal(lambda: confirmed.plan(change_sim, card.id, kind="eSIM", reason="ny telefon"))
    assert locked.code == "SIM_LOCKED"
    assert "PO-" in locked.detail("sv")
    assert cards(confirmed, SimState.RECEIVED)
    porting.go_to(datetime(2027, 3, 2, 13, 5, tzinfo=UTC))
    porting.settle(lambda s: s.numbers.get(NumberState.PORTED, 0) == 100 + 50 + USERS)
    new = confirmed.plan(change_sim, card.id, kind="eSIM", reason="ny telefon")
    assert (new.kind, new.number, new.state) == ("eSIM", card.number, SimState.RECEIVED)
    assert [each.id for each in cards(confirmed, SimState.RETIRED)] == [card.id]


def test_a_certain_card_is_given_once_and_refused_at_the_field(confirmed: Delivery, parcel: Parcel) -> None:
    taken = cards(confirmed, SimState.PACKED)[0]
    give = lambda iccid, number: confirmed.plan(assign_card, iccid=iccid, number=number)  # noqa: E731
    mine = refusal(lambda: give(taken.iccid, taken.number))
    assert (mine.code, mine.field) == ("USER_HAS_CARD", "number")
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    with (
        get_engine().begin() as connection
    ):  # the stock is empty, so that a lost card is not replaced at once
        connection.execute(
            text("UPDATE sim_card SET kind = 'eSIM' WHERE state = 'in_stock' AND kind = 'SIM'")
        )
    confirmed.plan(report_lost, taken.id, reason="borta")
    for iccid, code in (
        ("123", "ICCID_WRONG"),
        ("8946200000000000000", "ICCID_WRONG"),
        (taken.iccid, "ICCID_TAKEN"),
    ):
        refused = refusal(lambda iccid=iccid: give(iccid, taken.number))
        assert (refused.code, refused.field) == (code, "iccid"), iccid
    assert refusal(lambda: give(taken.iccid, "070-174 06 98")).field == "number"
    with unit_of_work() as session:
        free = session.exec(select(SimCard).where(SimCard.state == SimState.IN_STOCK)).first()
    assert free is not None
    assert give(free.iccid, taken.number).number == taken.number


def test_an_activation_code_stands_nowhere_in_clear_and_comes_as_a_picture(
    confirmed: Delivery, tmp_path
) -> None:
    with unit_of_work() as session:
        sealed = [m for m in session.exec(select(OutgoingMail)) if m.is_sealed]
        files = session.exec(select(MailFile).where(MailFile.name == "esim.png")).all()
    assert sealed
    assert len(sealed) == len(files) == len(cards(confirmed, kind="eSIM"))
    with get_engine().connect() as connection:
        for table in ("outgoing_mail", "mail_file", "sim_card", "outbox_event", "case_note", "state_history"):
            rows = connection.execute(text(f"SELECT t::text FROM {table} t")).scalars()
            assert not [row for row in rows if "LPA:1" in row or b"LPA:1".hex() in row], table
    with MailcatcherProcess(directory=tmp_path) as catcher:
        os.environ["VAXLA_SMTP_URL"] = catcher.smtp_url
        get_settings.cache_clear()
        try:
            send_due(datetime.now(UTC))
        finally:
            del os.environ["VAXLA_SMTP_URL"]
            get_settings.cache_clear()
        mails = [path.read_bytes() for path in tmp_path.rglob("*.eml")]
    told = [mail for mail in mails if b"esim.png" in mail]
    assert len(told) == len(sealed)
    assert all(b"image/png" in mail for mail in told)
    with unit_of_work() as session:
        assert all(m.sealed is None for m in session.exec(select(OutgoingMail)))
        left = {file.media_type for file in session.exec(select(MailFile))}
    assert left == {"text/calendar; method=REQUEST"}, "a sealed file is gone once the server has it"


def test_ports_are_let_go_when_every_user_has_a_sim_or_a_waiver(confirmed: Delivery, parcel: Parcel) -> None:
    waiting = cards(confirmed, SimState.PACKED)
    shut = refusal(lambda: confirmed.plan(release_ports))
    assert (shut.code, shut.facts["count"]) == ("SIMS_NOT_IN_HAND", len(waiting))
    first, *rest = waiting
    assert refusal(lambda: confirmed.plan(waive_sim, number=first.number)).code == "REASON_REQUIRED"
    confirmed.plan(waive_sim, number=first.number, reason="hämtar kortet på plats")
    again = refusal(lambda: confirmed.plan(waive_sim, number=first.number, reason="igen"))
    assert (again.code, again.field) == ("NUMBER_NOT_IN_CASE", "number")
    assert refusal(lambda: confirmed.plan(release_ports)).facts["count"] == len(rest)
    confirmed.do(confirmed.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    confirmed.do(confirmed.customer, confirm_parcel_received, parcel.id)
    assert confirmed.plan(release_ports).ports_released_at is not None
    with unit_of_work() as session:
        case = repository.case(session, confirmed.planner, confirmed.case_id)
        assert all(line.stop_deadline < line.port_at for line in gate_lines(session, case))


def test_there_is_nothing_to_let_go_before_ports_are_booked(opened: Delivery) -> None:
    assert refusal(lambda: opened.plan(release_ports)).code == "NOTHING_TO_RELEASE"
    assert refusal(lambda: opened.do(opened.customer, release_ports, opened.case_id)).code == "NOT_YOURS"
