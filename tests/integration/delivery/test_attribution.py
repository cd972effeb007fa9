"""Delays are noted by themselves, get a cause with evidence, and are told in a report (NP-10)."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from delivery import queries
from delivery.attribution.domain.delays import DelayCause
from delivery.attribution.queries import DelayLine, case_story, delay_lines
from delivery.attribution.usecases.attribute_delay import attribute_delay, note_delay
from delivery.attribution.usecases.tell_story import print_report
from delivery.domain.states import CaseState
from delivery.sim_dispatch.usecases.follow_parcel import lose_parcel
from delivery.usecases.change_go_live import change_go_live
from delivery.usecases.pack_parcels import pack_parcels
from delivery.usecases.send_parcel import dispatch_parcel
from entrypoints.work import merged_handlers
from infra.db import unit_of_work
from infra.outbox import relay
from infra.transitions import Cause
from portingsvc.domain.states import NumberState

from .conftest import GO_LIVE_ON, Delivery, Porting, refusal


@pytest.fixture
def told(delivery: Delivery, monkeypatch: pytest.MonkeyPatch) -> Delivery:
    """News reaches every context's handlers, as in the worker."""
    monkeypatch.setattr(Delivery, "news", lambda self: relay(merged_handlers(), self.now()))
    return delivery


def delays(delivery: Delivery) -> tuple[DelayLine, ...]:
    delivery.news()
    with unit_of_work() as session:
        return delay_lines(session, delivery.planner, delivery.case_id)


def note(delivery: Delivery, **changes: Any):
    facts = {
        "what": "Växelrummet var låst",
        "first_day": date(2027, 1, 18),
        "last_day": date(2027, 1, 20),
        "whose": DelayCause.CUSTOMER,
        "evidence": "mejl från Tove 18 januari",
        **changes,
    }
    return delivery.plan(note_delay, **facts)


def test_go_live_put_off_is_a_delay_that_waits_for_its_cause(told: Delivery) -> None:
    told.open()
    told.plan(change_go_live, GO_LIVE_ON + timedelta(days=7), reason="kunden är inte klar")
    told.plan(change_go_live, GO_LIVE_ON + timedelta(days=6), reason="ändå lite tidigare")
    (delay,) = delays(told)
    assert (delay.cause, delay.days, delay.first_day) == (None, 5, GO_LIVE_ON)
    told.news()
    assert len(delays(told)) == 1, "news that comes again notes nothing again"


def test_a_cause_wants_evidence_and_what_was_said_stays_in_the_timeline(told: Delivery) -> None:
    told.open()
    told.plan(change_go_live, GO_LIVE_ON + timedelta(days=7))
    (delay,) = delays(told)
    say = lambda whose, evidence: told.plan(attribute_delay, delay.id, whose=whose, evidence=evidence)  # noqa: E731
    assert refusal(lambda: say(DelayCause.CUSTOMER, " ")).field == "evidence"
    say(DelayCause.CUSTOMER, "mejl från Tove 18 januari")
    say(DelayCause.US, "vi hade fel mall")
    (delay,) = delays(told)
    assert (delay.cause, delay.evidence) == (DelayCause.US, "vi hade fel mall")
    with unit_of_work() as session:
        lines = queries.timeline(session, told.planner, told.case_id)
    assert [line.why for line in lines if line.event == "delay"] == [
        "vi hade fel mall",
        "mejl från Tove 18 januari",
    ]
    customer = refusal(
        lambda: told.do(
            told.customer, attribute_delay, told.case_id, delay.id, whose=DelayCause.US, evidence="x"
        )
    )
    assert customer.code == "NOT_YOURS"


@pytest.mark.parametrize(
    ("change", "field"),
    [({"what": ""}, "what"), ({"evidence": ""}, "evidence"), ({"last_day": date(2027, 1, 18)}, "first_day")],
)
def test_half_a_delay_is_refused_at_the_field(told: Delivery, change: dict[str, Any], field: str) -> None:
    told.open()
    assert refusal(lambda: note(told, **change)).field == field


def test_a_rejection_and_a_lost_parcel_are_delays_of_whose_doing_they_are(
    told: Delivery, porting: Porting
) -> None:
    porting.gateway.script([{"number": "+46846500499", "decision": "reject", "blocking_codes": ["01"]}])
    told.open()
    told.stock()
    told.finish_preparations()
    told.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    (parcel,) = told.plan(pack_parcels)
    told.do(told.planner, dispatch_parcel, parcel.id, tracking="EX1SE")
    told.do(told.planner, lose_parcel, parcel.id, reason="efterlyst")
    found = {delay.kind.en: delay for delay in delays(told)}
    assert found["Parcel returned or lost"].cause is DelayCause.CARRIER
    assert "EX1SE" in found["Parcel returned or lost"].evidence
    rejected = found["Port rejected"]
    assert rejected.cause is DelayCause.CUSTOMER
    assert "OWNER_ID_MISMATCH" in rejected.evidence


def test_the_report_tells_the_story_day_by_day_with_its_delays(told: Delivery) -> None:
    told.open()
    told.go_to(told.now() + timedelta(days=1))
    told.upload()
    note(told, what="<b>Växelrummet</b> & nycklarna")
    with unit_of_work() as session:
        story = case_story(session, told.planner, told.case_id, now=told.now(), language="sv")
    assert [day for day, _ in story.days] == [date(2027, 1, 18), date(2027, 1, 19)]
    assert story.totals == ((DelayCause.CUSTOMER, 2),)
    with unit_of_work() as session:
        cause = Cause("planner", told.planner.name, told.now())
        pdf = print_report(session, told.planner, told.case_id, language="sv", cause=cause)
    words = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    for each in (
        f"Ärenderapport {story.line.reference}",
        "Exempelverken AB",
        "mån 18 jan 2027",
        "tis 19 jan 2027",
    ):
        assert each in words
    assert "<b>Växelrummet</b> & nycklarna" in words, "what a person wrote is words and no mark-up"
    assert "2 arbetsdagar beror på kunden" in words
    with unit_of_work() as session:
        refused = refusal(
            lambda: print_report(session, told.customer, told.case_id, language="sv", cause=cause)
        )
    assert refused.code == "NOT_YOURS"
