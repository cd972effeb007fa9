"""One next action a case, the list it stands in, and what is at risk (DL-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from accounts.domain.roles import Role
from delivery.domain.facts import CaseFacts, GoLiveFacts, NumberCounts, PortingFacts, SimFacts
from delivery.domain.lead_time import earliest_go_live, is_data_late, missing_links
from delivery.domain.next_action import next_action
from delivery.domain.plan import Stored, anchors, board, lay_out
from delivery.domain.progress import settled_by_facts
from delivery.domain.queues import TITLES, Queue, day_queue, work_queue
from delivery.domain.risks import risks
from delivery.domain.states import CaseState, DataState
from delivery.workspace.domain.filters import go_live_days
from kernel.workdays import add_workdays, is_past

GO_LIVE = date(2027, 2, 23)
OPENED = date(2027, 1, 11)
FORE, GENOM, DRIFT = CaseState.FORBEREDELSER, CaseState.GENOMFORANDE, CaseState.DRIFTSATTNING


def facts(state: CaseState = FORE, done: str = "", today: date = OPENED, **more: object) -> CaseFacts:
    """A case whose activities in `done` (or all, by a star) are done."""
    plan = lay_out(frozenset(), anchors(OPENED, GO_LIVE, None))
    is_done = (lambda key: key in done.split()) if done != "*" else (lambda _: True)
    placed = board([Stored(row.key, due, is_done(row.key)) for row, due, _ in plan])
    return CaseFacts(state=state, today=today, go_live_on=GO_LIVE, placed=placed, **more)  # type: ignore[arg-type]


def porting(**counts: int) -> PortingFacts:
    return PortingFacts(numbers=NumberCounts(**counts), orders=1, headroom=1)


CASES = {
    "a new case waits for the customer's data": (facts(), "customer_data", Queue.WAITING_CUSTOMER),
    "faulty data goes back": (facts(data_state=DataState.FAULTY), "mend_data", Queue.WAITING_CUSTOMER),
    "clean data is signed": (facts(data_state=DataState.CLEAN), "sign_data", Queue.WAITING_CUSTOMER),
    "a full phase opens the next": (
        facts(done="*", complete_on=OPENED, data_state=DataState.SIGNED),
        "open_gate",
        Queue.READY,
    ),
    "a rejection is spoken of first": (
        facts(GENOM, porting=replace(porting(rejected=3), repairs=1, repairs_not_contacted=1)),
        "contact_customer",
        Queue.ATTENTION,
    ),
    "then it is asked for again": (
        facts(GENOM, porting=replace(porting(rejected=3), repairs=1)),
        "retry",
        Queue.ATTENTION,
    ),
    "a change that is asked for is answered": (
        facts(GENOM, changes_asked=2, changes_asked_on=OPENED),
        "answer_change",
        Queue.READY,
    ),
    "a change that waits too long needs somebody": (
        facts(GENOM, today=date(2027, 1, 13), changes_asked=1, changes_asked_on=OPENED),
        "answer_change",
        Queue.ATTENTION,
    ),
    "a rejection comes before a change": (
        facts(
            GENOM,
            porting=replace(porting(rejected=3), repairs=1, repairs_not_contacted=1),
            changes_asked=1,
            changes_asked_on=OPENED,
        ),
        "contact_customer",
        Queue.ATTENTION,
    ),
    "a change is answered before the case is handed over": (
        facts(CaseState.HYPERCARE, done="*", changes_asked=1, changes_asked_on=OPENED, hand_over_on=OPENED),
        "answer_change",
        Queue.READY,
    ),
    "a parked attempt is a person's": (
        facts(GENOM, porting=replace(porting(pending=1), parked=1)),
        "parked",
        Queue.ATTENTION,
    ),
    "no card left in stock": (
        facts(GENOM, sims=SimFacts(needed=5, ready=3, assigned=1)),
        "stock_sims",
        Queue.ATTENTION,
    ),
    "cards wait for their envelopes": (
        facts(GENOM, sims=SimFacts(needed=5, to_pack=5)),
        "pack_sims",
        Queue.READY,
    ),
    "a parcel waits to go": (facts(GENOM, sims=SimFacts(needed=5, packed=5)), "dispatch", Queue.READY),
    "nothing to do but wait for donors": (
        facts(
            GENOM,
            "customer_data training_needs porting_preparation mandate invoicing_basics leads_assigned "
            "invoicing_structure startup_meeting_booked startup_meeting_held licences subscriptions configuration",
            porting=replace(porting(pending=57), unsent=1),
        ),
        "donors_answer",
        Queue.WAITING_DONOR,
    ),
    "the day is here and calls are to be made": (
        facts(DRIFT, "sim_delivered app_accounts numbers_ported", today=GO_LIVE, porting=porting(ported=9)),
        "test_calls",
        Queue.READY,
    ),
    "a fault is mended before all else": (
        facts(DRIFT, today=GO_LIVE, go_live=GoLiveFacts(faults_open=2)),
        "mend_faults",
        Queue.ATTENTION,
    ),
    "after-care": (
        facts(CaseState.HYPERCARE, "*", today=GO_LIVE, hand_over_on=date(2027, 2, 25)),
        "hypercare",
        Queue.READY,
    ),
    "two working days later": (
        facts(CaseState.HYPERCARE, "*", today=date(2027, 2, 25), hand_over_on=date(2027, 2, 25)),
        "hand_over",
        Queue.READY,
    ),
    "ended": (facts(CaseState.HANDED_OVER, "*"), "nothing", Queue.ENDED),
}


@pytest.mark.parametrize(("case", "key", "queue"), CASES.values(), ids=CASES)
def test_the_next_action_and_its_list(case: CaseFacts, key: str, queue: Queue) -> None:
    action = next_action(case)
    assert action.key == key
    assert work_queue(case, action) is queue
    assert "{" not in action.text.sv + action.text.en


def test_the_action_says_the_figures_of_the_case() -> None:
    case = facts(GENOM, porting=replace(porting(rejected=12), repairs=2, repairs_not_contacted=2))
    assert next_action(case).text.sv == "Kontakta kunden om 2 avslag (12 nummer)"


def test_of_what_can_be_done_the_earliest_due_comes_first() -> None:
    case = facts(
        GENOM, "customer_data leads_assigned training_needs invoicing_basics mandate porting_preparation"
    )
    due = {row.key: row.due_on for row in case.placed}
    action = next_action(case)
    assert action.due_on == min(
        due[key] for key in ("startup_meeting_booked", "invoicing_structure", "licences")
    )
    assert action.owner is Role.LEVERANSPLANERARE


def test_what_is_late_needs_attention_whoever_it_waits_for() -> None:
    late = facts(today=date(2027, 1, 14))
    assert work_queue(late, next_action(late)) is Queue.ATTENTION


@pytest.mark.parametrize(
    ("today", "queue"),
    [
        (GO_LIVE, Queue.GO_LIVE_TODAY),
        (date(2027, 2, 22), Queue.GO_LIVE_TOMORROW),
        (date(2027, 2, 20), Queue.GO_LIVE_NEXT_FIVE_DAYS),  # a Saturday: Monday, then the day
        (date(2027, 2, 16), Queue.GO_LIVE_NEXT_FIVE_DAYS),
        (date(2027, 2, 15), None),
    ],
)
def test_the_day_lists_count_working_days(today: date, queue: Queue | None) -> None:
    case = facts(DRIFT, "*", today=today)
    assert day_queue(case.state, case.go_live_on, case.today) == queue
    named = [each for each in Queue if (days := go_live_days(each, today)) and days[0] <= GO_LIVE <= days[1]]
    assert named == ([queue] if queue else []), "a query counts the same days"


def test_every_list_has_a_title() -> None:
    assert set(TITLES) == set(Queue)


def test_go_live_is_six_weeks_from_today_until_the_data_is_complete() -> None:
    port = date(2027, 1, 25)
    before = earliest_go_live(OPENED, None, port)
    assert before.day == date(2027, 2, 22)
    assert "i dag" in before.reason.sv
    after = earliest_go_live(date(2027, 1, 20), OPENED, port)
    assert after.day == date(2027, 2, 22)
    assert "today" not in after.reason.en


def test_the_donors_lead_decides_when_the_data_was_complete_long_ago() -> None:
    found = earliest_go_live(date(2027, 3, 1), OPENED, date(2027, 3, 15))
    assert found.day == date(2027, 3, 15)
    assert "tio arbetsdagar" in found.reason.sv


def test_the_date_is_preliminary_until_every_link_is_confirmed() -> None:
    missing = [link.key for link in missing_links(facts(done="customer_data mandate"))]
    assert missing[0] == "porting_preparation"
    assert "porting_confirmed" in missing
    assert "customer_data" not in missing
    assert missing_links(facts(done="*")) == ()


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (
            facts(GENOM, "*", complete_on=OPENED, porting=replace(porting(pending=1), headroom=0)),
            "Ett avslag till",
        ),
        (
            facts(DRIFT, "*", date(2027, 2, 18), complete_on=OPENED, sims=SimFacts(needed=2, in_hand=1)),
            "sim-kort",
        ),
        (facts(FORE, "*", date(2027, 1, 20)), "senare än sex veckor"),
        (facts(DRIFT, "*", date(2027, 2, 24), complete_on=OPENED), "har passerat"),
        (facts(FORE, "customer_data", date(2027, 1, 30), complete_on=OPENED), "försenat"),
    ],
)
def test_a_case_at_risk_says_why(case: CaseFacts, words: str) -> None:
    assert any(words in risk.sv for risk in risks(case))
    assert next_action(case).risk is not None


def test_a_case_in_order_is_at_no_risk() -> None:
    assert risks(facts(GENOM, "*", complete_on=OPENED, porting=porting(confirmed=5))) == ()
    assert risks(facts(CaseState.HANDED_OVER, today=date(2027, 4, 1))) == ()


def test_nothing_is_requested_or_ported_before_the_work_has_begun() -> None:
    said = settled_by_facts(facts())
    assert not any(said.values())


def test_progress_follows_the_facts_both_ways() -> None:
    begun = facts(GENOM, complete_on=OPENED, preparations=3, preparations_answered=3)
    asked = replace(begun, porting=replace(porting(pending=3), mandates=3, mandates_signed=3))
    assert settled_by_facts(asked)["porting_requested"]
    assert not settled_by_facts(asked)["porting_confirmed"]
    assert not settled_by_facts(replace(asked, porting=replace(asked.porting, unsent=1)))["porting_requested"]
    assert not settled_by_facts(replace(asked, preparations_answered=2))["porting_preparation"]
    ported = replace(asked, porting=porting(ported=2, cancelled=1))
    assert settled_by_facts(ported)["numbers_ported"]
    assert settled_by_facts(ported)["porting_confirmed"]


def test_the_calls_are_done_when_all_are_made_well_and_no_fault_is_left() -> None:
    def tested(**day: int) -> bool:
        return settled_by_facts(facts(DRIFT, go_live=GoLiveFacts(**day)))["test_calls"]  # type: ignore[arg-type]

    assert tested(sample_drawn=True)
    assert not tested()
    assert not tested(sample_drawn=True, to_call=1)
    assert not tested(sample_drawn=True, faults_open=1)


def test_numbers_add_up() -> None:
    counts = NumberCounts(pending=1, confirmed=2, rejected=3, ported=4, cancelled=5, excluded=6)
    assert (counts.total, counts.outstanding, counts.live_confirmed) == (21, 6, 6)


@pytest.mark.parametrize("opened", [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)])
def test_the_earliest_day_there_is_puts_no_case_at_risk_on_the_day_it_is_opened(opened: date) -> None:
    earliest = add_workdays(opened, 30)
    laid = lay_out(frozenset(), anchors(opened, earliest, None))
    opening = replace(facts(FORE), today=opened, go_live_on=earliest, complete_on=None)
    assert not any(is_past(each.due_on, opened) for each in laid)
    assert not is_data_late(opening)
    assert is_data_late(replace(opening, today=date(2026, 11, 23)))
