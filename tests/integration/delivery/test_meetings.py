"""Invitations that calendars understand, trainings with seats, and a planner's secret calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from sqlmodel import select

from accounts.domain.roles import Role
from accounts.models import Membership
from delivery.meetings.domain.training import Audience, TrainingKind
from delivery.meetings.models import CalendarFeed
from delivery.meetings.queries import calendar_of, training_lines
from delivery.meetings.usecases.subscribe import make_feed, revoke_feed
from delivery.meetings.usecases.train import (
    TrainingPlan,
    cancel_training,
    move_training,
    plan_training,
    record_attendance,
    take_seat,
)
from delivery.usecases.assign_leads import assign_leads
from delivery.usecases.hold_meeting import book_meeting
from infra.db import unit_of_work
from infra.mail import MailFile, OutgoingMail, send_due
from kernel.errors import DomainError
from simulators.mailcatcher.process import MailcatcherProcess

from ..conftest import MONDAY
from .conftest import CONTACT, GO_LIVE_ON, Delivery, refusal

AT = datetime(2027, 2, 8, 12, 0, tzinfo=UTC)
NOW = datetime(2027, 1, 18, 9, 0, tzinfo=UTC)


def enclosed(subject: str) -> list[tuple[str, icalendar.Calendar]]:
    """To whom, and what calendar they got."""
    with unit_of_work() as session:
        rows = session.exec(
            select(OutgoingMail, MailFile)
            .join(MailFile, MailFile.mail_id == OutgoingMail.id)  # type: ignore[arg-type]
            .order_by(OutgoingMail.id)  # type: ignore[arg-type]
        ).all()
    return [
        (m.recipient, icalendar.Calendar.from_ical(f.content))
        for m, f in rows
        if m.subject.startswith(subject)
    ]


def event(calendar: icalendar.Calendar) -> icalendar.Event:
    (found,) = calendar.walk("VEVENT")
    return found


@pytest.fixture
def led(opened: Delivery) -> Delivery:
    """A case with signed data and leads: the start-up meeting can be booked."""
    opened.upload()
    opened.sign()
    opened.plan(
        assign_leads,
        technical_id=opened.leads[Role.TEKNISK_LEVERANSLEDARE],
        administrative_id=opened.leads[Role.ADMINISTRATIV_LEVERANSLEDARE],
    )
    return opened


def test_the_start_up_meeting_invites_everybody_in_it(led: Delivery) -> None:
    led.plan(book_meeting, at=AT, place="Exempelgatan 1")
    sent = enclosed("Inbjudan: uppstartsmöte")
    recipients = {to for to, _ in sent}
    assert recipients == {
        CONTACT,
        "teknisk_leveransledare@exempel.se",
        "administrativ_leveransledare@exempel.se",
        "leveransplanerare@exempel.se",
    }
    first = event(sent[0][1])
    assert sent[0][1]["METHOD"] == "REQUEST"
    assert first["DTSTART"].dt == AT
    assert {str(each).removeprefix("MAILTO:") for each in first["ATTENDEE"]} == recipients
    assert first["SEQUENCE"] == 0


def test_booked_again_the_same_entry_moves(led: Delivery) -> None:
    led.plan(book_meeting, at=AT, place="Exempelgatan 1")
    led.plan(book_meeting, at=AT + timedelta(days=1), place="Teams")
    sent = [event(calendar) for to, calendar in enclosed("Inbjudan: uppstartsmöte") if to == CONTACT]
    assert [each["SEQUENCE"] for each in sent] == [0, 1]
    assert len({str(each["UID"]) for each in sent}) == 1
    assert sent[1]["DTSTART"].dt == AT + timedelta(days=1)


def test_an_invitation_reaches_the_mailbox_as_a_calendar(led: Delivery, tmp_path, monkeypatch) -> None:
    led.plan(book_meeting, at=AT, place="Exempelgatan 1")
    from infra.settings import get_settings

    with MailcatcherProcess(directory=tmp_path) as catcher:
        monkeypatch.setenv("VAXLA_SMTP_URL", catcher.smtp_url)
        get_settings.cache_clear()
        send_due(datetime.now(UTC))
        monkeypatch.undo()
        get_settings.cache_clear()
        mails = [path.read_bytes() for path in tmp_path.rglob("*.eml")]
    invited = [mail for mail in mails if b"text/calendar" in mail]
    assert len(invited) == 4
    assert all(b'method="REQUEST"' in mail or b"method=REQUEST" in mail for mail in invited)


PLAN = TrainingPlan(AT, AT + timedelta(hours=2), "Exempelgatan 1", 2, "Tage Teknik")


def train(delivery: Delivery, plan: TrainingPlan = PLAN):
    return delivery.plan(plan_training, kind=TrainingKind.ON_SITE, audience=Audience.ATTENDANTS, plan=plan)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts_at": MONDAY - timedelta(days=1)}, "starts_at"),
        ({"ends_at": AT}, "starts_at"),
        ({"place": " "}, "place"),
        ({"seats": 0}, "seats"),
        ({"seats": 501}, "seats"),
    ],
)
def test_half_a_session_is_refused_at_the_field(opened: Delivery, change: dict, field: str) -> None:
    from dataclasses import replace

    assert refusal(lambda: train(opened, replace(PLAN, **change))).field == field


def test_seats_are_taken_once_and_until_there_are_no_more(opened: Delivery) -> None:
    row = train(opened)
    seat = lambda email, actor=None: opened.do(  # noqa: E731
        actor or opened.planner, take_seat, opened.case_id, row.id, name="Ann", email=email
    )
    seat("ann@exempel.se", opened.customer)
    assert refusal(lambda: seat("ANN@exempel.se")).code == "SEAT_TAKEN"
    assert refusal(lambda: seat("ann på exempel")).code == "EMAIL_NOT_USABLE"
    seat("bo@exempel.se")
    full = refusal(lambda: seat("cia@exempel.se"))
    assert (full.code, full.field) == ("TRAINING_FULL", "email")
    assert [to for to, _ in enclosed("Inbjudan: utbildning")] == ["ann@exempel.se", "bo@exempel.se"]


def test_a_session_that_moves_or_is_off_tells_who_has_a_seat(opened: Delivery) -> None:
    row = train(opened)
    opened.plan(take_seat, row.id, name="Ann", email="ann@exempel.se")
    later = TrainingPlan(AT + timedelta(days=1), AT + timedelta(days=1, hours=1), "Teams", 5)
    opened.plan(move_training, row.id, plan=later)
    assert refusal(lambda: opened.plan(cancel_training, row.id)).code == "REASON_REQUIRED"
    opened.plan(cancel_training, row.id, reason="utbildaren är sjuk")
    _, moved = (event(calendar) for _, calendar in enclosed("Inbjudan: utbildning"))
    ((_, off),) = enclosed("Inställt: utbildning")
    assert (moved["SEQUENCE"], event(off)["SEQUENCE"]) == (1, 2)
    assert moved["UID"] == event(off)["UID"]
    assert (off["METHOD"], event(off)["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (
        refusal(lambda: opened.plan(take_seat, row.id, name="", email="bo@exempel.se")).code
        == "TRAINING_CLOSED"
    )


def test_who_came_is_noted_when_it_has_begun(opened: Delivery) -> None:
    row = train(opened)
    ann = opened.plan(take_seat, row.id, name="Ann", email="ann@exempel.se")
    opened.plan(take_seat, row.id, name="Bo", email="bo@exempel.se")
    hold = lambda: opened.plan(record_attendance, row.id, present={ann.id})  # noqa: E731
    assert refusal(hold).code == "TRAINING_NOT_BEGUN"
    opened.go_to(AT)
    hold()
    with unit_of_work() as session:
        (line,) = training_lines(session, opened.case_id)
    assert [(seat.name, seat.attended) for seat in line.taken] == [("Ann", True), ("Bo", False)]
    assert refusal(hold).code == "ILLEGAL_TRANSITION"


def feed(delivery: Delivery) -> str:
    with unit_of_work() as session:
        return make_feed(session, delivery.planner, NOW).rsplit("/", 1)[1].removesuffix(".ics")


def read(token: str) -> icalendar.Calendar:
    with unit_of_work() as session:
        return icalendar.Calendar.from_ical(calendar_of(session, token, NOW))


def test_a_planners_calendar_tells_go_lives_meetings_and_trainings(led: Delivery) -> None:
    led.plan(book_meeting, at=AT, place="Exempelgatan 1")
    train(led)
    entries = {str(each["SUMMARY"]): each for each in read(feed(led)).walk("VEVENT")}
    assert set(entries) == {
        "Driftstart (preliminär): Exempelverken AB",
        "Uppstartsmöte: Exempelverken AB",
        "Utbildning Exempelverken AB: telefonister",
    }
    go_live = entries["Driftstart (preliminär): Exempelverken AB"]
    assert go_live["DTSTART"].dt == GO_LIVE_ON
    assert isinstance(go_live["DTSTART"].dt, date)
    assert go_live["DTEND"].dt == GO_LIVE_ON + timedelta(days=1), "a whole day ends before the next"


def test_a_new_address_ends_the_old_and_a_revoked_one_tells_nothing(opened: Delivery) -> None:
    old = feed(opened)
    new = feed(opened)
    assert read(new)["VERSION"] == "2.0"
    assert refusal(lambda: read(old)).code == "NOT_FOUND"
    with unit_of_work() as session:
        kept = session.exec(select(CalendarFeed)).one()
        assert new not in kept.token_sha256
        revoke_feed(session, opened.planner)
    assert refusal(lambda: read(new)).code == "NOT_FOUND"
    assert refusal(lambda: read("x")).code == "NOT_FOUND"


def test_somebody_who_has_left_us_reads_no_more(opened: Delivery) -> None:
    token = feed(opened)
    with unit_of_work() as session:
        for membership in session.exec(
            select(Membership).where(Membership.person_id == opened.planner.person_id)
        ):
            session.delete(membership)
    assert refusal(lambda: read(token)).code == "NOT_FOUND"
    with unit_of_work() as session, pytest.raises(DomainError):
        make_feed(session, opened.customer, NOW)
