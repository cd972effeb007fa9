"""X-02: what is kept about people is told, handed over, put right, erased, and dropped when its time is over."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import select, update

from accounts.domain.roles import Role
from accounts.models import Membership, Person, SignInLink, WebSession
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerUser, DeliveryCase
from delivery.personal_data.domain.kept import KEPT, LISTS_KEPT, MESSAGES_KEPT, SIGN_INS_KEPT
from delivery.personal_data.usecases.forget_people import Forgotten, forget_people
from delivery.usecases.cancel_case import cancel_case
from infra.db import unit_of_work
from infra.files import StoredFile
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent

from ..conftest import MONDAY
from ..delivery.conftest import CONTACT, CSRF, USERS, Delivery

HERE = "/account/data"


def unpacked(answer: httpx.Response) -> dict[str, Any]:
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert set(packed.namelist()) == {"data.json", "varför.txt"}
        found: dict[str, Any] = json.loads(packed.read("data.json"))
    return found


def users(*where: Any) -> list[CustomerUser]:
    with unit_of_work() as session:
        return list(session.exec(select(CustomerUser).where(*where)).all())


@pytest.fixture
def somebody(opened: Delivery) -> str:
    """An employee in an older list and in the one that is signed, and member of a group."""
    opened.upload(content=make_sample_workbook(users=USERS + 1))
    opened.sign(opened.upload().number)
    with unit_of_work() as session:
        user = session.exec(select(CustomerUser).where(CustomerUser.email != "")).all()[-1]
        group = session.exec(select(AnswerGroup).where(AnswerGroup.version_id == user.version_id)).first()
        assert group
        group.members = [*group.members, user.email]
    return user.email


def test_the_page_tells_what_is_kept_and_why(browser: httpx.Client) -> None:
    page = browser.get(HERE).text
    assert all(each.what.sv in page and each.until.sv in page for each in KEPT)
    words = {each.until.sv for each in KEPT} | {each.until.en for each in KEPT}
    for days in (LISTS_KEPT, MESSAGES_KEPT, SIGN_INS_KEPT):
        assert any(f"{days.days} da" in each for each in words), "the table says what the job does"


def test_one_has_all_about_oneself_and_puts_it_right(opened: Delivery, browser: httpx.Client) -> None:
    told = unpacked(browser.post(f"{HERE}/export", data={"csrf": CSRF}))
    assert told["person"]["email"] == CONTACT
    assert told["roles"][0]["role"] == "telefoniansvarig"
    assert told["sessions"]
    assert told["lists"][0]["mails"][0]["subject"]
    assert browser.post(f"{HERE}/correct", data={"csrf": CSRF, "name": " "}).status_code == 422
    right = {"csrf": CSRF, "name": "Tove Exempelsson-Ek", "phone": "070-174 06 05"}
    assert browser.post(f"{HERE}/correct", data=right).status_code == 303
    with unit_of_work() as session:
        person = session.exec(select(Person).where(Person.email == CONTACT)).one()
    assert (person.name, person.phone) == ("Tove Exempelsson-Ek", "070-174 06 05")


def test_an_employee_s_details_are_handed_over(browser: httpx.Client, somebody: str) -> None:
    told = unpacked(
        browser.post(f"{HERE}/employee", data={"csrf": CSRF, "email": somebody.upper(), "do": "export"})
    )
    assert [each["version"] for each in told["versions"]] == [1, 2]
    assert told["versions"][1]["row"]["email"] == somebody
    nobody = browser.post(f"{HERE}/employee", data={"csrf": CSRF, "email": "nobody@exempel.se"})
    assert nobody.status_code == 422
    assert 'value="nobody@exempel.se"' in nobody.text


def test_who_is_being_delivered_to_is_erased_when_it_is_done(
    opened: Delivery, browser: httpx.Client, somebody: str
) -> None:
    asked = browser.post(f"{HERE}/employee", data={"csrf": CSRF, "email": somebody, "do": "erase"})
    assert "tas bort ur 2 rader" in asked.text
    early = browser.post(f"{HERE}/erase", data={"csrf": CSRF, "email": somebody})
    assert (early.status_code, "leverans som pågår" in early.text) == (409, True)
    assert len(users(CustomerUser.email == somebody)) == 2
    opened.plan(cancel_case, reason="kunden ångrade sig")
    numbers = {(each.mobile, each.fixed) for each in users(CustomerUser.email == somebody)}
    done = browser.post(f"{HERE}/erase", data={"csrf": CSRF, "email": somebody})
    assert done.headers["location"] == f"{HERE}?erased=1"
    assert users(CustomerUser.email == somebody) == []
    assert numbers <= {(each.mobile, each.fixed) for each in users(CustomerUser.name == "")}
    with unit_of_work() as session:
        members = [member for group in session.exec(select(AnswerGroup)).all() for member in group.members]
        assert somebody not in members
        assert members, "the others stay"
        assert {each.size for each in session.exec(select(StoredFile)).all()} == {0}
        told = session.exec(select(OutboxEvent).where(OutboxEvent.kind == "person.erased")).one()
        assert told.payload == {"rows": 2}, "the audit tells that somebody was erased, not who"
    again = browser.post(f"{HERE}/erase", data={"csrf": CSRF, "email": somebody})
    assert again.status_code == 422


def test_only_who_may_sign_asks_about_others(browser: httpx.Client, somebody: str) -> None:
    with unit_of_work() as session:
        session.exec(
            update(Membership).where(Membership.role == Role.TELEFONIANSVARIG).values(role=Role.IT_ANSVARIG)
        )
    assert "En anställd hos er" not in browser.get(HERE).text
    for what in ("employee", "erase"):
        assert browser.post(f"{HERE}/{what}", data={"csrf": CSRF, "email": somebody}).status_code == 404
    assert len(users(CustomerUser.email == somebody)) == 2


def forgotten(later: timedelta, machine: timedelta = timedelta(0)) -> Forgotten:
    with unit_of_work() as session:
        return forget_people(session, now=MONDAY + later, machine_now=datetime.now(UTC) + machine)


def test_lists_that_do_not_hold_are_dropped_ninety_days_after_the_end(
    opened: Delivery, somebody: str
) -> None:
    assert forgotten(timedelta(days=1000)) == Forgotten(0, 0, 0, 0), "a delivery under way keeps all"
    opened.plan(cancel_case, reason="kunden ångrade sig")
    assert forgotten(LISTS_KEPT - timedelta(hours=1)).lists == 0
    assert forgotten(LISTS_KEPT + timedelta(hours=1)).lists == 1
    assert forgotten(LISTS_KEPT + timedelta(hours=2)).lists == 0, "there is nothing left to do"
    with unit_of_work() as session:
        first, second = session.exec(select(CustomerDataVersion).order_by(CustomerDataVersion.number)).all()
        assert (first.outline, first.issues) == ([], [])
        assert {each.size for each in session.exec(select(StoredFile)).all()} == {0}
    assert {each.email for each in users(CustomerUser.version_id == first.id)} == {""}
    assert somebody in {each.email for each in users(CustomerUser.version_id == second.id)}


def test_messages_and_sign_ins_are_dropped_in_their_time(opened: Delivery, browser: httpx.Client) -> None:
    with unit_of_work() as session:
        session.exec(update(OutgoingMail).values(sent_at=datetime.now(UTC)))
    assert forgotten(timedelta(0), MESSAGES_KEPT - timedelta(hours=1)).messages == 0
    gone = forgotten(timedelta(0), MESSAGES_KEPT + timedelta(hours=1))
    assert gone.messages > 0
    assert gone.sign_ins == 0, "they went before"
    with unit_of_work() as session:
        assert {(each.recipient, each.plain) for each in session.exec(select(OutgoingMail)).all()} == {
            ("", "")
        }
        assert session.exec(select(WebSession)).first() is None
        assert session.exec(select(SignInLink)).first() is None
        assert session.exec(select(DeliveryCase)).one(), "the delivery stays"


@pytest.mark.parametrize("path", ["export", "correct", "employee", "erase"])
def test_none_of_it_is_done_without_the_page_s_own_form(
    browser: httpx.Client, make_client: Callable[[], httpx.Client], path: str
) -> None:
    assert browser.post(f"{HERE}/{path}", data={"email": CONTACT}).status_code == 403
    assert make_client().post(f"{HERE}/{path}").status_code == 303
