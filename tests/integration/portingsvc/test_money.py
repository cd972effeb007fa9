"""NP-03: waivers, budgets, prices by day, and the gateway's statement against the ledger."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from infra.clock import current
from infra.db import unit_of_work
from kernel.errors import DomainError
from portingsvc.domain.states import OrderState
from portingsvc.models import FeeEntry, StatementMatch
from portingsvc.queries import escalations_of_case, fees_of_case, repairs_of_case
from portingsvc.usecases.contest_rejection import contest_rejection
from portingsvc.usecases.keep_budget import set_budget, spent_today
from portingsvc.usecases.reconcile_statement import reconcile_statement
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.retry_order import Correction, retry_order
from portingsvc.usecases.set_price import set_price
from portingsvc.usecases.waive_fee import waive_fee

from .conftest import Story
from .test_wishes import NUMBER, OTHER, do, in_state


def rejected(story: Story, code: str):
    story.gateway.script(
        [{"number": NUMBER[0], "attempt": 1, "decision": "reject", "blocking_codes": [code]}]
    )
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.ACTION_REQUIRED))
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, story.case_id)
    do(record_contact, repair.id, channel="phone", note="Talade med Tove.")
    return order, repair


def second(story: Story):
    """An order whose second attempt the customer pays."""
    order, _ = rejected(story, "02")
    do(retry_order, order.id, Correction(why_now="numret är aktiverat"), accepted_fee_ore=34_500)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    return order


def test_a_waiver_is_a_line_of_its_own_with_reason_and_approver(story: Story) -> None:
    order = second(story)
    attempt = order.attempts[1]
    with pytest.raises(DomainError) as silent:
        do(waive_fee, attempt.id, reason="  ")
    assert silent.value.code == "REASON_REQUIRED"
    with pytest.raises(DomainError) as too_much:
        do(waive_fee, attempt.id, amount_ore=34_501)
    assert too_much.value.code == "WAIVER_TOO_LARGE"
    do(waive_fee, attempt.id, reason="vi lovade det på mötet")
    with unit_of_work() as session:
        lines = [f for f in fees_of_case(session, story.case_id) if f.payer == "customer" and f.attempt == 2]
    assert [(f.kind, f.amount_ore) for f in lines] == [("attempt", 34_500), ("waiver", -34_500)]
    assert lines[1].note == "vi lovade det på mötet"
    assert lines[1].approved_by == "Pia Planerare"
    with pytest.raises(DomainError) as again:
        do(waive_fee, attempt.id)
    assert again.value.code == "WAIVER_TOO_LARGE"


def test_who_accepted_a_fee_stands_with_the_attempt_and_in_the_ledger(story: Story) -> None:
    second(story)
    with unit_of_work() as session:
        (line,) = [f for f in fees_of_case(session, story.case_id) if f.kind == "attempt" and f.attempt == 2]
    assert line.approved_by == "Pia Planerare"


def test_the_day_s_budget_stops_an_attempt_and_a_planner_can_raise_it(story: Story) -> None:
    order, _ = rejected(story, "02")
    with unit_of_work() as session:
        assert spent_today(session, order.customer_id, current(session)) == 2_900
    do(set_budget, order.customer_id, 30_000, reason="liten kund")
    ask = Correction(why_now="numret är aktiverat")
    with pytest.raises(DomainError) as stopped:
        do(retry_order, order.id, ask, accepted_fee_ore=34_500)
    assert stopped.value.code == "FEE_BUDGET_REACHED"
    assert (stopped.value.facts["spent_ore"], stopped.value.facts["budget_ore"]) == (2_900, 30_000)
    do(set_budget, order.customer_id, 100_000, reason="kunden godkände")
    do(retry_order, order.id, ask, accepted_fee_ore=34_500)
    story.settle(in_state(OrderState.DATE_CONFIRMED))


def test_a_price_holds_from_its_day_and_never_backwards(story: Story) -> None:
    with pytest.raises(DomainError) as past, unit_of_work() as session:
        from .conftest import by

        set_price(session, 100, date(2027, 1, 17), by("planner", current(session)))
    assert past.value.code == "PORTING_PRICE_IN_THE_PAST"
    do(set_price, 40_000, date(2027, 1, 19))
    order, _ = rejected(story, "02")
    story.advance(days=1)
    with pytest.raises(DomainError) as changed:
        do(retry_order, order.id, Correction(why_now="x"), accepted_fee_ore=34_500)
    assert (changed.value.code, changed.value.facts["amount_ore"]) == ("FEE_NOT_ACCEPTED", 40_000)


def test_the_statement_is_held_against_the_ledger_line_by_line(story: Story) -> None:
    story.order(NUMBER, OTHER)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    assert reconcile_statement(story.client)[StatementMatch.MATCHED] == 2
    with unit_of_work() as session:
        for line in fees_of_case(session, story.case_id):
            assert line.amount_ore in (0, 2_900)
        wrong = session.get_one(FeeEntry, 2)
        wrong.amount_ore = 2_800
    counts = reconcile_statement(story.client)
    assert (counts[StatementMatch.MATCHED], counts[StatementMatch.AMOUNT_DIFFERS]) == (1, 1)


def test_a_binding_period_is_contested_and_costs_the_customer_nothing(story: Story) -> None:
    order, repair = rejected(story, "14")
    assert repair.contestable
    assert repair.fee_quote_ore == 34_500, "a debt is the customer's until it is contested"
    do(contest_rejection, repair.id, grounds="Fakturan är betald, kvitto finns.")
    with unit_of_work() as session:
        (open_,) = escalations_of_case(session, story.case_id)
        assert open_.kind.value == "contested"
    do(retry_order, order.id, Correction(why_now="bestritt"), accepted_fee_ore=0)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    with unit_of_work() as session:
        (line,) = [f for f in fees_of_case(session, story.case_id) if f.kind == "attempt" and f.attempt == 2]
    assert (line.payer, line.reason) == ("operator", "cause_of_donor")


def test_what_is_not_contestable_cannot_be_contested(story: Story) -> None:
    _, repair = rejected(story, "01")
    with pytest.raises(DomainError) as refused:
        do(contest_rejection, repair.id, grounds="jag tycker annorlunda")
    assert refused.value.code == "NOT_CONTESTABLE"
    assert timedelta(0) < repair.due_at - story.now()
