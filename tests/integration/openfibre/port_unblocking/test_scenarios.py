"""AV-01: scenarios 17–20 of the specification, date for date, with a real operator and a real database."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import select

from infra.clock import set_virtual
from infra.db import get_engine, unit_of_work
from kernel.errors import DomainError
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.states import CaseState, DisplacementState
from openfibre.port_unblocking.models import PortUnblocking
from openfibre.port_unblocking.usecases.answer import dispute
from openfibre.port_unblocking.usecases.decide import approve_repeat, inform_consumer, override
from openfibre.port_unblocking.usecases.register_network import set_answer_days, set_freeze
from openfibre.port_unblocking.usecases.send_forced import send_forced
from openfibre.port_unblocking.usecases.verify_consumer import Verification, verify_consumer

from .conftest import ACCESS, BROADBAND, CLEARED, OFFERED, OWNER, VOIP, Story, alike, at


def refused(story: Story, *call, **facts) -> str:
    with pytest.raises(DomainError) as why:
        story.do(*call, **facts)
    return why.value.code


# 17: silence.


def test_silence_to_the_end_of_the_fourteenth_day_closes_with_a_confirmation(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.contact(case_id, letter_to="bo@exempel.se")
    assert str(story.child(case_id, "SP-A").last_answer_day) == "2027-02-15"
    story.go_to(at("2027-02-15T23:59"))
    assert story.case(case_id).state is CaseState.AWAITING_BK
    assert story.mails("bo@exempel.se") == []
    story.go_to(at("2027-02-16T00:00"))
    assert story.case(case_id).state is CaseState.CLOSED_OK
    child = story.child(case_id, "SP-A")
    assert (child.state, child.letter_to) == (DisplacementState.DEEMED, ""), "the address is forgotten"
    (letter,) = story.mails("bo@exempel.se")
    assert "BB-1000-100" in letter.subject
    assert "Bredband A" in letter.plain
    assert "Bredband N" not in letter.plain


def test_a_window_that_ends_on_midsummer_eve_rolls_on_to_monday(story: Story) -> None:
    story.go_to(at("2027-06-11T10:00"))
    case_id = story.switched()
    story.contact(case_id)
    assert str(story.child(case_id, "SP-A").last_answer_day) == "2027-06-28"
    story.go_to(at("2027-06-28T23:59"))
    assert story.case(case_id).state is CaseState.AWAITING_BK
    story.go_to(at("2027-06-29T00:00"))
    assert story.case(case_id).state is CaseState.CLOSED_OK


def test_without_a_contact_the_time_never_starts_and_somebody_is_woken(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.go_to(at("2027-02-04T00:00"))
    assert story.alarms() == ["no_contact"]
    story.go_to(at("2027-12-01T09:00"))
    assert story.case(case_id).state is CaseState.ACTIVE_NEW
    assert story.child(case_id, "SP-A").state is DisplacementState.DISPLACED


def test_a_provider_s_own_answer_time_holds_for_what_comes_after(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    with unit_of_work() as session:
        set_answer_days(session, story.actors["SP-A"], 30)
    case_id = story.switched()
    story.contact(case_id)
    assert str(story.child(case_id, "SP-A").last_answer_day) == "2027-03-03"


def test_a_consumer_who_agrees_closes_the_case_at_once(story: Story) -> None:
    case_id = story.switched()
    story.contact(case_id)
    story.confirm(case_id)
    assert story.case(case_id).state is CaseState.CLOSED_OK
    letter = story.mails("sp-a@exempel.se")[-1]
    assert "vidare till konsumenten" in letter.plain, "no address was given, so the provider passes it on"
    assert story.child(case_id, "SP-A").letter_sent_at is not None


# 18: the dispute.


def test_a_dispute_on_the_last_day_restores_the_port_exactly(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    before = alike(story.port())
    case_id = story.switched()
    story.contact(case_id)
    story.operator.call(
        "POST",
        "/portal/orders",
        {"operation": "ACTIVATE", "accessId": ACCESS, "service": "IPTV"},
        on_behalf_of="SP-N",
    )
    story.go_to(at("2027-02-15T23:59"))
    story.dispute(case_id)
    case = story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before, "fixed address, MAC, references, SUSPENDED; the IPTV is gone"
    assert case.proof["holds"] is True
    assert case.proof["before_sha256"] == case.proof["after_sha256"]
    new_id = next(row["subscriptionId"] for row in story.port() if row["provider"] == "SP-A")
    assert story.child(case_id, "SP-A").new_ids == {"old-1": new_id} != {"old-1": "old-1"}
    work = story.operator.books()["work"]
    removed = max(i for i, line in enumerate(work) if line.startswith("-SP-N"))
    assert removed < work.index("+SP-A BB-1000-100"), "17 precedes 18"
    story.do(story.actors["SP-N"], inform_consumer, case_id)
    assert story.case(case_id).state is CaseState.CLOSED_ROLLED_BACK
    assert [order.purpose.value for order in story.orders(case_id)].count("takeover") == 1


def test_a_dispute_a_minute_later_is_a_linked_case_of_the_network_owner(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    before = alike(story.port())
    case_id = story.switched()
    story.contact(case_id)
    with unit_of_work() as session:  # nobody's timers run at midnight
        set_virtual(session, at("2027-02-16T00:00"))
    _, late = story.dispute(case_id)
    assert story.case(case_id).state is CaseState.CLOSED_OK
    assert (late.state, late.late_for_id) == (CaseState.MANUAL, case_id)
    assert story.alarms() == ["late_dispute"]
    assert alike(story.port()) != before, "nothing is touched until somebody decides"
    assert refused(story, story.actors["SP-N"], override, late.id, reason="Vi vill.") == "NOT_YOURS"
    assert refused(story, OWNER, override, late.id) == "REASON_REQUIRED"
    story.do(OWNER, override, late.id, reason="Urkopplingen var ett misstag.")
    story.until(late.id, CaseState.RESTORED)
    assert alike(story.port()) == before


def test_the_picture_is_forgotten_ninety_days_after_the_end(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.contact(case_id)
    story.confirm(case_id)
    story.advance(days=89)
    assert story.case(case_id).snapshot
    story.advance(days=1)
    case = story.case(case_id)
    assert (case.snapshot, case.snapshot_at, case.port_seen) == (None, None, None)
    assert story.child(case_id, "SP-A").services == [{"service": "BB-1000-100"}]
    with get_engine().connect() as connection:
        left = connection.scalar(text("SELECT count(*) FROM port_order WHERE length(payload) > 0"))
    assert left == 0


# 19: the branches of step 5.


def test_a_free_port_is_an_ordinary_order(story: Story) -> None:
    case_id = story.open("IPTV")
    story.until(case_id, CaseState.EXIT_NORMAL_ORDER)
    assert story.operator.books()["orders_received"] == 0


def test_the_wrong_apartment_asks_anew_and_forces_nothing(story: Story) -> None:
    story.operator.lay_out("STTA0002", OFFERED)
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    story.do(story.actors["SP-N"], verify_consumer, case_id, Verification(right_access_id="STTA0002"))
    case = story.until(case_id, CaseState.EXIT_NORMAL_ORDER)
    assert case.access_id == "STTA0002"
    assert case.verification == {}
    assert story.operator.books()["orders_received"] == 0


def test_the_consumer_s_own_services_make_it_an_operator_switch(story: Story) -> None:
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    story.do(story.actors["SP-N"], verify_consumer, case_id, Verification(own_services=True))
    assert story.case(case_id).state is CaseState.EXIT_OPERATOR_SWITCH


def test_a_consumer_who_declines_abandons_it(story: Story) -> None:
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    said = Verification(True, True, None, own_services=False, terminate=False)
    story.do(story.actors["SP-N"], verify_consumer, case_id, said)
    assert story.case(case_id).state is CaseState.EXIT_ABANDONED


def test_what_is_not_confirmed_is_refused_by_us_even_where_the_operator_would_accept(story: Story) -> None:
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    unsure = Verification(address_confirmed=True, apartment_confirmed=True, terminate=True)
    code = refused(story, story.actors["SP-N"], verify_consumer, case_id, unsure)
    assert code == "OWN_SERVICES_NOT_RULED_OUT"
    assert refused(story, story.actors["SP-N"], send_forced, case_id) == "ILLEGAL_TRANSITION"
    assert story.operator.books()["orders_received"] == 0


def test_a_port_that_cannot_be_forced_goes_to_a_person(story: Story) -> None:
    story.operator.lay_out(ACCESS, OFFERED, forcible=False, subscriptions=[BROADBAND])
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    story.do(story.actors["SP-N"], verify_consumer, case_id, CLEARED)
    case = story.do(story.actors["SP-N"], send_forced, case_id)
    assert (case.state, case.problem) == (CaseState.MANUAL, "NOT_FORCIBLE")
    assert story.operator.books()["orders_received"] == 0


def test_a_network_freeze_refuses_the_forced_order(story: Story) -> None:
    """Scenario 12: an order within the freeze is a conflict; the day after it is sent."""
    story.do(OWNER, set_freeze, story.network_id, at("2027-04-26").date(), at("2027-05-05").date())
    story.go_to(at("2027-04-27T09:00"))
    case_id = story.open()
    story.until(case_id, CaseState.VERIFYING)
    story.do(story.actors["SP-N"], verify_consumer, case_id, CLEARED)
    assert refused(story, story.actors["SP-N"], send_forced, case_id) == "NETWORK_FREEZE"
    story.go_to(at("2027-05-05T23:59"))
    assert refused(story, story.actors["SP-N"], send_forced, case_id) == "NETWORK_FREEZE"
    story.go_to(at("2027-05-06T00:00"))
    story.do(story.actors["SP-N"], send_forced, case_id)
    story.until(case_id, CaseState.ACTIVE_NEW)


def test_an_access_that_migrates_is_asked_about_again_later(story: Story) -> None:
    story.operator.lay_out(ACCESS, OFFERED, state="OUTMIGRATION", subscriptions=[BROADBAND])
    case_id = story.open()
    story.work()
    assert (story.case(case_id).state, story.case(case_id).problem) == (
        CaseState.CHECKED,
        "NETWORK_MIGRATING",
    )


def test_a_wrong_access_id_is_said(story: Story) -> None:
    case_id = story.open(access_id="NOWHERE")
    story.work()
    assert story.case(case_id).problem == "ACCESS_UNKNOWN"


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("19121212-1212", "PERSONAL_NUMBER_IN_REFERENCE"),
        ("a b", "INVALID_INPUT"),
        ("x" * 37, "INVALID_INPUT"),
    ],
)
def test_a_reference_names_nobody(story: Story, reference: str, code: str) -> None:
    from openfibre.port_unblocking.usecases.open_unblocking import (
        NewUnblocking,
        WantedService,
        open_unblocking,
    )

    new = NewUnblocking("EXNET", ACCESS, (WantedService("VOIP"),), reference)
    assert refused(story, story.actors["SP-N"], open_unblocking, new) == code


# 20: several providers, and who may ask.


def test_one_open_case_an_access(story: Story) -> None:
    story.open()
    with pytest.raises(DomainError) as why:
        story.open(by="SP-B")
    assert why.value.code == "ACCESS_HAS_OPEN_CASE"


def test_the_new_provider_is_no_displaced_provider_and_a_stranger_sees_nothing(story: Story) -> None:
    case_id = story.switched()
    child = story.child(case_id, "SP-A")
    new, stranger = story.actors["SP-N"], story.actors["SP-B"]
    assert refused(story, new, dispute, case_id) == "NOT_THE_DISPLACED_PROVIDER"
    assert refused(story, new, dispute, child.id) == "NOT_FOUND"
    assert refused(story, stranger, dispute, child.id) == "NOT_FOUND"
    assert refused(story, stranger, inform_consumer, case_id) == "NOT_FOUND"


def test_a_dispute_by_one_restores_the_other_that_still_waits(story: Story) -> None:
    before = alike(story.port())
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.contact(case_id, "SP-B")
    story.dispute(case_id, "SP-B")
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before
    states = {sp: story.child(case_id, sp).state for sp in ("SP-A", "SP-B")}
    assert set(states.values()) == {DisplacementState.RESTORED}


def test_a_dispute_by_one_leaves_what_the_other_s_consumer_gave_up(story: Story) -> None:
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.contact(case_id, "SP-B")
    story.confirm(case_id, "SP-A")
    assert story.case(case_id).state is CaseState.AWAITING_BK
    story.dispute(case_id, "SP-B")
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == alike([VOIP])
    assert story.child(case_id, "SP-A").state is DisplacementState.CONFIRMED
    assert story.child(case_id, "SP-B").state is DisplacementState.RESTORED


def test_each_provider_s_silence_is_counted_from_its_own_contact(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.go_to(at("2027-02-03T09:00"))
    story.contact(case_id, "SP-B")
    story.go_to(at("2027-02-16T00:00"))
    assert story.child(case_id, "SP-A").state is DisplacementState.DEEMED
    assert story.case(case_id).state is CaseState.AWAITING_BK
    story.go_to(at("2027-02-18T00:00"))
    assert story.case(case_id).state is CaseState.CLOSED_OK


def test_after_an_undone_order_the_same_provider_needs_approval_for_thirty_days(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    first = story.switched()
    story.contact(first)
    story.dispute(first)
    story.until(first, CaseState.RESTORED)
    story.do(story.actors["SP-N"], inform_consumer, first)
    again = story.open()
    story.until(again, CaseState.VERIFYING)
    story.do(story.actors["SP-N"], verify_consumer, again, CLEARED)
    assert refused(story, story.actors["SP-N"], send_forced, again) == "REPEAT_NEEDS_APPROVAL"
    assert refused(story, story.actors["SP-N"], approve_repeat, again, reason="Ja.") == "NOT_YOURS"
    story.do(OWNER, approve_repeat, again, reason="Ny hyresgäst, visat kontrakt.")
    story.do(story.actors["SP-N"], send_forced, again)
    story.until(again, CaseState.ACTIVE_NEW)


def test_another_provider_needs_the_approval_too_for_the_consumer_may_be_the_same(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    first = story.switched()
    story.contact(first)
    story.dispute(first)
    story.until(first, CaseState.RESTORED)
    story.do(story.actors["SP-N"], inform_consumer, first)
    again = story.open(by="SP-B")
    story.until(again, CaseState.VERIFYING)
    story.do(story.actors["SP-B"], verify_consumer, again, CLEARED)
    assert refused(story, story.actors["SP-B"], send_forced, again) == "REPEAT_NEEDS_APPROVAL"
    story.do(OWNER, approve_repeat, again, reason="En annan hyresgäst, visat kontrakt.")
    story.do(story.actors["SP-B"], send_forced, again)


def test_after_thirty_days_no_approval_is_needed(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    first = story.switched()
    story.contact(first)
    story.dispute(first)
    story.until(first, CaseState.RESTORED)
    story.do(story.actors["SP-N"], inform_consumer, first)
    story.advance(days=30, minutes=1)
    again = story.order()
    story.until(again, CaseState.ACTIVE_NEW)


def test_nobody_on_the_new_side_learns_who_was_displaced(story: Story) -> None:
    """Scenario 19 and 2.3: every event and mail of the whole way, dispute and all, read for a trace of them."""
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.dispute(case_id, "SP-A", reason="Anna Andersson på Bredband A bor kvar.")
    story.until(case_id, CaseState.RESTORED)
    told = [str((e.kind, e.actor, e.payload)) for e in story.events("SP-N")]
    told += [mail.subject + mail.plain + mail.html for mail in story.mails("sp-n@exempel.se")]
    assert len(told) > 10
    traces = (
        "SP-A",
        "SP-B",
        "Bredband A",
        "Bredband B",
        "A-REF",
        "B-REF",
        "1.2.3.4",
        "Anna",
        "old-1",
        "AA:BB",
    )
    assert [(trace, text_) for text_ in told for trace in traces if trace in text_] == []


def test_the_displaced_learn_nothing_of_the_new_side(story: Story) -> None:
    case_id = story.switched()
    story.contact(case_id)
    story.dispute(case_id)
    story.until(case_id, CaseState.RESTORED)
    kinds = [e.kind for e in story.events("SP-A")]
    assert kinds == [
        "port_unblocking.service_displaced",
        "port_displacement.contact",
        "port_displacement.dispute",
        "port_displacement.restore",
        "port_unblocking.service_restored",
    ]
    told = [str((e.actor, e.payload)) for e in story.events("SP-A")]
    told += [mail.subject + mail.plain for mail in story.mails("sp-a@exempel.se")]
    traces = ("SP-N", "Bredband N", "N-REF", str(case_id))
    assert [(trace, text_) for text_ in told for trace in traces if trace in text_] == []
    assert story.events("SP-B") == []


def test_an_unregistered_displaced_provider_is_told_by_the_network_owner(story: Story) -> None:
    from openfibre.port_unblocking.usecases.log_contact import log_contact, record_told

    unknown = {**BROADBAND, "provider": "SP-X"}
    story.operator.lay_out(ACCESS, OFFERED, subscriptions=[unknown])
    case_id = story.switched()
    child = story.child(case_id, "SP-X")
    assert (child.provider_id, child.told_at) == (None, None)
    story.advance(minutes=61)
    assert story.alarms() == ["not_told"]
    story.do(OWNER, record_told, child.id)
    story.do(OWNER, log_contact, child.id, channel="letter")
    story.do(OWNER, dispute, child.id, reason="Ringde in.")
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == alike([unknown])


def test_two_that_open_at_once_get_one_case(story: Story) -> None:
    import threading

    codes: list[str] = []

    def one() -> None:
        try:
            story.open()
            codes.append("opened")
        except DomainError as why:
            codes.append(why.code)

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == ["ACCESS_HAS_OPEN_CASE"] * 3 + ["opened"]


def test_a_timer_fires_once_though_many_watch(story: Story) -> None:
    import threading

    from openfibre.port_unblocking.usecases.watch_timers import watch_timers

    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.contact(case_id, letter_to="bo@exempel.se")
    with unit_of_work() as session:
        set_virtual(session, at("2027-02-16T00:00"))
    threads = [threading.Thread(target=watch_timers) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(story.mails("bo@exempel.se")) == 1
    with unit_of_work() as session:
        assert repository.due_timers(session, at("2030-01-01T00:00"), 10) == []


def test_while_the_port_is_being_restored_nobody_s_yes_or_silence_counts(story: Story) -> None:
    """B disputes on the last day; at midnight A's window ends in the midst of it: A's service comes back too."""
    story.go_to(at("2027-02-01T09:00"))
    before = alike(story.port())
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.contact(case_id, "SP-B")
    story.operator.script({"operation": "DEACTIVATE", "work_after_ms": 800})
    with unit_of_work() as session:
        set_virtual(session, at("2027-02-15T23:59"))
    story.dispute(case_id, "SP-B")
    with pytest.raises(DomainError) as why:
        story.confirm(case_id, "SP-A")
    assert why.value.code == "ILLEGAL_TRANSITION"
    story.go_to(at("2027-02-16T00:00"))
    assert story.child(case_id, "SP-A").state is DisplacementState.AWAITING
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before
    assert story.child(case_id, "SP-A").state is DisplacementState.RESTORED


def test_the_new_provider_cannot_do_away_with_a_late_dispute(story: Story) -> None:
    from openfibre.port_unblocking.usecases.decide import abandon, try_again

    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.contact(case_id)
    story.go_to(at("2027-02-16T00:00"))
    _, late = story.dispute(case_id)
    assert refused(story, story.actors["SP-N"], abandon, late.id) == "NOT_YOURS"
    assert refused(story, OWNER, try_again, late.id) == "ILLEGAL_TRANSITION"
    story.do(OWNER, abandon, late.id, reason="Kunden har flyttat.")
    assert story.events("SP-A")[-1].kind == "port_unblocking.dispute_dismissed"
    assert "inte bifallits" in story.mails("sp-a@exempel.se")[-1].plain


# Late disputes when the port is busy, and what an upheld one restores.


def two_windows(story: Story) -> UUID:
    """A contacts its consumer on the first, B ten days later: A's time to answer ends while B's is open."""
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched("BB-1000-100", "VOIP")
    story.contact(case_id, "SP-A")
    story.go_to(at("2027-02-11T09:00"))
    story.contact(case_id, "SP-B")
    story.go_to(at("2027-02-16T00:00"))
    assert story.child(case_id, "SP-A").state is DisplacementState.DEEMED
    assert story.case(case_id).state is CaseState.AWAITING_BK
    return case_id


def late_cases(story: Story, case_id: UUID) -> list[PortUnblocking]:
    with unit_of_work() as session:
        found = session.exec(select(PortUnblocking).where(PortUnblocking.late_for_id == case_id))
        return sorted(found.all(), key=lambda each: each.id)


def test_a_late_dispute_while_another_s_window_is_open_waits_and_is_not_lost(story: Story) -> None:
    case_id = two_windows(story)
    _, late = story.dispute(case_id, "SP-A", reason="Kunden var bortrest.")
    assert late is None
    assert story.alarms().count("late_dispute_waits") == 1
    story.dispute(case_id, "SP-A", reason="En gång till.")
    assert story.alarms().count("late_dispute_waits") == 1, "said again it changes nothing"
    story.work()
    assert late_cases(story, case_id) == []
    story.confirm(case_id, "SP-B")
    assert story.case(case_id).state is CaseState.CLOSED_OK
    story.work()
    story.work()
    (opened,) = late_cases(story, case_id)
    assert (opened.state, story.child(opened.id, "SP-A").dispute_reason) == (
        CaseState.MANUAL,
        "Kunden var bortrest.",
    )
    assert story.child(case_id, "SP-A").late_case_id == opened.id
    story.do(OWNER, override, opened.id, reason="Urkopplingen var ett misstag.")
    story.until(opened.id, CaseState.RESTORED)
    assert alike(story.port()) == alike([BROADBAND]), "B's consumer has agreed: it does not come back"


def test_a_late_dispute_waits_also_when_the_other_s_dispute_restores_the_port(story: Story) -> None:
    case_id = two_windows(story)
    story.dispute(case_id, "SP-A")
    story.dispute(case_id, "SP-B")
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == alike([VOIP])
    story.do(story.actors["SP-N"], inform_consumer, case_id)
    story.work()
    (opened,) = late_cases(story, case_id)
    story.do(OWNER, override, opened.id, reason="Urkopplingen var ett misstag.")
    story.until(opened.id, CaseState.RESTORED)
    assert alike(story.port()) == alike([BROADBAND, VOIP])


def test_two_late_disputes_come_one_after_the_other_and_both_get_back(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched("BB-1000-100", "VOIP")
    for sp_id in ("SP-A", "SP-B"):
        story.contact(case_id, sp_id)
    story.go_to(at("2027-02-16T00:00"))
    assert story.case(case_id).state is CaseState.CLOSED_OK
    _, first = story.dispute(case_id, "SP-A")
    assert story.dispute(case_id, "SP-B")[1] is None, "one open case an access"
    story.do(OWNER, override, first.id, reason="Ett misstag.")
    story.until(first.id, CaseState.RESTORED)
    assert alike(story.port()) == alike([BROADBAND]), "B has not been upheld yet"
    story.do(OWNER, inform_consumer, first.id)
    story.work()
    second = late_cases(story, case_id)[1]
    story.do(OWNER, override, second.id, reason="Ett misstag, det också.")
    story.until(second.id, CaseState.RESTORED)
    assert alike(story.port()) == alike([BROADBAND, VOIP])
    assert story.child(case_id, "SP-B").late_case_id == second.id


def test_a_late_dispute_in_a_port_that_is_being_restored_is_no_case_of_its_own(story: Story) -> None:
    story.go_to(at("2027-02-01T09:00"))
    before = alike(story.port())
    case_id = story.switched("BB-1000-100", "VOIP")
    for sp_id in ("SP-A", "SP-B"):
        story.contact(case_id, sp_id)
    story.dispute(case_id, "SP-B")
    with unit_of_work() as session:  # nobody's timers run meanwhile
        set_virtual(session, at("2027-02-16T00:00"))
    found, late = story.dispute(case_id, "SP-A")
    assert (found.state, found.late_disputed_at, late) == (DisplacementState.DISPUTED, None, None)
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before


def test_an_upheld_late_dispute_takes_nobody_else_s_service_down(story: Story) -> None:
    """The port has a third provider's broadband by now: it is not forced off; a person must see to it."""
    story.go_to(at("2027-02-01T09:00"))
    case_id = story.switched()
    story.contact(case_id)
    story.go_to(at("2027-02-16T00:00"))
    _, late = story.dispute(case_id)
    third = {**BROADBAND, "provider": "SP-T", "subscriptionId": "third-1", "operationalState": "ACTIVATED"}
    story.operator.lay_out(ACCESS, OFFERED, subscriptions=[third, VOIP])
    story.do(OWNER, override, late.id, reason="Ett misstag.")
    story.until(late.id, CaseState.ROLLBACK_INCOMPLETE)
    for _ in range(3):
        story.work()
    assert [row["subscriptionId"] for row in story.port()] == ["third-1", "old-2"]
    assert "rollback_incomplete" in story.alarms()
