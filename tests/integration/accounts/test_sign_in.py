"""Signing in by a one-time link, over real HTTP: what works, and what every kind of stranger is told."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import httpx
import pytest
from sqlmodel import select

from accounts.domain.roles import Role
from accounts.models import Membership, Person, SignInLink, SignInTry, WebSession
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_customer, register_operator
from accounts.usecases.sign_in import SESSION_IDLE, SESSION_LIFETIME, make_link, open_session, safe_path
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from kernel.errors import DomainError

PIA, TOVE = "pia@exempel.se", "tove@exempel.se"
Browsers = Callable[[], httpx.Client]


@pytest.fixture
def people(clean: str) -> None:
    """A planner and a customer's telefoniansvarig."""
    assert clean
    now = datetime.now(UTC)
    with unit_of_work() as session:
        operator = register_operator(session, name="Växla Telefoni", org_number="5599999033", now=now)
        customer = register_customer(
            session, name="Exempelverken AB", org_number="5599999009", partner_id=None, now=now
        )
        invite_person(session, operator, Role.LEVERANSPLANERARE, email=PIA, name="Pia Planerare", now=now)
        invite_person(session, customer, Role.TELEFONIANSVARIG, email=TOVE, name="Tove Test", now=now)


@pytest.fixture
def browser(make_client: Browsers, people: None) -> httpx.Client:
    return make_client()


def mailed_link() -> str:
    with unit_of_work() as session:
        mail = session.exec(select(OutgoingMail)).all()[-1]
    found = re.search(r"/sign-in/[\w-]+", mail.plain)
    assert found
    return found[0]


def ask(browser: httpx.Client, email: str, where: str = "/") -> httpx.Response:
    return browser.post("/sign-in", data={"email": email, "next": where})


def sign_in(browser: httpx.Client, email: str = PIA, where: str = "/planner") -> httpx.Response:
    assert ask(browser, email, where).status_code == 200
    return browser.post(mailed_link())


def count(table: type) -> int:
    with unit_of_work() as session:
        return len(session.exec(select(table)).all())


def test_a_link_leads_where_the_person_was_heading(browser: httpx.Client) -> None:
    turned_away = browser.get("/planner", params={"queue": "attention", "q": "a&b"})
    assert turned_away.status_code == 303
    page = browser.get(turned_away.headers["location"])
    heading = re.findall(r'name="next" value="([^"]+)"', page.text)[-1]
    assert heading == "/planner?queue=attention&amp;q=a%26b"
    entered = sign_in(browser, where="/planner?queue=attention")
    assert (entered.status_code, entered.headers["location"]) == (303, "/planner?queue=attention")
    assert "Pia Planerare" in browser.get("/planner").text


def test_looking_at_a_link_does_not_use_it_up(browser: httpx.Client) -> None:
    ask(browser, PIA)
    link = mailed_link()
    for _ in range(3):
        assert browser.get(link).status_code == 200
    assert browser.post(link).status_code == 303


def test_a_link_works_once(browser: httpx.Client, make_client: Browsers) -> None:
    ask(browser, PIA)
    link = mailed_link()
    assert browser.post(link).status_code == 303
    again = make_client().post(link)
    assert again.status_code == 401
    assert "Länken fungerar inte längre" in again.text
    assert "set-cookie" not in again.headers


def test_pressed_twice_at_once_one_press_signs_in(people: None) -> None:
    now = datetime.now(UTC)
    with unit_of_work() as session:
        link = make_link(session, session.exec(select(Person)).all()[0], now)
    token, together = link.rpartition("/")[2], Barrier(4)

    def press() -> bool:
        together.wait()
        try:
            with unit_of_work() as session:
                open_session(session, token, now)
        except DomainError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(lambda _: press(), range(4))) == [False, False, False, True]
    assert count(WebSession) == 1


def test_a_link_goes_old(browser: httpx.Client) -> None:
    ask(browser, PIA)
    link = mailed_link()
    with unit_of_work() as session:
        session.exec(select(SignInLink)).one().expires_at = datetime.now(UTC) - timedelta(seconds=1)
    assert browser.post(link).status_code == 401


@pytest.mark.parametrize("token", ["x", "x" * 3000, "%00", "..%2f..", "é"])
def test_an_invented_link_is_refused(browser: httpx.Client, token: str) -> None:
    assert browser.post(f"/sign-in/{token}").status_code in {401, 404}


def test_nobody_learns_which_addresses_we_know(browser: httpx.Client) -> None:
    known, unknown = ask(browser, PIA), ask(browser, "nobody@exempel.se")
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace(PIA, "") == unknown.text.replace("nobody@exempel.se", "")
    assert count(OutgoingMail) == 1


def test_an_address_may_be_written_in_any_case_and_with_spaces(browser: httpx.Client) -> None:
    ask(browser, f"  {PIA.upper()} ")
    assert browser.post(mailed_link()).status_code == 303


