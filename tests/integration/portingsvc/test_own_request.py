"""NP-06 to NP-08: an answer speaks of its own request only, and what may lie at a donor is never called cancelled."""

from __future__ import annotations

import mailbox
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from pathlib import Path

import pytest

from infra.clock import current
from infra.db import unit_of_work
from kernel.errors import DomainError
from portingsvc.domain.states import AttemptState, NumberState, OrderState
from portingsvc.domain.wish_states import WishState
from portingsvc.gateways.email_desk import EmailDesk
from portingsvc.gateways.messages_csv import read_answer
from portingsvc.models import GatewayMessage
from portingsvc.queries import escalations_of_case, numbers_of_case, repairs_of_case, wishes_of_order
from portingsvc.usecases.cancel_order import cancel_order
from portingsvc.usecases.change_port_date import change_port_date
from portingsvc.usecases.claim_due import claim
from portingsvc.usecases.exclude_numbers import exclude_numbers
from portingsvc.usecases.handle_message import handle_message
from portingsvc.usecases.record_contact import record_contact
from portingsvc.usecases.resume_attempt import resume_attempt
from portingsvc.usecases.retry_order import Correction, retry_order
from portingsvc.usecases.watch_donors import watch_donors

from .conftest import GO_LIVE, Story, by
from .test_wishes import LATER, NUMBER, SERIES, do, in_state, partly_refused


def states(story: Story) -> dict[NumberState, int]:
    with unit_of_work() as session:
        found = [each.state for each in numbers_of_case(session, story.case_id)]
    return {state: found.count(state) for state in set(found)}


def contact(story: Story) -> None:
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, story.case_id)
    do(record_contact, repair.id, channel="phone", note="Talade med Tove.")


def test_a_second_request_that_is_wholly_refused_is_refused_though_the_first_was_accepted(
    story: Story,
) -> None:
    order, refused = partly_refused(story)
    rule = {"number": refused[0], "decision": "reject", "blocking_codes": ["02"]}
    story.gateway.script([rule])
    contact(story)
    do(retry_order, order.id, Correction(why_now="aktiverade"), accepted_fee_ore=34_500)
    (order,) = story.settle(
        lambda found: (
            found[0].attempts[-1].state is not AttemptState.PLANNED
            and bool(found[0].state is OrderState.ACTION_REQUIRED)
        )
    )
    assert [each.state for each in order.attempts] == [AttemptState.ACCEPTED, AttemptState.REJECTED]
    assert states(story) == {NumberState.CONFIRMED: 8, NumberState.REJECTED: 2}


def test_cancelling_a_partly_refused_order_asks_the_donor_for_what_it_has_booked(story: Story) -> None:
    order, _ = partly_refused(story)
    do(cancel_order, order.id)
    assert story.orders()[0].state is OrderState.CANCEL_PENDING
    assert states(story) == {NumberState.CONFIRMED: 8, NumberState.CANCELLED: 2}
    story.settle(in_state(OrderState.CANCELLED))
    assert states(story) == {NumberState.CANCELLED: 10}
    assert story.gateway.books()["cancels"] == 1


@pytest.mark.parametrize("use_case", [cancel_order, change_port_date, exclude_numbers])
def test_what_is_being_sent_is_neither_cancelled_nor_moved_nor_cut(story: Story, use_case) -> None:
    (order,) = story.order(NUMBER)
    assert len(claim("clearinghouse", 10)) == 1
    more = {cancel_order: (), change_port_date: (LATER,), exclude_numbers: ([NUMBER[0]],)}[use_case]
    with pytest.raises(DomainError) as refused:
        do(use_case, order.id, *more)
    assert refused.value.code == "REQUEST_ON_ITS_WAY"
    assert story.orders()[0].port_at == GO_LIVE


def test_an_answer_that_comes_after_the_granted_move_is_no_other_time(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "decision": "silence"}])
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.SUBMITTED))
    do(change_port_date, order.id, LATER)
    part = {"first": NUMBER[0], "last": NUMBER[0], "blocking_codes": []}
    granted = {"accepted": True, "confirmed_port_at": LATER.isoformat()}
    answered(story, order, granted, "change")
    answered(story, order, {"series": [part], "confirmed_port_at": GO_LIVE.isoformat()})
    (order,) = story.orders()
    assert (order.state, order.port_at) == (OrderState.DATE_CONFIRMED, LATER)


