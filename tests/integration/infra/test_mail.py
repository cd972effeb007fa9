"""Mail is a row first, sent once the change is stored, and tried again until a server takes it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Barrier, Lock
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlmodel import Session, select

from entrypoints.embedded import free_port
from infra import mail
from infra.db import unit_of_work
from infra.mail import OutgoingMail, queue_mail, send_due
from infra.settings import get_settings

NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
TOVE = "tove@exempel.se"


class MailServer:
    """A real SMTP server that keeps what it takes and refuses as it is told."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.answers: list[str] = []
        self.recipient_answers: list[str] = []
        self._lock = Lock()

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _: Any) -> str:  # noqa: N802
        answer = self.recipient_answers.pop(0) if self.recipient_answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        with self._lock:
            answer = self.answers.pop(0) if self.answers else "250 OK"
            if answer.startswith("250"):
                taken = message_from_bytes(envelope.content, policy=policy.default)
                assert isinstance(taken, EmailMessage)
                self.taken.append(taken)
        return answer


@pytest.fixture
def server(clean: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    assert clean
    kept = MailServer()
    port = free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setitem(os.environ, "VAXLA_SMTP_URL", f"smtp://127.0.0.1:{port}")
    get_settings.cache_clear()
    yield kept
    controller.stop()
    monkeypatch.undo()
    get_settings.cache_clear()


def ask(session: Session, **changed: Any) -> None:
    facts: dict[str, Any] = {"name": "Tove", "link": "https://vaxla.test/sign-in/x", "minutes": 20}
    queue_mail(session, TOVE, "sign_in", "sv", **(facts | changed))


def row() -> OutgoingMail:
    with unit_of_work() as session:
        return session.exec(select(OutgoingMail)).one()


def test_a_mail_is_sent_after_the_change_it_tells_of(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
        assert send_due(NOW) == 0
    assert send_due(NOW) == 1
    [taken] = server.taken
    assert (taken["To"], taken["Subject"]) == (TOVE, "Din länk till Växla")
    assert taken["Date"]
    plain, html = taken.iter_parts()
    assert "https://vaxla.test/sign-in/x" in plain.get_content()
    assert 'href="https://vaxla.test/sign-in/x"' in html.get_content()
    assert row().sent_at == NOW


def test_what_is_rolled_back_is_never_told(server: MailServer) -> None:
    def break_off() -> None:
        with unit_of_work() as session:
            ask(session)
            raise ValueError

    with pytest.raises(ValueError):
        break_off()
    assert send_due(NOW) == 0
    assert server.taken == []


def test_a_mail_is_sent_once(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
    assert (send_due(NOW), send_due(NOW), send_due(NOW + timedelta(days=1))) == (1, 0, 0)
    assert len(server.taken) == 1


def test_two_senders_at_once_share_the_work(server: MailServer) -> None:
    with unit_of_work() as session:
        for _ in range(12):
            ask(session)
    together = Barrier(3)

    def work() -> int:
        together.wait()
        return send_due(NOW)

    with ThreadPoolExecutor(3) as pool:
        counts = [each.result() for each in [pool.submit(work) for _ in range(3)]]
    assert sum(counts) == 12
    assert len({str(each["Message-ID"]) for each in server.taken}) == len(server.taken) == 12


def test_a_refused_mail_waits_and_is_tried_again_under_the_same_id(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
    server.answers = ["451 not now"]
    assert send_due(NOW) == 0
    waiting = row()
    assert (waiting.tries, waiting.due_at, waiting.failed_at) == (1, NOW + timedelta(seconds=2), None)
    assert send_due(NOW) == 0
    assert send_due(NOW + timedelta(seconds=2)) == 1
    assert str(waiting.id) in server.taken[0]["Message-ID"]


def test_greylisting_is_no_final_answer(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
    server.recipient_answers = ["450 come back later"]
    send_due(NOW)
    assert row().failed_at is None
    assert send_due(NOW + timedelta(minutes=5)) == 1


def test_an_address_that_does_not_exist_is_given_up_at_once(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
    server.recipient_answers = ["550 no such person"]
    send_due(NOW)
    assert row().failed_at == NOW
    assert send_due(NOW + timedelta(days=1)) == 0


def test_a_mail_that_is_never_taken_is_given_up_where_one_can_see_it(server: MailServer) -> None:
    with unit_of_work() as session:
        ask(session)
    server.answers = ["451 not now"] * 20
    for day in range(12):
        assert row().failed_at is None
        send_due(NOW + timedelta(days=day))
    given_up = row()
    assert (given_up.tries, given_up.sent_at) == (12, None)
    assert given_up.failed_at == NOW + timedelta(days=11)
    assert "451" in given_up.last_error


def test_a_mail_that_cannot_be_written_does_not_hold_up_the_next(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work() as session:
        ask(session)
        ask(session)
    hand_over, broken = mail._hand_over, []

    def first_breaks(each: OutgoingMail) -> None:
        if not broken:
            broken.append(each.id)
            raise ValueError("a header with a line break")
        hand_over(each)

    monkeypatch.setattr(mail, "_hand_over", first_breaks)
    assert send_due(NOW) == 1
    assert len(server.taken) == 1


def test_a_subject_is_one_line_however_a_company_is_called(server: MailServer) -> None:
    with unit_of_work() as session:
        queue_mail(
            session,
            TOVE,
            "invitation",
            "sv",
            name="Tove",
            company="Exempel\r\nBcc: alla@exempel.se " + "x" * 400,
            role="telefoniansvarig",
            go_live_on=NOW.date(),
            link="https://vaxla.test/",
            days=14,
        )
    assert send_due(NOW) == 1
    assert server.taken[0]["Bcc"] is None
    assert len(row().subject) == 300


def test_a_server_that_is_away_costs_a_wait(clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clean
    monkeypatch.setitem(os.environ, "VAXLA_SMTP_URL", "smtp://127.0.0.1:1")
    get_settings.cache_clear()
    with unit_of_work() as session:
        ask(session)
    assert send_due(NOW) == 0
    assert row().failed_at is None
    monkeypatch.undo()
    get_settings.cache_clear()


def test_logs_never_say_to_whom(server: MailServer, caplog: pytest.LogCaptureFixture) -> None:
    with unit_of_work() as session:
        ask(session)
    server.recipient_answers = [f"550 {TOVE} is unknown"]
    with caplog.at_level(logging.DEBUG, "infra"):
        send_due(NOW)
    ours = [str(each.__dict__) for each in caplog.records if each.name == "infra.mail"]
    assert ours
    assert not any(TOVE in each for each in ours)
