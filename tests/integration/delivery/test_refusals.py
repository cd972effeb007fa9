"""What a delivery refuses, with its reason: nothing is changed, and who asks learns what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery import queries
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.usecases.add_note import add_note
from delivery.usecases.assign_leads import assign_leads
from delivery.usecases.cancel_case import cancel_case
from delivery.usecases.change_go_live import change_go_live
from delivery.usecases.complete_activity import complete_activity, waive_activity
from delivery.usecases.draw_sample import draw_sample
from delivery.usecases.go_live import go_live
from delivery.usecases.log_test_call import log_test_call
from delivery.usecases.open_gate import open_gate
from delivery.usecases.reveal_envelope import envelope_content
from delivery.usecases.send_parcel import confirm_parcel_received
from delivery.usecases.stock_sims import stock_sims
from delivery.usecases.track_faults import raise_fault
from infra.db import unit_of_work
from infra.transitions import StateHistory
from kernel.ids import new_id
from portingsvc.domain.states import NumberState

from .conftest import Delivery, Porting, refusal, stock_file


def test_a_go_live_too_early_is_refused_with_the_earliest_day_and_why(delivery: Delivery) -> None:
    refused = refusal(lambda: delivery.open(go_live_on=date(2027, 2, 26)))
    assert (refused.code, refused.field) == ("GO_LIVE_TOO_EARLY", "go_live_on")
    assert refused.facts["earliest"] == date(2027, 3, 1)
    assert "sex till åtta veckor" in refused.detail("sv")
    with unit_of_work() as session:
        assert session.exec(select(DeliveryCase)).all() == []


def test_a_go_live_on_a_day_off_is_refused_with_the_next_working_day(delivery: Delivery) -> None:
    refused = refusal(lambda: delivery.open(go_live_on=date(2027, 3, 26)))  # Good Friday
    assert refused.code == "GO_LIVE_NOT_A_WORKING_DAY"
    assert refused.facts["next_one"] == date(2027, 3, 30)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"org_number": "559999-9008"}, "ORG_NUMBER_INVALID"),
        ({"org_number": ""}, "ORG_NUMBER_INVALID"),
        ({"contact_email": "tove@"}, "EMAIL_NOT_USABLE"),
        ({"options": ("fax",)}, "OPTION_UNKNOWN"),
    ],
)
def test_an_order_with_a_wrong_value_opens_nothing(
    delivery: Delivery, wrong: dict[str, Any], code: str
) -> None:
    refused = refusal(lambda: delivery.open(**wrong))
    assert refused.code == code
    assert refused.field == next(iter(wrong)).removeprefix("contact_")


def test_an_external_reference_is_taken_once_by_each_partner(delivery: Delivery) -> None:
    delivery.open(external_reference="A 1")
    assert refusal(lambda: delivery.open(external_reference="A 1")).code == "EXTERNAL_REFERENCE_TAKEN"
    delivery.open(external_reference="A 2")
    delivery.open(actor=delivery.planner, external_reference="A 1")


def test_a_second_case_of_a_company_gets_no_second_company(delivery: Delivery) -> None:
    first, second = delivery.open(), delivery.open(org_number="16559999-9009")
    assert first.customer_id == second.customer_id
    assert first.reference != second.reference


def strangers(delivery: Delivery) -> list[Actor]:
    return [
        Actor(ActorKind.PARTNER, "En annan", None, new_id()),
        Actor(ActorKind.CUSTOMER, "En annan", new_id(), new_id(), delivery.customer.roles),
    ]


def test_a_foreign_case_is_not_found_by_reading_or_writing(opened: Delivery) -> None:
    for stranger in strangers(opened):
        for reader in (queries.case_view, queries.customer_view, queries.case_line):
            assert (
                refusal(lambda r=reader, s=stranger: opened.ask(r, opened.case_id, actor=s)).code
                == "NOT_FOUND"
            )
        assert opened.ask(queries.list_cases, actor=stranger) == []
        note = refusal(lambda s=stranger: opened.do(s, add_note, opened.case_id, "hej"))
        assert note.code == "NOT_FOUND"
    assert refusal(lambda: opened.ask(queries.case_view, new_id())).code == "NOT_FOUND"
    assert [line.id for line in opened.ask(queries.list_cases, actor=opened.partner)] == [opened.case_id]


def test_a_foreign_parcel_is_not_found(opened: Delivery) -> None:
    assert refusal(lambda: opened.do(opened.customer, confirm_parcel_received, new_id())).code == "NOT_FOUND"


OPERATORS_ONLY: dict[str, Callable[[Delivery, Actor], Any]] = {
    "waive": lambda d, a: d.do(a, waive_activity, d.case_id, "training_needs", reason="jag vill"),
    "move go-live": lambda d, a: d.do(a, change_go_live, d.case_id, date(2027, 3, 16)),
    "configure": lambda d, a: d.do(a, complete_activity, d.case_id, "licences"),
    "draw the sample": lambda d, a: d.do(a, draw_sample, d.case_id),
    "log a call": lambda d, a: d.do(a, log_test_call, d.case_id, number="070-174 06 05", ok=True),
    "raise a fault": lambda d, a: d.do(a, raise_fault, d.case_id, number="", text="tyst", owner="x"),
    "fill the stock": lambda d, a: d.do(a, stock_sims, stock_file(1)),
    "see a PIN": lambda d, a: d.do(a, envelope_content, new_id()),
}


@pytest.mark.parametrize("act", OPERATORS_ONLY.values(), ids=OPERATORS_ONLY)
@pytest.mark.parametrize("side", ["customer", "partner"])
def test_what_is_the_operators_is_refused_to_customer_and_partner(
    opened: Delivery, act: Callable[[Delivery, Actor], Any], side: str
) -> None:
    assert refusal(lambda: act(opened, getattr(opened, side))).code == "NOT_YOURS"


def test_a_partner_does_not_answer_for_the_customer(opened: Delivery) -> None:
    refused = refusal(lambda: opened.tell("training_needs", actor=opened.partner))
    assert refused.code == "NOT_YOURS"


def test_a_gate_without_its_results_is_refused_with_the_list(opened: Delivery) -> None:
    refused = refusal(lambda: opened.begin(CaseState.GENOMFORANDE))
    assert refused.code == "GATE_CLOSED"
    assert refused.facts["lacking"] == [
        "customer_data",
        "training_needs",
        "invoicing_basics",
        "porting_preparation",
        "mandate",
        "leads_assigned",
        "startup_meeting_held",
    ]
    assert "Uppstartsmöte hållet" in refused.detail("sv")
    assert opened.view().line.state is CaseState.FORBEREDELSER


def test_a_phase_cannot_be_skipped_and_the_allowed_step_is_named(opened: Delivery) -> None:
    refused = refusal(lambda: opened.begin(CaseState.DRIFTSATTNING))
    assert refused.code == "ILLEGAL_TRANSITION"
    assert refused.facts["allowed"] == ["start_work", "cancel"]
    assert refusal(lambda: opened.plan(go_live)).code == "ILLEGAL_TRANSITION"
    by_customer = refusal(
        lambda: opened.do(opened.customer, open_gate, opened.case_id, CaseState.GENOMFORANDE)
    )
    assert by_customer.facts["allowed"] == []


@pytest.mark.parametrize("phase", [CaseState.FORBEREDELSER, CaseState.HANDED_OVER, CaseState.CANCELLED])
def test_there_is_no_gate_to_what_no_gate_opens(opened: Delivery, phase: CaseState) -> None:
    assert refusal(lambda: opened.begin(phase)).code == "NOT_FOUND"


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_waiver_without_a_reason_is_refused(opened: Delivery, reason: str) -> None:
    refused = refusal(lambda: opened.plan(waive_activity, "training_needs", reason=reason))
    assert (refused.code, refused.field) == ("REASON_REQUIRED", "reason")


def test_a_waiver_with_a_reason_opens_the_gate_for_it_and_is_told(opened: Delivery) -> None:
    opened.plan(waive_activity, "training_needs", reason="alla kan redan")
    assert opened.standing("training_needs") == "waived"
    refused = refusal(lambda: opened.begin(CaseState.GENOMFORANDE))
    assert "training_needs" not in refused.facts["lacking"]
    with unit_of_work() as session:
        line = queries.timeline(session, opened.planner, opened.case_id)[0]
    assert (line.event, line.who, line.why) == ("activity_waived", "Pia Planerare", "alla kan redan")


def test_what_waits_for_others_cannot_be_done_first(opened: Delivery) -> None:
    refused = refusal(lambda: opened.tell("startup_meeting_held"))
    assert refused.code == "ACTIVITY_WAITS"
    assert "Uppstartsmöte bokat" in refused.detail("sv")


@pytest.mark.parametrize("key", ["customer_data", "mandate", "numbers_ported", "sim_delivered"])
def test_what_follows_from_facts_cannot_be_ticked(opened: Delivery, key: str) -> None:
    assert refusal(lambda: opened.tell(key)).code == "ACTIVITY_FOLLOWS"


def test_what_is_not_in_the_plan_is_not_found(opened: Delivery) -> None:
    assert refusal(lambda: opened.tell("training")).code == "NOT_FOUND"
    assert refusal(lambda: opened.tell("nothing at all")).code == "NOT_FOUND"


def test_only_a_lead_can_be_a_lead(opened: Delivery) -> None:
    opened.upload()
    opened.sign()
    assert opened.planner.person_id
    tech = opened.leads[Role.TEKNISK_LEVERANSLEDARE]
    refused = refusal(
        lambda: opened.plan(assign_leads, technical_id=tech, administrative_id=opened.planner.person_id)
    )
    assert refused.code == "LEADS_WRONG"


def test_two_planners_on_one_case_lose_no_update(opened: Delivery) -> None:
    shown = opened.view().line.version
    opened.plan(change_go_live, date(2027, 3, 16), version=shown)
    second = refusal(lambda: opened.plan(change_go_live, date(2027, 3, 23), version=shown))
    assert second.code == "CHANGED_MEANWHILE"
    assert opened.view().line.go_live_on == date(2027, 3, 16)


def test_a_case_with_requests_at_donors_is_not_cancelled_and_one_without_is_whole(
    delivery: Delivery, porting: Porting
) -> None:
    delivery.open()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    assert refusal(lambda: delivery.plan(cancel_case)).code == "REASON_REQUIRED"
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    refused = refusal(lambda: delivery.plan(cancel_case, reason="kunden ångrade sig"))
    assert (refused.code, refused.facts["count"]) == ("CASE_PORTING_OPEN", 14)


def test_a_case_whose_requests_are_not_sent_takes_its_orders_with_it(opened: Delivery) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    opened.plan(cancel_case, reason="kunden ångrade sig")
    view = opened.view()
    assert view.line.state is CaseState.CANCELLED
    assert view.line.numbers.cancelled == view.line.numbers.total == 162
    assert refusal(lambda: opened.tell("licences")).code == "ACTIVITY_ENDED"
    with unit_of_work() as session:
        last = session.exec(select(StateHistory).where(StateHistory.entity == "delivery_case")).all()[-1]
    assert (last.event, last.reason) == ("cancel", "kunden ångrade sig")
