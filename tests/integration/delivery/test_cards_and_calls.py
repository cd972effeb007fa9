"""SIM cards from stock to envelope, and the calls of the go-live day: what is refused, what is told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from delivery import queries
from delivery.domain.states import CaseState
from delivery.models import SimCard
from delivery.usecases.draw_sample import draw_sample
from delivery.usecases.log_test_call import log_test_call
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.reveal_envelope import envelope_content
from delivery.usecases.stock_sims import stock_sims
from delivery.usecases.track_faults import mend_fault
from infra.db import unit_of_work
from portingsvc.domain.states import NumberState

from .conftest import ADDRESS, Delivery, Porting, refusal


def test_an_iccid_is_taken_in_once_and_a_wrong_file_not_at_all(delivery: Delivery) -> None:
    assert delivery.stock(2, 0) == 2
    again = refusal(lambda: delivery.stock(3, 0))
    assert (again.code, again.facts["rows"]) == ("SIM_STOCK_REFUSED", [2, 3])
    assert "finns redan" in again.detail("sv")
    assert refusal(lambda: delivery.do(delivery.planner, stock_sims, "")).code == "SIM_STOCK_REFUSED"
    with unit_of_work() as session:
        cards = session.exec(select(SimCard)).all()
    assert len(cards) == 2
    assert all(b"4711" not in card.pin_encrypted for card in cards)


@pytest.mark.parametrize("broken", ["postcode", "street", "town"])
def test_a_parcel_to_half_an_address_is_refused_at_the_field(
    delivery: Delivery, porting: Porting, broken: str
) -> None:
    delivery.open(agreement_address={k: v for k, v in ADDRESS.items() if k != broken})
    delivery.stock()
    delivery.finish_preparations()
    assert refusal(lambda: delivery.plan(pack_parcels)).code == "NOTHING_TO_PACK"
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    refused = refusal(lambda: delivery.plan(pack_parcels))
    assert (refused.code, refused.field) == ("ADDRESS_INCOMPLETE", broken)


def test_a_pin_is_shown_to_who_packs_and_each_time_leaves_a_line(
    delivery: Delivery, porting: Porting
) -> None:
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    card = next(sim for sim in delivery.view().sims if sim.kind == "SIM")
    shown = delivery.do(delivery.planner, envelope_content, card.id)
    assert (shown.pin, shown.puk, shown.number) == ("4711", "12345678", card.number)
    with unit_of_work() as session:
        lines = queries.timeline(session, delivery.planner, delivery.case_id)
    assert [(line.who, line.about) for line in lines if line.event == "envelope"] == [
        ("Pia Planerare", card.iccid)
    ]


def test_calls_before_the_day_and_to_foreign_numbers_are_refused(opened: Delivery) -> None:
    early = refusal(lambda: opened.plan(log_test_call, number="070-174 06 05", ok=True))
    assert early.code == "TEST_CALL_TOO_EARLY"
    assert refusal(lambda: opened.plan(draw_sample)).code == "SAMPLE_IMPOSSIBLE"
    opened.go_to(datetime(2027, 3, 2, 9, 0, tzinfo=UTC))
    foreign = refusal(lambda: opened.plan(log_test_call, number="070-174 06 99", ok=True))
    assert (foreign.code, foreign.field) == ("NUMBER_NOT_IN_CASE", "number")


def test_a_call_that_fails_becomes_a_fault_that_stops_go_live_until_mended_and_called_again(
    delivery: Delivery, porting: Porting
) -> None:
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    delivery.go_to(datetime(2027, 3, 2, 14, 0, tzinfo=UTC))
    delivery.plan(draw_sample)
    first, *others = delivery.view().call_targets
    delivery.plan(log_test_call, number=first.number, ok=False, note_text="ingen ton")
    for target in others:
        delivery.plan(log_test_call, number=target.number, ok=True)
    view = delivery.view()
    assert [fault.text for fault in view.faults] == ["ingen ton"]
    assert view.line.next_action.key == "mend_faults"
    delivery.plan(mend_fault, view.faults[0].id)
    assert delivery.standing("test_calls") == "waiting", "mended is not yet heard"
    assert refusal(lambda: delivery.plan(mend_fault, view.faults[0].id)).code == "ILLEGAL_TRANSITION"
    delivery.plan(log_test_call, number=first.number, ok=True)
    assert delivery.standing("test_calls") == "done"


def test_the_same_file_taken_in_twice_at_once_is_taken_in_once(clean: str) -> None:
    import threading

    from accounts.domain.actor import SYSTEM
    from delivery.usecases.stock_sims import stock_sims
    from entrypoints.demo.cast import sim_stock
    from infra.clock import current
    from infra.db import unit_of_work
    from infra.transitions import Cause
    from kernel.errors import DomainError

    content, outcomes = sim_stock(20), []

    def take() -> None:
        try:
            with unit_of_work() as session:
                outcomes.append(
                    stock_sims(session, SYSTEM, content, cause=Cause("system", "x", current(session)))
                )
        except DomainError as refused:
            outcomes.append(refused.code)

    threads = [threading.Thread(target=take) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [40, "SIM_STOCK_REFUSED"]
