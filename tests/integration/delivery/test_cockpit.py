"""The go-live day: go or no-go in time, what helps afterwards, messages, the live page, the hand-over."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import httpx
import pypdf
import pytest
from sqlalchemy import text
from sqlmodel import select

from accounts.live_page import Watch, lines
from accounts.models import Organisation
from accounts.usecases.register_organisation import register_customer
from delivery.cockpit.domain.decisions import CHECKS, DecisionKind, RollForward
from delivery.cockpit.domain.messages import Audience
from delivery.cockpit.queries import day_view
from delivery.cockpit.repository import newest_mark
from delivery.cockpit.usecases.decide_go import decide_go, decide_no_go
from delivery.cockpit.usecases.message_users import message_users
from delivery.cockpit.usecases.roll_forward import note_decision, roll_forward
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from delivery.domain.states import CaseState, FaultState
from delivery.people.usecases.ring_timers import ring_timers
from delivery.queries import case_view
from delivery.usecases.add_note import add_note
from delivery.usecases.hand_over import hand_over
from infra.clock import current
from infra.db import unit_of_work
from infra.mail import MailFile, OutgoingMail
from infra.reports import Channel
from infra.streaming import Pace
from portingsvc.domain.states import NumberState

from .conftest import CONTACT, CSRF, USERS, Delivery, Porting, refusal, sign_in

LATER = date(2027, 3, 16)
BEFORE_STOP = datetime(2027, 2, 26, 9, 0, tzinfo=UTC)
AFTER_STOP = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
Make = Callable[[], httpx.Client]


@pytest.fixture
def booked(delivery: Delivery, porting: Porting) -> Delivery:
    """Every port is booked with its donor; the work is not done."""
    delivery.open()
    delivery.stock()
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    return delivery


def look(delivery: Delivery):
    with unit_of_work() as session:
        now = current(session)
        view = case_view(session, delivery.planner, delivery.case_id, now=now)
        return day_view(session, view, now=now)


def test_go_wants_everything_ready_or_a_reason_and_no_go_moves_the_day_in_time(booked: Delivery) -> None:
    day = look(booked)
    assert [wave.has_main for wave in day.waves] == [False, True], "the main number moves last"
    assert sum(len(wave.numbers) for wave in day.waves) == 100 + 50 + USERS
    assert day.deadline is not None
    assert not day.is_past_stopping
    refused = refusal(lambda: booked.plan(decide_go))
    assert (refused.code, refused.field) == ("NOT_READY_TO_GO", "reason")
    lacking = {check.key for check in day.checks if not check.holds}
    assert lacking == {"work_done", "sims_in_hand", "users_told", "app_accounts"}
    assert all(c.text.sv in refused.detail("sv") for c in CHECKS if c.key in lacking)
    booked.go_to(BEFORE_STOP)
    ring_timers()
    ring_timers()
    with unit_of_work() as session:
        bodies = [mail.plain for mail in session.exec(select(OutgoingMail)).all()]
    assert sum("Besluta om ni kör" in body for body in bodies) == 1, "the planner is reminded once"
    booked.plan(decide_go, reason="resten blir klart i morgon")
    word = look(booked).word
    assert word is not None
    assert word.kind is DecisionKind.GO
    number = look(booked).waves[0].numbers[0].e164
    early = refusal(
        lambda: booked.plan(roll_forward, what=RollForward.RETRY, number=number, owner="", reason="prov")
    )
    assert early.code == "ROLL_FORWARD_TOO_EARLY"
    assert refusal(lambda: booked.plan(decide_no_go, new_day=LATER)).code == "REASON_REQUIRED"
    assert refusal(lambda: booked.plan(decide_no_go, new_day=None, reason="brand")).field == "new_day"
    booked.plan(decide_no_go, new_day=LATER, reason="serverhallen brinner")
    after = look(booked)
    assert booked.view().line.go_live_on == LATER
    assert after.word is None, "the go was for another day"
    assert len(after.decisions[0].facts["asked"]) == 14


def test_after_the_stop_deadline_it_only_goes_forward(booked: Delivery) -> None:
    booked.go_to(AFTER_STOP)
    assert look(booked).is_past_stopping
    late = refusal(lambda: booked.plan(decide_no_go, new_day=LATER, reason="brand"))
    assert late.code == "TOO_LATE_FOR_NO_GO"
    number = look(booked).waves[0].numbers[0].e164
    wanted = {"what": RollForward.FORWARD, "owner": "Tage Teknik"}
    unknown = refusal(lambda: booked.plan(roll_forward, number="031-390 06 99", reason="dött", **wanted))
    assert (unknown.code, unknown.field) == ("NUMBER_NOT_IN_CASE", "action_number")
    booked.plan(roll_forward, number=number, reason="kortet svarar inte", **wanted)
    (fault,) = booked.view().faults
    assert (fault.number, fault.owner, fault.state) == (number, "Tage Teknik", FaultState.OPEN)
    booked.plan(note_decision, reason="vi väntar till lunch")
    kinds = [line.kind for line in look(booked).decisions]
    assert kinds == [DecisionKind.NOTE, DecisionKind.ROLL_FORWARD]


def test_users_are_told_by_mail_and_what_cannot_be_sent_is_refused(opened: Delivery) -> None:
    opened.upload()
    opened.sign()
    say = {"audience": Audience.ALL, "channels": [Channel.MAIL]}
    assert refusal(lambda: opened.plan(message_users, text=" ", **say)).field == "text"
    assert (
        refusal(lambda: opened.plan(message_users, text="hej", **{**say, "channels": []})).code
        == "NO_CHANNEL"
    )
    by_sms = refusal(lambda: opened.plan(message_users, text="hej", **{**say, "channels": [Channel.SMS]}))
    assert by_sms.code == "SMS_NOT_OFFERED"
    nobody = refusal(lambda: opened.plan(message_users, text="hej", **{**say, "audience": Audience.MOVED}))
    assert nobody.code == "NOBODY_REACHED"
    opened.plan(message_users, text="Starta om telefonen kl. 10.", **say)
    with unit_of_work() as session:
        mails = session.exec(select(OutgoingMail).where(OutgoingMail.subject == "Om er nya växel")).all()
    assert len(mails) == USERS
    assert "Starta om telefonen kl. 10." in mails[0].plain
    (line,) = look(opened).messages
    assert (line.mails, line.sms, line.by) == (USERS, 0, "Pia Planerare")


def test_text_messages_go_where_a_provider_is_set_and_are_short(
    opened: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    from infra.settings import get_settings

    monkeypatch.setenv("VAXLA_SMS_URL", "http://127.0.0.1:9")
    get_settings.cache_clear()
    try:
        opened.upload()
        opened.sign()
        say = {"audience": Audience.NOT_MOVED, "channels": [Channel.MAIL, Channel.SMS]}
        long = refusal(lambda: opened.plan(message_users, text="x" * 460, **say))
        assert (long.code, long.facts["length"]) == ("MESSAGE_TOO_LONG", 460)
        opened.plan(message_users, text="Nu flyttar numren.", **say)
        (line,) = look(opened).messages
        assert line.mails == USERS
        assert 0 < line.sms <= USERS
    finally:
        monkeypatch.undo()
        get_settings.cache_clear()


def test_the_page_does_it_all_and_keeps_what_was_typed(booked: Delivery, make_client: Make) -> None:
    assert booked.planner.person_id
    page = sign_in(make_client(), booked.planner.person_id)
    here = f"/planner/cases/{booked.case_id}/go-live"
    shown = page.get(here).text
    assert 'data-stream="' in shown
    assert "Kan stoppas till" in shown
    refused = page.post(
        f"{here}/no-go", data={"csrf": CSRF, "new_day": "2027-03-14", "no_go_reason": "brand"}
    )
    assert refused.status_code == 422
    assert re.search(r'name="new_day"[^>]*value="2027-03-14"', refused.text)
    assert 'value="brand"' in refused.text
    assert page.post(f"{here}/go", data={"csrf": CSRF, "reason": "vi vågar"}).status_code == 303
    assert "Beslutat: vi kör" in page.get(here).text
    told = page.post(f"{here}/messages", data={"csrf": CSRF, "channel": "mail", "text": "Hej!"})
    assert told.status_code == 303
    assert page.post(f"{here}/log", data={"csrf": CSRF, "log_text": ""}).status_code == 422
    assert page.get(f"{here}/documentation").status_code == 404
    assert '<meta http-equiv="refresh"' in page.get(here, params={"follow": "1"}).text


def test_the_stream_says_when_the_page_is_old_and_ends_with_the_session(opened: Delivery) -> None:
    watch = Watch(opened.case_id, "no such cookie", newest_mark)

    async def follow() -> list[str]:
        heard: list[str] = []
        async for line in lines(watch, Pace(look=0.01, heartbeat=0.05)):
            heard.append(line)
            if len(heard) == 1:
                await asyncio.to_thread(opened.plan, add_note, "något hände")
        return heard

    heard = asyncio.run(asyncio.wait_for(follow(), 60))
    assert heard[0].startswith("retry:")
    assert [line for line in heard if "event: changed" in line], "the note"


def test_a_stranger_gets_no_stream(opened: Delivery, make_client: Make) -> None:
    assert make_client().get(f"/planner/cases/{opened.case_id}/go-live/stream").status_code == 303
    assert opened.planner.person_id
    page = sign_in(make_client(), opened.planner.person_id)
    with page.stream("GET", f"/planner/cases/{opened.case_id}/go-live/stream") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert next(answer.iter_lines()).startswith("retry:")


def test_contact_ways_are_set_on_their_page_and_wrong_ones_are_kept(
    opened: Delivery, make_client: Make
) -> None:
    assert opened.planner.person_id
    page = sign_in(make_client(), opened.planner.person_id)
    with unit_of_work() as session:
        partner = session.exec(
            select(Organisation).where(Organisation.id == opened.partner.organisation_id)
        ).one()
        stranger = register_customer(
            session, name="Annat AB", org_number="5599999009", partner_id=None, now=datetime.now(UTC)
        )
    here = f"/planner/contact-ways/{partner.id}"
    form = {"csrf": CSRF, "email": "fel@exempel.se", "urgent_phone": "", "guidelines": "Ring alltid först."}
    wrong = page.post(here, data=form)
    assert wrong.status_code == 422
    assert "Ring alltid först." in wrong.text
    assert page.post(here, data={**form, "urgent_phone": "08-465 004 01"}).status_code == 303
    assert "08-465 004 01" in page.get("/planner/contact-ways").text
    assert look(opened).ways.guidelines == "Ring alltid först."
    foreign = page.post(f"/planner/contact-ways/{stranger.id}", data={**form, "urgent_phone": "1"})
    assert foreign.status_code == 404


def test_hand_over_gives_documentation_and_the_partners_own_guidelines(
    opened: Delivery, make_client: Make
) -> None:
    opened.upload()
    opened.sign()
    opened.plan(add_note, "kunden är besvärlig")
    ways = {
        "email": "fel@exempel.se",
        "urgent_phone": "08-465 004 01",
        "guidelines": "Skriv alltid ert kundnummer.",
    }
    assert opened.partner.organisation_id
    opened.do(opened.planner, set_contact_ways, opened.partner.organisation_id, **ways)
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET state = 'efterarbete', live_at = now()"))
    assert opened.customer.person_id
    customer = sign_in(make_client(), opened.customer.person_id)
    at = f"/cases/{opened.case_id}/documentation"
    assert customer.get(at).status_code == 404
    opened.plan(hand_over)
    with unit_of_work() as session:
        mail = session.exec(select(OutgoingMail).where(OutgoingMail.subject.contains("kundservice"))).one()  # type: ignore[attr-defined]
        file = session.exec(select(MailFile).where(MailFile.mail_id == mail.id)).one()
    assert mail.recipient == CONTACT
    assert "Skriv alltid ert kundnummer." in mail.plain
    document = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file.content)).pages)
    assert "fel@exempel.se" in document
    assert f"{USERS} användare" in document
    assert "besvärlig" not in document, "what we noted among ourselves is not handed over"
    archive = zipfile.ZipFile(io.BytesIO(customer.get(at).content))
    assert archive.read("överlämning.pdf") == file.content
    rows = list(csv.reader(io.StringIO(archive.read("användare.csv").decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == USERS + 1
    assert opened.planner.person_id
    planner = sign_in(make_client(), opened.planner.person_id)
    assert "Hämta dokumentationen" in planner.get(f"/planner/cases/{opened.case_id}/go-live").text
    assert planner.get(f"/planner/cases/{opened.case_id}/go-live/documentation").status_code == 200