def test_a_donor_that_confirms_another_time_is_asked_to_let_go_before_anything_is_sent_anew(
    story: Story,
) -> None:
    story.gateway.script([{"number": NUMBER[0], "attempt": 1, "decision": "confirm_other_date"}])
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.ACTION_REQUIRED))
    contact(story)
    with unit_of_work() as session:
        (wish,) = wishes_of_order(session, order.id)
    if wish.state in (WishState.WAITING, WishState.SENT):
        with pytest.raises(DomainError) as open_:
            do(retry_order, order.id, Correction(why_now="tiden är avtalad"), accepted_fee_ore=0)
        assert open_.value.code == "WISH_ALREADY_OPEN"
    for _ in range(4):
        story.work()
    with unit_of_work() as session:
        (wish,) = wishes_of_order(session, order.id)
    assert wish.state is WishState.GRANTED
    do(retry_order, order.id, Correction(why_now="tiden är avtalad"), accepted_fee_ore=0)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    booked = [d for d in story.gateway.books()["dossiers"] if d["state"] == "accepted"]
    assert len(booked) == 1, "one live booking"


def test_numbers_taken_out_after_a_retry_leave_no_empty_request(story: Story) -> None:
    order, refused = partly_refused(story)
    contact(story)
    do(retry_order, order.id, Correction(why_now="aktiverade"), accepted_fee_ore=34_500)
    do(exclude_numbers, order.id, refused)
    story.work()
    (order,) = story.orders()
    assert (order.state, order.attempts[-1].state) == (OrderState.DATE_CONFIRMED, AttemptState.CANCELLED)
    assert story.gateway.books()["requests_received"] == 1


def answered(story: Story, order, body: dict, kind: str = "answer") -> str | None:
    with unit_of_work() as session:
        from sqlmodel import select

        from portingsvc.models import PortingAttempt

        attempt = session.exec(select(PortingAttempt).where(PortingAttempt.order_id == order.id)).one()
        now = current(session)
        message = GatewayMessage(
            gateway="test",
            message_id=f"m-{now.timestamp()}-{kind}",
            position=1,
            kind=kind,
            dossier_id=attempt.dossier_id,
            body=body,
            received_at=now,
        )
        session.add(message)
        session.flush()
        return handle_message(session, message, now)


def submitted(story: Story):
    story.gateway.script([{"number": SERIES[0], "decision": "silence"}])
    story.order(SERIES)
    return story.settle(in_state(OrderState.SUBMITTED))[0]


def test_a_number_that_an_answer_leaves_out_is_for_the_planner_and_never_a_yes(story: Story) -> None:
    order = submitted(story)
    part = {"first": SERIES[0], "last": "+46846500404", "blocking_codes": []}
    answered(story, order, {"series": [part], "confirmed_port_at": GO_LIVE.isoformat()})
    assert states(story) == {NumberState.CONFIRMED: 5, NumberState.REJECTED: 5}
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, story.case_id)
    assert [code for code, _ in repair.reasons] == ["UNKNOWN"]


def test_a_message_that_cannot_be_read_is_told_to_a_person(story: Story) -> None:
    order = submitted(story)
    assert (answered(story, order, {"series": "kaffe"}) or "").startswith("unreadable")
    with unit_of_work() as session:
        (open_,) = escalations_of_case(session, story.case_id)
    assert open_.kind.value == "no_answer"


def test_a_parked_request_is_looked_up_when_it_is_taken_up_again(story: Story) -> None:
    story.gateway.script([{"number": NUMBER[0], "fault": "drop_after_accept"}])
    (order,) = story.order(NUMBER)
    from portingsvc.usecases import reconcile_in_doubt as reconciling

    story.gateway.outage(on=False)
    before = reconciling._MOST_CHECKS
    reconciling._MOST_CHECKS = 1
    try:
        from portingsvc.usecases.dispatch_due import dispatch_due

        dispatch_due(story.client)
        story.gateway.outage(on=True)
        (order,) = _until_parked(story)
    finally:
        reconciling._MOST_CHECKS = before
    assert order.attempts[0].parked_reason
    with pytest.raises(DomainError) as maybe_there:
        do(cancel_order, order.id)
    assert maybe_there.value.code == "REQUEST_ON_ITS_WAY"
    story.gateway.outage(on=False)
    do(resume_attempt, order.id)
    story.settle(in_state(OrderState.DATE_CONFIRMED))
    assert story.gateway.books()["duplicates_received"] == 0


