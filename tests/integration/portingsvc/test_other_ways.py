"""The two other gateways (NP-08): a donor's desk by mail, a host operator's portal by files."""

from __future__ import annotations

import email
import email.policy
import mailbox
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from infra.clock import current, set_virtual
from infra.db import unit_of_work
from infra.settings import get_settings
from kernel.errors import DomainError
from portingsvc.domain.outcomes import Outcome
from portingsvc.domain.states import AttemptState, NumberState, OrderState
from portingsvc.gateways import email_desk
from portingsvc.gateways.email_desk import EmailDesk
from portingsvc.gateways.file_exchange import FileExchange
from portingsvc.gateways.messages_csv import UnreadableError, answer_form, read_answer
from portingsvc.gateways.routing import mandate_document
from portingsvc.queries import numbers_of_case, repairs_of_case
from portingsvc.usecases import lay_up as laying_up
from portingsvc.usecases import plan_orders as planning
from portingsvc.usecases.change_port_date import change_port_date
from portingsvc.usecases.collect_messages import collect_messages
from portingsvc.usecases.dispatch_due import dispatch_due
from portingsvc.usecases.enter_answer import enter_answer
from portingsvc.usecases.reconcile_in_doubt import reconcile_in_doubt
from portingsvc.usecases.send_wishes import send_wishes
from simulators.gateway.process import GatewayProcess
from simulators.mailcatcher.process import MailcatcherProcess

from .conftest import GO_LIVE, Story, by
from .test_wishes import LATER, NUMBER, SERIES, do, in_state

SOON = timedelta(seconds=30)


class Files:
    """A case whose donor is reached by files, and the host operator as its own process."""

    def __init__(self, story: Story, host: GatewayProcess, folder: Path) -> None:
        self.story, self.host, self.gateway = story, host, FileExchange(folder)
        self.folder = folder

    def settle(self, done, seconds: float = 60):
        deadline = time.monotonic() + seconds
        while True:
            dispatch_due(self.gateway)
            reconcile_in_doubt(self.gateway)
            send_wishes(self.gateway)
            collect_messages(self.gateway)
            orders = self.story.orders()
            if done(orders):
                return orders
            assert time.monotonic() < deadline, [o.state for o in orders]
            time.sleep(0.05)

    def go_to(self, instant: datetime) -> None:
        with unit_of_work() as session:
            set_virtual(session, instant)
        self.host.set_clock(instant)


@pytest.fixture
def files(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    for module in (planning, laying_up):
        monkeypatch.setattr(module, "gateway_name", lambda _donor: "file_exchange")
    with GatewayProcess(token="a token", clock="virtual", exchange_dir=tmp_path) as host:
        host.set_clock(story.now())
        yield Files(story, host, tmp_path)


def test_a_port_by_files_goes_all_the_way_and_moves_on_the_way(files: Files) -> None:
    files.story.order(NUMBER, SERIES)
    orders = files.settle(in_state(OrderState.DATE_CONFIRMED))
    do(change_port_date, orders[0].id, LATER)
    files.settle(lambda found: found[0].port_at == LATER)
    files.go_to(GO_LIVE)
    files.settle(lambda found: found[1].state is OrderState.PORTED)
    files.go_to(LATER)
    files.settle(in_state(OrderState.PORTED))
    assert files.host.books()["duplicates_received"] == 0
    assert not list((files.folder / "in").glob("*.csv")), "what was read is moved away"


def test_a_rejection_by_file_opens_the_same_repair(files: Files) -> None:
    files.host.script([{"number": NUMBER[0], "decision": "reject", "blocking_codes": ["01"]}])
    files.story.order(NUMBER)
    files.settle(in_state(OrderState.ACTION_REQUIRED))
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, files.story.case_id)
    assert [code for code, _ in repair.reasons] == ["OWNER_ID_MISMATCH"]


