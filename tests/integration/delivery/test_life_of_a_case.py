"""A whole delivery, from a reseller's order to hand-over, on the real database and the real gateway simulator."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlmodel import select

from delivery import queries
from delivery.domain.queues import Queue
from delivery.domain.states import CaseState, ParcelState, SimState
from delivery.usecases.change_go_live import change_go_live
from delivery.usecases.draw_sample import draw_sample
from delivery.usecases.go_live import go_live
from delivery.usecases.hand_over import hand_over
from delivery.usecases.log_test_call import log_test_call
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import confirm_parcel_received, dispatch_parcel
from delivery.usecases.watch_cases import watch_cases
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from kernel.errors import DomainError
from portingsvc.domain.states import NumberState
from portingsvc.queries import orders_of_case

from .conftest import CONTACT, GO_LIVE_ON, USERS, Delivery, Porting

PORT_DAY = datetime(2027, 3, 2, 8, 30, tzinfo=UTC)
ALL_PORTED = datetime(2027, 3, 2, 13, 5, tzinfo=UTC)


def mails_to(recipient: str) -> list[OutgoingMail]:
    with unit_of_work() as session:
        return list(session.exec(select(OutgoingMail).where(OutgoingMail.recipient == recipient)))


def test_a_delivery_goes_from_order_to_hand_over(delivery: Delivery, porting: Porting) -> None:
    delivery.open(external_reference="order 17", options=("softphone", "training"))
    delivery.stock()
    _preparations(delivery)
    _ports_confirmed(delivery, porting)
    _cards_sent(delivery)
    _driftsattning(delivery)
    _go_live_day(delivery, porting)
    _handed_over(delivery, porting)
    books = porting.gateway.books()
    assert (books["requests_received"], books["duplicates_received"]) == (14, 0)


def _preparations(delivery: Delivery) -> None:
    assert len(mails_to(CONTACT)) == 1, "the telefoniansvarig is invited"
    assert delivery.view().line.next_action.key == "customer_data"
    delivery.finish_preparations()
    view = delivery.view()
    assert view.phases[0].gate.lacking == ()
    assert view.main_number == "+46846500499"
    assert view.line.is_preliminary
    assert view.line.next_action.key == "open_gate"


def _ports_confirmed(delivery: Delivery, porting: Porting) -> None:
    delivery.begin(CaseState.GENOMFORANDE)
    assert delivery.standing("porting_requested") == "waiting"
    found = porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    assert found.numbers[NumberState.CONFIRMED] == 100 + 50 + USERS
    assert delivery.standing("porting_requested") == delivery.standing("porting_confirmed") == "done"


def _cards_sent(delivery: Delivery) -> None:
    view = delivery.view()
    cards = [sim for sim in view.sims if sim.kind == "SIM"]
    profiles = [sim for sim in view.sims if sim.kind == "eSIM"]
    assert {sim.state for sim in cards} == {SimState.RESERVED}
    assert {sim.state for sim in profiles} == {SimState.RECEIVED}, "in hand when its code is mailed"
    assert view.line.next_action.key == "pack_sims"
    (parcel,) = delivery.plan(pack_parcels)
    envelopes = sorted(sim.envelope or 0 for sim in delivery.view().sims if sim.kind == "SIM")
    assert envelopes == list(range(1, len(cards) + 1)), "one envelope a card"
    delivery.do(delivery.planner, dispatch_parcel, parcel.id, tracking="EX123456789SE")
    delivery.do(delivery.customer, confirm_parcel_received, parcel.id)
    assert delivery.view().parcels[0].state is ParcelState.DELIVERED
    assert delivery.standing("sim_delivered") == "done"


def _driftsattning(delivery: Delivery) -> None:
    delivery.tell("it_contact", "licences", "subscriptions", "configuration", "network_ready", "training")
    delivery.begin(CaseState.DRIFTSATTNING)
    assert delivery.standing("start_mail") == "done"
    assert not delivery.view().line.is_preliminary
    delivery.tell("app_accounts", actor=delivery.customer)
    delivery.tell("documentation")


def _go_live_day(delivery: Delivery, porting: Porting) -> None:
    porting.go_to(PORT_DAY)
    assert Queue.GO_LIVE_TODAY in delivery.view().line.queues
    porting.go_to(ALL_PORTED)
    porting.settle(lambda s: s.numbers.get(NumberState.PORTED) == 100 + 50 + USERS)
    assert delivery.standing("numbers_ported") == "done"
    sample = delivery.plan(draw_sample)
    assert sample == delivery.plan(draw_sample), "a sample is not drawn until it suits"
    for target in delivery.view().call_targets:
        delivery.plan(log_test_call, number=target.number, ok=True)
    assert delivery.standing("test_calls") == "done"
    delivery.plan(go_live)
    assert delivery.view().line.state is CaseState.HYPERCARE


def _handed_over(delivery: Delivery, porting: Porting) -> None:
    with pytest.raises(DomainError) as refused:
        delivery.plan(hand_over)
    assert refused.value.code == "HAND_OVER_TOO_EARLY"
    porting.go_to(datetime(2027, 3, 4, 16, 0, tzinfo=UTC))
    delivery.plan(hand_over)
    view = delivery.view()
    assert view.line.state is CaseState.HANDED_OVER
    assert all(phase.standing == "done" and phase.closed_at for phase in view.phases)
    assert all(line.standing == "done" for phase in view.phases for line in phase.activities if line.is_gate)
    assert "Återförsäljarna AB" in mails_to(CONTACT)[-1].plain, "sold by a partner: the partner's ways"


def test_the_timeline_tells_what_happened_to_what_by_whom(delivery: Delivery, porting: Porting) -> None:
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    with unit_of_work() as session:
        lines = queries.timeline(session, delivery.customer, delivery.case_id, language="en", limit=200)
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    told = {(line.entity, line.event): line for line in lines}
    assert told["customer_data_version", "sign"].who == "Tove Exempelsson"
    assert "användare.xlsx" in told["customer_data_version", "sign"].about
    assert told["delivery_case", "start_work"].role == "planner"
    assert told["sim_card", "receive"].why == "the activation code was mailed"
    assert sum(line.count for line in lines if line.event == "confirm") == 14
    assert told["note", "opened"].what.sv == "Ärendet öppnades"


def test_both_waves_lie_on_the_go_live_day_with_the_main_number_last(
    delivery: Delivery,
) -> None:
    delivery.open()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    with unit_of_work() as session:
        orders = orders_of_case(session, delivery.case_id)
    main = [order for order in orders if order.is_main]
    assert [order.writing for order in main] == ["08-465 004 00–99"]
    assert all(order.port_at < main[0].port_at for order in orders if not order.is_main)
    assert {order.port_at.date() for order in orders} == {GO_LIVE_ON}
    assert {order.port_at.minute for order in orders} == {0}


def test_cards_come_to_users_as_their_numbers_are_confirmed_and_wait_when_the_stock_is_out(
    delivery: Delivery, porting: Porting
) -> None:
    delivery.open()
    delivery.stock(cards=1, profiles=USERS)
    delivery.finish_preparations()
    assert delivery.view().sims == (), "no card before the donor has said yes"
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    view = delivery.view()
    assert view.sims_short > 0
    assert view.line.next_action.key == "stock_sims"
    assert view.line.queue is Queue.ATTENTION
    assert any(sim.kind == "eSIM" for sim in view.sims), "one kind running out does not hold up the other"
    for _ in range(3):
        watch_cases()
    with unit_of_work() as session:
        lines = queries.timeline(session, delivery.planner, delivery.case_id, limit=500)
    short = [line.about for line in lines if line.event == "sims_short"]
    assert len(short) == len(set(short)), "the scan does not repeat itself"


def test_dates_that_hang_on_go_live_move_with_it(opened: Delivery) -> None:
    def due(key: str) -> date | None:
        lines = (line for phase in opened.view().phases for line in phase.activities)
        return next(line.due_on for line in lines if line.key == key)

    assert due("documentation") == GO_LIVE_ON
    opened.plan(change_go_live, date(2027, 3, 16), reason="the customer's wish")
    assert due("documentation") == date(2027, 3, 16)
    assert due("porting_requested") == date(2027, 3, 2)
    assert opened.view().line.version == 2


def test_what_is_counted_from_complete_data_is_laid_out_when_it_is_signed(opened: Delivery) -> None:
    opened.go_to(datetime(2027, 1, 20, 9, 0, tzinfo=UTC))
    opened.upload()
    opened.sign()
    lines = {line.key: line for phase in opened.view().phases for line in phase.activities}
    assert lines["mandate"].due_on == date(2027, 1, 25), "three working days after the signature"
    assert lines["customer_data"].standing == "done"
