"""A form that comes after its session has ended loses nothing, and shows to nobody but its writer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import lxml.html
import pytest
from playwright.sync_api import Page, expect
from sqlmodel import select, update

from accounts.access import SESSION_COOKIE
from accounts.domain.kept_forms import MOST_KEPT
from accounts.domain.roles import Role
from accounts.models import KeptForm, Organisation, Person, WebSession
from accounts.repository import session_by_token
from accounts.usecases.invite_person import invite_person
from accounts.usecases.sign_in import begin_session, make_link
from delivery.questionnaire.queries.sheets import questionnaire
from infra.db import unit_of_work

from ..delivery.conftest import CONTACT, CSRF, Delivery, sign_in

TYPED = {"q-name": "Exempelverken i Luleå AB", "v-name": "0", "was-name": "Exempelverken AB", "do": "later"}
HTML = {"Accept": "text/html"}


def leave(**how: datetime) -> None:
    """Every session ends, or ages."""
    with unit_of_work() as session:
        session.exec(update(WebSession).values(**(how or {"ended_at": datetime.now(UTC)})))


def here(opened: Delivery, part: str = "questions/company") -> str:
    return f"/cases/{opened.case_id}/{part}"


def post(browser: httpx.Client, path: str, data: dict[str, str], csrf: str = CSRF) -> httpx.Response:
    referer = f"{str(browser.base_url).rstrip('/')}{path}"
    return browser.post(path, data={"csrf": csrf, **data}, headers={**HTML, "Referer": referer})


def kept(answer: httpx.Response) -> str:
    """Where what was written is given back."""
    assert answer.status_code == 303
    return answer.headers["location"].removeprefix("/sign-in?next=")


def name_of(opened: Delivery) -> str:
    with unit_of_work() as session:
        return (
            questionnaire(session, opened.customer, opened.case_id).section("company").items[0].value("name")
        )


@pytest.fixture
def again(opened: Delivery, make_client: Callable[[], httpx.Client]) -> Callable[[], httpx.Client]:
    """The same person, signed in anew."""

    def one() -> httpx.Client:
        assert opened.customer.person_id
        with unit_of_work() as session:
            cookie = begin_session(session, opened.customer.person_id, datetime.now(UTC))
            found = session_by_token(session, cookie)
            assert found
            found.csrf = CSRF
        client = make_client()
        client.cookies.set(SESSION_COOKIE, cookie)
        return client

    return one


def test_what_was_written_is_given_back_after_sign_in_and_sent_by_one_press(
    opened: Delivery, browser: httpx.Client, again: Callable[[], httpx.Client]
) -> None:
    leave()
    path = kept(post(browser, here(opened), TYPED))
    assert "Det du skrev är sparat i ett dygn" in browser.get(f"/sign-in?next={path}").text
    assert browser.get(path, headers=HTML).status_code == 303, "nobody sees it before they are signed in"
    person = again()
    page = lxml.html.fromstring(person.get(path).text)
    assert "Exempelverken i Luleå AB" in page.text_content()
    form = next(each for each in page.forms if each.action == here(opened))
    assert name_of(opened) == "Exempelverken AB"
    assert person.post(form.action, data=dict(form.form_values())).status_code == 303
    assert name_of(opened) == "Exempelverken i Luleå AB"


def test_nobody_else_is_given_it(
    opened: Delivery, browser: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    with unit_of_work() as session:
        company = session.get_one(Organisation, opened.customer.organisation_id)
        other = invite_person(
            session, company, Role.TELEFONIANSVARIG, email="kim@exempel.se", name="Kim", now=datetime.now(UTC)
        ).id
    leave()
    path = kept(post(browser, here(opened), TYPED))
    assert opened.planner.person_id
    for person in (other, opened.planner.person_id):
        stranger = sign_in(make_client(), person)
        assert stranger.get(path).status_code == 404
        assert stranger.post(f"{path}/drop", data={"csrf": CSRF}).status_code == 404


def test_an_old_tab_of_one_s_own_keeps_too_and_a_foreign_one_is_refused(
    opened: Delivery,
    browser: httpx.Client,
    again: Callable[[], httpx.Client],
    make_client: Callable[[], httpx.Client],
) -> None:
    assert opened.planner.person_id
    with unit_of_work() as session:
        session.exec(update(WebSession).values(csrf="of-the-old-tab", ended_at=datetime.now(UTC)))
    person = again()
    path = kept(post(person, here(opened), TYPED, csrf="of-the-old-tab"))
    assert "Exempelverken i Luleå AB" in person.get(path).text
    other = sign_in(make_client(), opened.planner.person_id)
    for someone, csrf in ((person, "of-another-site"), (other, "of-the-old-tab"), (person, "")):
        assert post(someone, here(opened), TYPED, csrf=csrf).status_code == 403
    assert person.post(here(opened), data=TYPED, headers={"Accept": "application/json"}).status_code == 403


@pytest.mark.parametrize(
    ("part", "data", "why"),
    [
        ("data/1/sign", {"sure": "yes", "default_donor": "TELIA"}, "a signature is given anew"),
        (
            "mandates/01a1fe6a-878f-74c8-845e-d1311f3c46e0/sign",
            {"name": "Tove Exempelsson"},
            "a signature is given anew",
        ),
        ("questions/company", {"do": "done", "v-name": "1"}, "nobody wrote anything"),
        ("questions/company", {"q-name": "a" * 70_000}, "far too much"),
        ("questions/company", {f"q-{n}": "x" for n in range(501)}, "far too many"),
    ],
)
def test_some_forms_are_not_kept(
    opened: Delivery, browser: httpx.Client, part: str, data: dict[str, str], why: str
) -> None:
    leave()
    assert kept(post(browser, here(opened, part), data)) == here(opened, part), why
    with unit_of_work() as session:
        assert session.exec(select(KeptForm)).all() == []


def test_no_secret_is_stored_and_nothing_in_clear(
    opened: Delivery, browser: httpx.Client, again: Callable[[], httpx.Client]
) -> None:
    leave()
    secrets = {"pin": "4711", "new_password": "hemligt", "api-token": "hemligt", "q-pin": "0007"}
    path = kept(post(browser, here(opened), TYPED | secrets))
    with unit_of_work() as session:
        (row,) = session.exec(select(KeptForm)).all()
        assert "Luleå" not in row.locked
    given = again().get(path).text
    assert "Exempelverken i Luleå AB" in given
    assert not any(each in given for each in (*secrets.values(), 'value="of-'))


def test_it_is_kept_for_a_day_and_not_from_a_page_a_week_old(
    opened: Delivery, browser: httpx.Client, again: Callable[[], httpx.Client]
) -> None:
    leave()
    path = kept(post(browser, here(opened), TYPED))
    person = again()
    assert person.get(path).status_code == 200
    with unit_of_work() as session:
        session.exec(update(KeptForm).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert person.get(path).status_code == 404
    leave(opened_at=datetime.now(UTC) - timedelta(days=8), ended_at=datetime.now(UTC))
    assert kept(post(browser, here(opened), TYPED)) == here(opened)


def test_the_newest_are_kept_and_one_can_be_thrown_away(
    opened: Delivery, browser: httpx.Client, again: Callable[[], httpx.Client]
) -> None:
    leave()
    paths = [kept(post(browser, here(opened), TYPED)) for _ in range(MOST_KEPT + 1)]
    person = again()
    assert person.get(paths[0]).status_code == 404
    assert person.get(paths[-1]).status_code == 200
    dropped = person.post(f"{paths[-1]}/drop", data={"csrf": CSRF})
    assert (dropped.status_code, dropped.headers["location"]) == (303, here(opened))
    assert person.get(paths[-1]).status_code == 404


@pytest.mark.browser
def test_signed_out_while_writing_and_back_by_the_link_in_the_mail(
    opened: Delivery, visit: Callable[..., Page]
) -> None:
    page = visit(opened.customer.person_id, java_script_enabled=False)
    page.goto(here(opened))
    page.get_by_label("Företagets namn").fill("Exempelverken i Luleå AB")
    leave()
    page.get_by_role("button", name="Spara och fortsätt senare").click()
    expect(page.get_by_text("Det du skrev är sparat i ett dygn")).to_be_visible()
    page.get_by_label("E-postadress").fill(CONTACT)
    path = page.locator("form[action='/sign-in'] input[name=next]").get_attribute("value")
    with unit_of_work() as session:
        person = session.exec(select(Person).where(Person.email == CONTACT)).one()
        link = make_link(session, person, datetime.now(UTC), next_path=path or "/").split("8000", 1)[1]
    page.goto(link)
    page.get_by_role("button", name="Logga in").click()
    expect(page.get_by_role("heading", name="Det du skrev finns kvar")).to_be_visible()
    expect(page.get_by_text("Exempelverken i Luleå AB")).to_be_visible()
    page.get_by_role("button", name="Skicka det nu").click()
    page.wait_for_url(f"**/cases/{opened.case_id}")
    assert name_of(opened) == "Exempelverken i Luleå AB"
    assert any(each["name"] == SESSION_COOKIE for each in page.context.cookies())


@pytest.mark.browser
def test_who_is_signed_out_while_typing_is_told_at_once(opened: Delivery, visit: Callable[..., Page]) -> None:
    page = visit(opened.customer.person_id)
    page.goto(here(opened))
    leave()
    page.get_by_label("Företagets namn").fill("Exempelverken i Luleå AB")
    expect(page.get_by_text("Inte sparat: du har loggats ut.")).to_be_visible()
    page.get_by_role("button", name="Spara och fortsätt senare").click()
    expect(page.get_by_text("Det du skrev är sparat i ett dygn")).to_be_visible()