def test_a_request_file_is_put_once_whoever_tries_again(tmp_path: Path) -> None:
    exchange = FileExchange(tmp_path)
    payload = b'{"dossier_id": "VX-1", "series": [{"first": "+46701740605", "last": "+46701740605"}]}'
    until = datetime.now(UTC) + SOON
    assert exchange.look_up("VX-1") is None
    assert exchange.submit("key", payload, until).outcome is Outcome.RECEIVED
    written = (tmp_path / "out" / "VX-1.request.csv").read_bytes()
    assert exchange.submit("key", payload, until).outcome is Outcome.RECEIVED
    (tmp_path / "out" / "VX-1.request.csv").rename(tmp_path / "out" / "taken" / "VX-1.request.csv")
    assert exchange.submit("key", payload, until).outcome is Outcome.RECEIVED
    assert not list((tmp_path / "out").glob("*.csv"))
    assert (tmp_path / "out" / "taken" / "VX-1.request.csv").read_bytes() == written
    assert exchange.look_up("VX-1") is not None


def test_a_sender_that_was_frozen_past_its_hour_puts_no_file(tmp_path: Path) -> None:
    exchange = FileExchange(tmp_path)
    payload = b'{"dossier_id": "VX-1", "series": []}'
    late = exchange.submit("key", payload, datetime.now(UTC) - SOON)
    assert late.outcome is Outcome.NOT_ACCEPTED
    assert exchange.look_up("VX-1") is None


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no row"),
        (b"hej;hopp\r\n1;2\r\n", "no row"),
        (b"type;dossier_id\r\nfax;VX-1\r\n", "unknown type"),
        (b"type;dossier_id\r\nanswer;VX-1\r\nanswer;VX-2\r\n", "several dossiers"),
    ],
)
def test_a_file_that_is_no_answer_is_said_so(content: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_answer(content)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[EmailDesk, MailcatcherProcess]]:
    for module in (planning, laying_up):
        monkeypatch.setattr(module, "gateway_name", lambda _donor: "email_desk")
    with MailcatcherProcess(directory=tmp_path / "mail") as catcher:
        settings = get_settings().model_copy(update={"smtp_url": catcher.smtp_url})
        monkeypatch.setattr(email_desk, "get_settings", lambda: settings)
        yield EmailDesk({"TELIA": "desk@exempel.se"}, tmp_path / "inbox", mandate_document), catcher


def letters(catcher: MailcatcherProcess) -> list[email.message.EmailMessage]:
    found = sorted(catcher.directory.glob("*.eml"))
    return [email.message_from_bytes(each.read_bytes(), policy=email.policy.default) for each in found]


def deliver(desk: EmailDesk, letter: EmailMessage) -> None:
    """What the mail server of our own address does."""
    desk._inbox.add(mailbox.MaildirMessage(letter))


def reply(desk: EmailDesk, form: bytes) -> None:
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = (
        "desk@exempel.se",
        "leverans@exempel.se",
        "SV: Portering",
    )
    answer.set_content("Se bilagan.")
    answer.add_attachment(form, maintype="text", subtype="csv", filename="svar.csv")
    deliver(desk, answer)


def test_a_desk_gets_a_letter_with_mandate_request_and_answer_form(story: Story, desk) -> None:
    gateway, catcher = desk
    story.order(SERIES)
    assert dispatch_due(gateway) == 1
    (letter,) = letters(catcher)
    names = [part.get_filename() for part in letter.iter_attachments()]
    assert names == ["begaran.csv", "svar.csv", "fullmakt-telia.pdf"]
    pdf = next(p for p in letter.iter_attachments() if p.get_filename() == "fullmakt-telia.pdf")
    assert pdf.get_content().startswith(b"%PDF")
    assert letter["To"] == "desk@exempel.se"
    assert story.orders()[0].state is OrderState.SUBMITTED


def test_the_desk_s_reply_is_read_from_the_mailbox_once(story: Story, desk) -> None:
    gateway, catcher = desk
    story.order(SERIES)
    dispatch_due(gateway)
    (letter,) = letters(catcher)
    form = next(p for p in letter.iter_attachments() if p.get_filename() == "svar.csv").get_content()
    reply(gateway, form.encode())
    deliver(gateway, letter)  # our own copy is no answer
    collect_messages(gateway)
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED
    assert gateway.messages(0, 100) == [], "it is marked as read"


