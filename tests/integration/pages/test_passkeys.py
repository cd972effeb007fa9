"""Passkeys with Chromium's own authenticator: added, used, removed; refused in one voice; links stay."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Page, expect
from sqlmodel import func, select, update

from accounts.models import Passkey, PasskeyChallenge, Person, WebSession
from accounts.usecases.sign_in import make_link
from accounts.usecases.use_passkeys import MOST
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from infra.settings import get_settings

from ..delivery.conftest import CONTACT, CSRF, Delivery

REFUSED = "Passkeyn gick inte att använda"


@pytest.fixture
def named(web_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The same server under a name, which passkeys need."""
    address = web_address.replace("127.0.0.1", "localhost")
    monkeypatch.setenv("VAXLA_PUBLIC_URL", address)
    get_settings.cache_clear()
    yield address
    monkeypatch.undo()
    get_settings.cache_clear()


def link() -> str:
    with unit_of_work() as session:
        person = session.exec(select(Person).where(Person.email == CONTACT)).one()
        return make_link(session, person, datetime.now(UTC), next_path="/account")


def authenticator(page: Page, *, verifies: bool = True) -> str:
    """A device with a fingerprint reader, as the browser sees it. Returns its id."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    made = protocol.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": verifies,
            }
        },
    )
    return str(made["authenticatorId"])


def counted(table: type) -> int:
    with unit_of_work() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.browser
def test_a_passkey_is_added_used_and_removed(
    opened: Delivery, named: str, visit: Callable[..., Page]
) -> None:
    page = visit()
    authenticator(page)
    page.goto(link())
    page.get_by_role("button", name="Logga in").click()
    page.get_by_label("Vad kallar du enheten?").fill("jobbdatorn")
    page.get_by_role("button", name="Lägg till en passkey").dblclick()  # pressed twice, it adds one
    expect(page.get_by_role("button", name="Ta bort jobbdatorn")).to_be_visible()
    page.get_by_role("button", name="Lägg till en passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("har redan en")  # the device knows its own

    page.get_by_role("button", name="Logga ut").click()
    page.wait_for_url("**/sign-in")
    page.goto(f"{named}/cases/{opened.case_id}/status")
    page.get_by_role("button", name="Logga in med passkey").click()
    expect(page.get_by_role("heading", name="Så går det")).to_be_visible()
    with unit_of_work() as session:
        key = session.exec(select(Passkey)).one()
        assert key.sign_count > 0
        assert key.last_used_at
        assert key.person_id == opened.customer.person_id
        told = session.exec(select(OutboxEvent).where(OutboxEvent.entity == "passkey")).one()
        assert (told.kind, told.actor, told.stream) == ("passkey.added", "Tove Exempelsson", "operator")
        assert key.credential_id not in json.dumps(told.payload)
    assert counted(PasskeyChallenge) == 1, "what was asked and answered is used up; the one refused is left"

    page.get_by_role("link", name="Tove Exempelsson").click()
    page.get_by_role("button", name="Ta bort jobbdatorn").click()
    expect(page.get_by_role("button", name="Ta bort jobbdatorn")).to_have_count(0)
    page.get_by_role("button", name="Logga ut").click()
    page.get_by_role("button", name="Logga in med passkey").click()
    expect(page.get_by_role("alert").filter(has_text=REFUSED)).to_be_visible()
    expect(page.get_by_role("button", name="Mejla en länk")).to_be_visible()


@pytest.mark.browser
def test_a_device_that_does_not_know_its_person_adds_none(
    opened: Delivery, named: str, visit: Callable[..., Page]
) -> None:
    page = visit()
    authenticator(page, verifies=False)
    page.goto(link())
    page.get_by_role("button", name="Logga in").click()
    page.get_by_role("button", name="Lägg till en passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Inget har ändrats")
    assert counted(Passkey) == 0


def stored(person_id: object, amount: int = 1) -> list[str]:
    """Passkeys as rows; nobody has their other half."""
    ids = [f"key{number}" for number in range(amount)]
    with unit_of_work() as session:
        for each in ids:
            session.add(
                Passkey(
                    person_id=person_id,
                    credential_id=each,
                    public_key=b"no key",
                    name=each,
                    created_at=datetime.now(UTC),
                )
            )
    return ids


def try_to_enter(client: httpx.Client, credential: str) -> httpx.Response:
    assert client.post("/sign-in/passkey/options").status_code == 200
    return client.post("/sign-in/passkey", data={"credential": credential})


def test_every_passkey_that_does_not_fit_is_refused_in_the_same_words(
    opened: Delivery, named: str, make_client: Callable[[], httpx.Client]
) -> None:
    (known,) = stored(opened.customer.person_id)
    client = make_client()
    tries = (
        json.dumps({"id": known}),
        json.dumps({"id": "unknown"}),
        json.dumps({"id": known, "rawId": known, "type": "public-key", "response": {"signature": "é"}}),
        "",
        "[]",
        "{" * 5000,
    )
    answers = [try_to_enter(client, each) for each in tries]
    assert {each.status_code for each in answers} == {401}
    assert len({each.text for each in answers}) == 1, "nobody learns which passkeys are known"
    assert REFUSED in answers[0].text
    assert counted(WebSession) == 0
    assert counted(PasskeyChallenge) == 0, "each try used its challenge up"


def test_a_challenge_is_asked_for_by_the_same_browser_and_goes_old(
    opened: Delivery, named: str, browser: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    stranger = make_client()
    assert stranger.post("/sign-in/passkey", data={"credential": "{}"}).status_code == 401
    cookie = stranger.post("/sign-in/passkey/options").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    with unit_of_work() as session:
        session.exec(update(PasskeyChallenge).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert stranger.post("/sign-in/passkey", data={"credential": '{"id": "x"}'}).status_code == 401
    browser.post("/account/passkeys/options", data={"csrf": CSRF})
    assert counted(PasskeyChallenge) == 1, "the old one is forgotten"
    unfit = browser.post("/account/passkeys", data={"csrf": CSRF, "credential": "{}"})
    assert (unfit.status_code, "passade inte" in unfit.text) == (422, True)


def test_nobody_asks_without_end(
    opened: Delivery, named: str, make_client: Callable[[], httpx.Client]
) -> None:
    client = make_client()
    answers = [client.post("/sign-in/passkey/options").status_code for _ in range(61)]
    assert answers == [200] * 60 + [429]


def test_ten_passkeys_are_enough_and_each_has_its_owner(
    opened: Delivery, named: str, browser: httpx.Client
) -> None:
    stored(opened.customer.person_id, MOST)
    as_program = {"Accept": "application/json"}
    full = browser.post("/account/passkeys/options", data={"csrf": CSRF}, headers=as_program)
    assert (full.status_code, full.json()["code"]) == (409, "PASSKEYS_FULL")
    with unit_of_work() as session:
        mine = session.exec(select(Passkey)).first()
        assert mine
        session.exec(update(Passkey).values(person_id=opened.planner.person_id))
    for passkey_id in (mine.id, uuid4()):
        path = f"/account/passkeys/{passkey_id}/remove"
        assert browser.post(path, data={"csrf": CSRF}).status_code == 404
        assert browser.post(path).status_code == 403
    assert counted(Passkey) == MOST


def test_an_installation_without_a_name_offers_links_only(
    opened: Delivery, browser: httpx.Client, make_client: Callable[[], httpx.Client]
) -> None:
    assert "passkey" not in make_client().get("/sign-in").text
    assert "adress har inget namn" in browser.get("/account").text
    assert browser.post("/account/passkeys/options", data={"csrf": CSRF}).status_code == 503
    assert make_client().post("/sign-in/passkey/options").status_code == 503


def test_one_s_own_page_tells_who_one_is(browser: httpx.Client) -> None:
    page = browser.get("/account").text
    assert re.search(r"telefoniansvarig, Exempelverken AB", page)
