"""The start mail and its text message: seen, tried, sent, reported on (DL-04, DL-10)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery import queries
from delivery.domain.states import CaseState
from delivery.start.domain.outcome import Outcome
from delivery.start.models import StartMessage
from delivery.start.queries import StartView, start_view
from delivery.start.usecases.send_test import MOST_TESTS, send_again, send_test
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.reports import Channel, DeliveryReport
from infra.settings import get_settings
from infra.sms import OutgoingSms, send_due_sms
from infra.sms_gateway import HttpSmsGateway
from kernel.ids import new_id
from simulators.smscatcher.process import SmscatcherProcess

from .conftest import CONTACT, CSRF, USERS, Delivery, Porting, refusal, sign_in

SECRET = "a-secret-of-reports-that-nobody-guesses"
TOKEN = "a-token-of-text-messages-nobody-guesses"


@pytest.fixture
def sms(
    clean: str, web_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SmscatcherProcess]:
    """A provider of text messages that reports to the real web application."""
    report_url = f"{web_address}/hooks/delivery-reports/sms"
    with SmscatcherProcess(
        directory=tmp_path / "sms", token=TOKEN, report_url=report_url, secret=SECRET
    ) as process:
        monkeypatch.setenv("VAXLA_SMS_URL", process.base_url)
        monkeypatch.setenv("VAXLA_SMS_TOKEN", TOKEN)
        monkeypatch.setenv("VAXLA_REPORTS_SECRET", SECRET)
        get_settings.cache_clear()
        yield process
    monkeypatch.undo()
    get_settings.cache_clear()


@pytest.fixture
def gateway_of_sms(sms: SmscatcherProcess) -> Iterator[HttpSmsGateway]:
    client = HttpSmsGateway(sms.base_url, TOKEN, "Vaxla")
    yield client
    client.close()


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("VAXLA_REPORTS_SECRET", SECRET)
    get_settings.cache_clear()
    yield SECRET
    monkeypatch.undo()
    get_settings.cache_clear()


def signed(
    body: bytes, event_id: str = "evt_1", at: datetime | None = None, key: str = SECRET
) -> dict[str, str]:
    stamp = str(int((at or datetime.now(UTC)).timestamp()))
    mac = hmac.new(key.encode(), f"{event_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,bm90IHRoaXM= v1,{base64.b64encode(mac).decode()}",
    }


def told(message_id: Any, status: str, minutes: int = 0, reason: str = "") -> bytes:
    at = datetime(2027, 2, 20, 9, minutes, tzinfo=UTC).isoformat()
    return json.dumps({"message_id": str(message_id), "status": status, "at": at, "reason": reason}).encode()


def seen(delivery: Delivery, actor: Actor | None = None) -> StartView:
    with unit_of_work() as session:
        return start_view(session, actor or delivery.planner, delivery.case_id, None)


def mails(to: str = "") -> list[OutgoingMail]:
    with unit_of_work() as session:
        found = session.exec(select(OutgoingMail).order_by(OutgoingMail.id)).all()
    return [mail for mail in found if to in ("", mail.recipient)]


@pytest.fixture
def started(delivery: Delivery, porting: Porting) -> Delivery:
    """A delivery whose start messages have been queued; text messages are ordered."""
    delivery.open(options=("app_sms",))
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    delivery.stock()
    porting.settle(lambda summary: not summary.numbers.get("pending"))
    delivery.tell("licences", "subscriptions", "configuration")
    delivery.begin(CaseState.DRIFTSATTNING)
    return delivery


def test_the_preview_is_there_before_anything_is_sent(opened: Delivery) -> None:
    assert seen(opened).preview is None
    opened.upload()
    preview = seen(opened, opened.customer).preview
    assert preview is not None
    for words in ("Apple-ID", "Google", "Växla", "App Store", "tis 2 mars 2027", "Tove Exempelsson", CONTACT):
        assert words in preview.plain, words
    assert preview.subject == "Din nya telefoni hos Exempelverken AB"
    assert "tis 2 mars 2027" in preview.sms
    assert len(preview.sms) < 459, "three parts at most"


def test_a_test_goes_to_oneself_and_is_marked(opened: Delivery) -> None:
    opened.upload()
    opened.do(opened.customer, send_test, opened.case_id)
    (mail,) = [mail for mail in mails(CONTACT) if mail.subject.startswith("[Test] Din nya telefoni")]
    assert mail.plain.strip() == seen(opened).preview.plain  # type: ignore[union-attr]
    opened.do(opened.planner, send_test, opened.case_id)
    assert mails("leveransplanerare@exempel.se")[0].subject.startswith("[Test]")
    view = seen(opened)
    assert [line.is_test for line in view.lines] == [True, True]
    assert view.counts == {}


def test_tests_are_for_those_who_prepare_it_and_not_without_end(opened: Delivery) -> None:
    assert refusal(lambda: opened.plan(send_test)).code == "NOBODY_TO_WRITE_TO"
    opened.upload()
    company = opened.customer.organisation_id
    invoices = Actor(ActorKind.CUSTOMER, "F", new_id(), company, frozenset({Role.FAKTURAANSVARIG}))
    for stranger in (invoices, opened.partner):
        assert refusal(lambda actor=stranger: opened.do(actor, send_test, opened.case_id)).code == "NOT_YOURS"
    assert refusal(lambda: opened.plan(send_test, phone="070-174 06 05")).code == "SMS_NOT_OFFERED"
    for _ in range(MOST_TESTS):
        opened.plan(send_test)
    assert refusal(lambda: opened.plan(send_test)).code == "TOO_MANY_TESTS"
    opened.go_to(opened.now() + timedelta(hours=1, minutes=1))
    opened.plan(send_test)


def test_each_user_gets_a_mail_that_names_the_hour_of_the_move(started: Delivery) -> None:
    view = seen(started)
    mailed = [line for line in view.lines if line.channel is Channel.MAIL]
    assert len({line.recipient for line in mailed}) == USERS
    assert {line.outcome for line in mailed} == {Outcome.WAITING}
    mail = mails(mailed[0].recipient)[0]
    assert "tis 2 mars 2027 kl." in mail.plain
    assert "070-174 06" in mail.plain or "08-465 004" in mail.plain


def test_text_messages_go_only_where_they_are_ordered_and_offered(started: Delivery) -> None:
    assert all(line.channel is Channel.MAIL for line in seen(started).lines), "no provider is named"
    assert started.standing("app_sms") != "done"


def test_text_messages_are_sent_and_reported_on(
    sms: SmscatcherProcess, gateway_of_sms: HttpSmsGateway, started: Delivery
) -> None:
    lines = [line for line in seen(started).lines if line.channel is Channel.SMS]
    assert lines
    assert started.standing("app_sms") == "done"
    bad = lines[0].recipient
    sms.control(bounces={bad: "number not in use"})
    assert send_due_sms(gateway_of_sms, datetime.now(UTC)) == len(lines)
    assert send_due_sms(gateway_of_sms, datetime.now(UTC)) == 0
    assert "App Store" in sms.wait_for(lines[1].recipient).text
    deadline = time.monotonic() + 60
    while any(line.outcome is Outcome.SENT for line in seen(started).lines if line.channel is Channel.SMS):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    outcomes = {line.recipient: line for line in seen(started).lines if line.channel is Channel.SMS}
    assert (outcomes[bad].outcome, outcomes[bad].reason) == (Outcome.BOUNCED, "number not in use")
    assert {line.outcome for to, line in outcomes.items() if to != bad} == {Outcome.DELIVERED}
    assert seen(started).lines[0].recipient == bad, "what came back stands first"
    with unit_of_work() as session:
        timeline = queries.timeline(session, started.planner, started.case_id, language="sv")
    assert any(line.event == "start_bounced" for line in timeline)


def test_a_provider_that_is_away_or_says_no(
    sms: SmscatcherProcess, gateway_of_sms: HttpSmsGateway, opened: Delivery
) -> None:
    opened.upload()
    now = datetime.now(UTC)
    for phone in ("070-174 06 05", "070-174 06 06", "070-174 06 07"):
        opened.plan(send_test, phone=phone)
    sms.control(refuses={"+46701740605": 422, "+46701740606": 503})
    assert send_due_sms(gateway_of_sms, now) == 1
    with unit_of_work() as session:
        rows = {row.recipient: row for row in session.exec(select(OutgoingSms))}
    assert rows["+46701740605"].failed_at is not None
    assert rows["+46701740606"].failed_at is None
    sms.control()
    assert send_due_sms(gateway_of_sms, now + timedelta(hours=1)) == 1
    assert {message.to for message in sms.messages()} == {"+46701740606", "+46701740607"}
    away = HttpSmsGateway("http://127.0.0.1:9", TOKEN, "Vaxla")
    opened.plan(send_test, phone="070-174 06 08")
    assert send_due_sms(away, now) == 0
    away.close()
    assert send_due_sms(gateway_of_sms, now + timedelta(hours=2)) == 1


def test_the_same_message_handed_over_twice_is_one(
    sms: SmscatcherProcess, gateway_of_sms: HttpSmsGateway
) -> None:
    for _ in range(2):
        gateway_of_sms.send(
            str(new_id()) if _ > 1 else "01a1fca7-fb95-70b9-9550-f03bf6dc408a", "+46701740605", "hej"
        )
    assert len(sms.messages()) == 1


def test_a_bounced_mail_is_sent_again_where_it_arrives(
    secret: str, started: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    client = make_client()
    with unit_of_work() as session:
        start = session.exec(select(StartMessage).where(StartMessage.channel == Channel.MAIL)).first()
    assert start
    body = told(start.message_id, "bounced", reason="550 no such user")
    answer = client.post("/hooks/delivery-reports/mail", content=body, headers=signed(body))
    assert answer.status_code == 204
    line = seen(started).lines[0]
    assert (line.id, line.outcome, line.reason) == (start.id, Outcome.BOUNCED, "550 no such user")
    refused = refusal(lambda: started.plan(send_again, start.id, recipient="inte en adress"))
    assert refused.code == "RECIPIENT_WRONG"
    started.plan(send_again, start.id, recipient="Ny.Adress@exempel.se")
    assert len(mails("ny.adress@exempel.se")) == 1
    assert refusal(lambda: started.plan(send_again, new_id(), recipient="a@exempel.se")).code == "NOT_FOUND"


def test_reports_may_come_twice_late_and_in_any_order(
    secret: str, started: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    client = make_client()
    with unit_of_work() as session:
        start = session.exec(select(StartMessage)).first()
    assert start
    for event_id, body in (
        ("evt_3", told(start.message_id, "delivered", minutes=3)),
        ("evt_1", told(start.message_id, "deferred", minutes=1)),
        ("evt_2", told(start.message_id, "bounced", minutes=2)),
        ("evt_2", told(start.message_id, "bounced", minutes=2)),
    ):
        answer = client.post("/hooks/delivery-reports/mail", content=body, headers=signed(body, event_id))
        assert answer.status_code == 204
    with unit_of_work() as session:
        assert len(session.exec(select(DeliveryReport)).all()) == 3
    line = next(line for line in seen(started).lines if line.id == start.id)
    assert (line.outcome, line.reason) == (Outcome.DELIVERED, "")


BODY = told("01a1fca7-fb95-70b9-9550-f03bf6dc408a", "delivered")
GOOD = signed(BODY)
FORGED = {
    "no headers": {},
    "another key": signed(BODY, key="x" * 40),
    "another body": signed(BODY + b" "),
    "another id": GOOD | {"webhook-id": "evt_2"},
    "no id": GOOD | {"webhook-id": ""},
    "too old": signed(BODY, at=datetime.now(UTC) - timedelta(minutes=10)),
    "from the future": signed(BODY, at=datetime.now(UTC) + timedelta(days=1)),
    "odd stamp": GOOD | {"webhook-timestamp": "²"},
    "endless stamp": GOOD | {"webhook-timestamp": "9" * 40},
    "empty signature": GOOD | {"webhook-signature": "v1,"},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
def test_a_report_without_a_right_signature_is_refused(
    headers: dict[str, str], secret: str, clean: str, make_client: Callable[[], httpx.Client]
) -> None:
    sent = {name: value.encode() for name, value in headers.items()}
    answer = make_client().post("/hooks/delivery-reports/sms", content=BODY, headers=sent)
    assert answer.status_code == 401
    with unit_of_work() as session:
        assert session.exec(select(DeliveryReport)).all() == []


def test_nothing_is_signed_where_no_secret_is_set(
    clean: str, make_client: Callable[[], httpx.Client]
) -> None:
    answer = make_client().post("/hooks/delivery-reports/sms", content=BODY, headers=signed(BODY, key=""))
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"\xff",
        told("no id", "delivered"),
        told("01a1fca7-fb95-70b9-9550-f03bf6dc408a", "lost"),
        b'{"message_id": "01a1fca7-fb95-70b9-9550-f03bf6dc408a", "status": "bounced", "at": "2027-01-01"}',
        BODY + b" " * 20_000,
    ],
)
def test_a_signed_report_that_says_nothing_is_refused(
    body: bytes, secret: str, clean: str, make_client: Callable[[], httpx.Client]
) -> None:
    answer = make_client().post("/hooks/delivery-reports/mail", content=body, headers=signed(body))
    assert answer.status_code == 422


def test_the_pages_show_try_and_send_again(
    secret: str, started: Delivery, browser: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    assert started.planner.person_id
    planner = sign_in(make_client(), started.planner.person_id)
    for client, base in (
        (browser, f"/cases/{started.case_id}/start"),
        (planner, f"/planner/cases/{started.case_id}/start"),
    ):
        page = client.get(base)
        assert page.status_code == 200
        assert "App Store" in page.text
        assert client.get(f"{base}?user={new_id()}").status_code == 200
        tried = client.post(f"{base}/test", data={"csrf": CSRF})
        assert tried.status_code == 303
        refused = client.post(f"{base}/test", data={"csrf": CSRF, "phone": "070-174 06 05"})
        assert refused.status_code == 409
        assert "Sms kan inte skickas" in refused.text
        assert client.post(f"{base}/test").status_code == 403
    line = next(line for line in seen(started).lines if not line.is_test)
    done = browser.post(
        f"/cases/{started.case_id}/start/{line.id}/again",
        data={"csrf": CSRF, "recipient": "annan@exempel.se"},
    )
    assert done.status_code == 303
    assert mails("annan@exempel.se")


@pytest.fixture
def opened(delivery: Delivery, request: pytest.FixtureRequest) -> Delivery:
    """The case of `started` when a test has one, else a new one."""
    if "started" in request.fixturenames:
        return request.getfixturevalue("started")
    delivery.open()
    return delivery