def test_a_no_by_mail_names_its_reasons(story: Story, desk) -> None:
    gateway, catcher = desk
    story.order(SERIES)
    dispatch_due(gateway)
    form = next(p for p in letters(catcher)[0].iter_attachments() if p.get_filename() == "svar.csv")
    lines = form.get_content().splitlines()
    cells = lines[1].split(";")
    cells[5] = "01 04"
    reply(gateway, f"{lines[0]}\r\n{';'.join(cells)}\r\n".encode("cp1252"))
    collect_messages(gateway)
    (order,) = story.orders()
    assert order.state is OrderState.ACTION_REQUIRED
    assert order.attempts[0].reasons == ("OWNER_ID_MISMATCH", "PART_OF_SERIES")


def test_an_answer_by_telephone_is_entered_by_a_planner(story: Story, desk) -> None:
    gateway, _ = desk
    story.order(NUMBER)
    dispatch_due(gateway)
    (order,) = story.orders()
    with unit_of_work() as session:
        enter_answer(
            session, order.id, kind="answer", codes=[], at=None, cause=by("planner", current(session))
        )
    assert story.orders()[0].state is OrderState.DATE_CONFIRMED
    with unit_of_work() as session:
        cause = by("planner", current(session))
        enter_answer(session, order.id, kind="performed", codes=[], at=None, cause=cause)
    assert story.orders()[0].state is OrderState.PORTED


def test_a_desk_s_answer_may_hold_for_a_part(story: Story, desk) -> None:
    gateway, _ = desk
    story.order(SERIES)
    dispatch_due(gateway)
    (order,) = story.orders()
    told = {"kind": "answer", "codes": ["01"], "at": None}
    with pytest.raises(DomainError) as refused, unit_of_work() as session:
        enter_answer(session, order.id, **told, only=["+46701740605"], cause=by("planner", current(session)))
    assert (refused.value.code, refused.value.field) == ("NUMBER_NOT_IN_ORDER", "numbers")
    with unit_of_work() as session:
        enter_answer(session, order.id, **told, only=[SERIES[0]], cause=by("planner", current(session)))
    with unit_of_work() as session:
        states = {each.e164: each.state for each in numbers_of_case(session, story.case_id)}
    assert states.pop(SERIES[0]) is NumberState.REJECTED
    assert set(states.values()) == {NumberState.CONFIRMED}


def test_a_letter_whose_fate_is_unknown_is_found_by_our_own_copy(story: Story, desk) -> None:
    gateway, catcher = desk
    story.order(NUMBER)
    dispatch_due(gateway)
    (letter,) = letters(catcher)
    dossier = str(letter["X-Vaxla-Dossier"])
    with pytest.raises(email_desk.GatewayUnavailable):
        gateway.look_up(dossier)
    deliver(gateway, letter)
    assert gateway.look_up(dossier) is not None


def test_a_donor_without_a_desk_is_parked_for_a_person(story: Story, desk, tmp_path: Path) -> None:
    story.order(NUMBER)
    dispatch_due(EmailDesk({}, tmp_path / "other", mandate_document))
    (order,) = story.orders()
    assert order.attempts[0].state is AttemptState.PARKED
    assert "no porting desk" in order.attempts[0].parked_reason


def test_the_answer_form_says_yes_as_it_stands() -> None:
    payload = (
        b'{"dossier_id": "VX-1", "port_at": "2027-02-16T09:00:00+00:00",'
        b' "series": [{"first": "+46701740605", "last": "+46701740606"}]}'
    )
    kind, dossier, _, body = read_answer(answer_form(payload))
    assert (kind, dossier) == ("answer", "VX-1")
    assert body["series"] == [{"first": "+46701740605", "last": "+46701740606", "blocking_codes": []}]