@pytest.mark.parametrize("email", [PIA, "nobody@exempel.se"])
def test_the_sixth_link_for_an_address_has_to_wait(browser: httpx.Client, email: str) -> None:
    assert [ask(browser, email).status_code for _ in range(6)] == [200] * 5 + [429]
    assert ask(browser, TOVE).status_code == 200


def test_one_network_address_cannot_try_many(browser: httpx.Client) -> None:
    answers = [ask(browser, f"{n}@exempel.se").status_code for n in range(31)]
    assert answers == [200] * 30 + [429]
    refused = ask(browser, TOVE)
    assert "Vänta 15 minuter" in refused.text
    assert refused.headers["retry-after"] == "900"


def test_what_is_no_address_is_said_at_the_field(browser: httpx.Client) -> None:
    refused = ask(browser, "tove")
    assert refused.status_code == 422
    assert 'aria-invalid="true"' in refused.text
    assert 'value="tove"' in refused.text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//exempel.se",
        "https://exempel.se",
        "/\\exempel.se",
        "\\\\exempel.se",
        "javascript:alert(1)",
        "",
        "/\t/exempel.se",
        "/\n/exempel.se",
    ],
)
def test_a_sign_in_leads_to_no_other_site(elsewhere: str) -> None:
    assert safe_path(elsewhere) == "/"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser: httpx.Client) -> None:
    cookie = sign_in(browser).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "path=/" in cookie


def test_tokens_are_kept_as_hashes_only(browser: httpx.Client) -> None:
    ask(browser, PIA)
    link = mailed_link()
    browser.post(link)
    token = browser.cookies["session"]
    with unit_of_work() as session:
        kept = session.exec(select(WebSession)).one(), session.exec(select(SignInLink)).one()
    assert token not in str(kept)
    assert link.rpartition("/")[2] not in str(kept)


def test_tries_are_kept_for_a_month_without_saying_whose(browser: httpx.Client) -> None:
    ask(browser, PIA)
    with unit_of_work() as session:
        kept = session.exec(select(SignInTry)).one()
        assert kept.email_sha256 not in {
            hashlib.sha256(each.encode()).hexdigest() for each in (PIA, "127.0.0.1")
        }
        kept.at -= timedelta(days=30, seconds=1)
    ask(browser, TOVE)
    assert count(SignInTry) == 1


@pytest.mark.parametrize("change", [{"seen_at": -SESSION_IDLE}, {"expires_at": -SESSION_LIFETIME}])
def test_a_session_ends_by_itself(browser: httpx.Client, change: dict[str, timedelta]) -> None:
    sign_in(browser)
    with unit_of_work() as session:
        row = session.exec(select(WebSession)).one()
        for name, delta in change.items():
            setattr(row, name, getattr(row, name) + delta - timedelta(seconds=1))
    assert browser.get("/planner").status_code == 303


def test_signing_out_ends_the_session_and_not_only_the_cookie(browser: httpx.Client) -> None:
    sign_in(browser)
    cookie = browser.cookies["session"]
    csrf = re.search(r'name="csrf" value="([^"]+)"', browser.get("/planner").text)
    assert csrf
    assert browser.post("/sign-out", data={"csrf": csrf[1]}).status_code == 303
    browser.cookies.set("session", cookie)
    assert browser.get("/planner").status_code == 303


@pytest.mark.parametrize("csrf", ["", "wrong", "fel å", "0" * 32])
def test_a_form_of_another_site_is_refused(browser: httpx.Client, csrf: str) -> None:
    sign_in(browser)
    assert browser.post("/sign-out", data={"csrf": csrf}).status_code == 403
    assert browser.get("/planner").status_code == 200


def test_a_customer_is_no_planner(browser: httpx.Client) -> None:
    sign_in(browser, TOVE, "/")
    assert browser.get("/planner").status_code == 403


def test_who_loses_the_role_loses_the_way_in(browser: httpx.Client) -> None:
    sign_in(browser)
    with unit_of_work() as session:
        for each in session.exec(select(Membership)).all():
            session.delete(each)
    assert browser.get("/planner").status_code == 303


def test_the_language_is_the_browsers_until_one_is_chosen(browser: httpx.Client) -> None:
    def language(**headers: str) -> str:
        return browser.get("/sign-in", headers=headers).headers["content-language"]

    assert language() == "sv"
    assert language(**{"Accept-Language": "en-GB,en;q=0.9"}) == "en"
    assert language(**{"Accept-Language": "sv;q=0.4, en;q=0.9"}) == "en"
    assert language(**{"Accept-Language": "fi"}) == "sv"
    chosen = browser.post("/language", data={"language": "en", "next": "/sign-in"})
    assert chosen.headers["location"] == "/sign-in"
    assert language() == "en"


def test_the_language_of_a_person_is_kept_with_the_person(browser: httpx.Client) -> None:
    sign_in(browser)
    browser.post("/language", data={"language": "en", "next": "/planner"})
    with unit_of_work() as session:
        assert session.exec(select(Person).where(Person.email == PIA)).one().language == "en"
    browser.cookies.delete("language")
    assert browser.get("/planner").headers["content-language"] == "en"