def _until_parked(story: Story):
    from portingsvc.usecases.reconcile_in_doubt import reconcile_in_doubt

    deadline = datetime.now(UTC) + timedelta(seconds=60)
    while True:
        reconcile_in_doubt(story.client)
        found = story.orders()
        if found[0].attempts[0].state is AttemptState.PARKED:
            return found
        assert datetime.now(UTC) < deadline


def test_a_wish_that_the_donor_is_silent_about_is_escalated(story: Story) -> None:
    story.order(NUMBER)
    (order,) = story.settle(in_state(OrderState.DATE_CONFIRMED))
    do(change_port_date, order.id, LATER)
    from portingsvc.usecases.send_wishes import send_wishes

    send_wishes(story.client)
    story.advance(days=2)
    assert watch_donors() == 1


def form() -> bytes:
    return (
        b"type;dossier_id;message_id;first;last;blocking_codes;confirmed_port_at\r\n"
        b"answer;VX-1;;46701740605;46701740605;1;2027-02-16T10:00\r\n"
    )


def test_a_form_that_a_spreadsheet_has_been_through_is_read_as_it_was_meant() -> None:
    _, _, _, body = read_answer(form())
    (part,) = body["series"]
    assert part == {"first": NUMBER[0], "last": NUMBER[0], "blocking_codes": ["01"]}
    assert body["confirmed_port_at"] == "2027-02-16T10:00:00+01:00"


def enclosed(sender: str, kind: str) -> MIMEMultipart:
    """Our own letter, come back inside another."""
    ours = EmailMessage()
    ours["From"], ours["To"] = "leverans@exempel.se", "desk@exempel.se"
    ours.set_content("Vi begär flytt.")
    ours.add_attachment(form(), maintype="text", subtype="csv", filename="svar.csv")
    back = MIMEMultipart(kind)
    back["From"], back["To"], back["Subject"] = sender, "leverans@exempel.se", "Undelivered Mail"
    back.attach(MIMEMessage(ours))
    return back


@pytest.mark.parametrize(
    ("sender", "kind"),
    [("MAILER-DAEMON@exempel.se", "report"), ("desk@exempel.se", "report"), ("desk@exempel.se", "mixed")],
)
def test_a_letter_that_came_back_is_no_answer(tmp_path: Path, sender: str, kind: str) -> None:
    desk = EmailDesk({"TELIA": "desk@exempel.se"}, tmp_path / "inbox", lambda _: None)
    desk._inbox.add(mailbox.MaildirMessage(enclosed(sender, kind)))
    assert desk.messages(0, 10) == []


def test_an_answer_from_a_stranger_is_left_alone(tmp_path: Path) -> None:
    desk = EmailDesk({"TELIA": "desk@exempel.se"}, tmp_path / "inbox", lambda _: None)
    for sender in ("mallory@exempel.se", "desk@exempel.se"):
        letter = EmailMessage()
        letter["From"], letter["Subject"] = sender, "SV: Portering"
        letter.set_content("Se bilagan.")
        letter.add_attachment(form(), maintype="text", subtype="csv", filename="svar.csv")
        desk._inbox.add(mailbox.MaildirMessage(letter))
    assert len(desk.messages(0, 10)) == 1, "the desk's own only"


def test_a_retry_needs_a_mandate_that_still_holds(story: Story) -> None:
    from portingsvc.queries import mandates_of_case
    from portingsvc.usecases.mandates import revoke_mandate

    order, _ = partly_refused(story)
    contact(story)
    with unit_of_work() as session:
        (mandate,) = mandates_of_case(session, story.case_id)
        revoke_mandate(session, mandate.id, by("customer", current(session)))
    with pytest.raises(DomainError) as missing:
        do(retry_order, order.id, Correction(why_now="aktiverade"), accepted_fee_ore=34_500)
    assert missing.value.code == "MANDATE_MISSING"
