"""PA-01, PA-02: a partner's developers look after keys, webhooks and calls without asking anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import select

from accounts.access import SESSION_COOKIE
from accounts.domain.roles import Role
from accounts.repository import client_by_id, organisation
from accounts.usecases.api_clients import ClientSecret
from accounts.usecases.invite_person import invite_person
from accounts.usecases.sign_in import make_link, open_session
from infra.clock import current
from infra.db import get_engine, unit_of_work
from infra.mail import OutgoingMail
from partners.pages.start import STEPS, commands
from partners.request_log import WRITER
from partners.usecases.forget import forget

from .conftest import Partner, advance, place_news, send_all, token_of
from .receivers import Receiver

PAGES = ("", "/keys", "/webhooks", "/calls")


def sign_in(http: httpx.Client, partner: Partner, name: str = "petra") -> str:
    """Sign a developer of the partner in. Returns the form token."""
    moment = datetime.now(UTC)
    with unit_of_work() as session:
        person = invite_person(
            session,
            organisation(session, partner.id),
            Role.PARTNER_ADMIN,
            email=f"{name}@exempel.se",
            name=name.title(),
            now=moment,
        )
        link = make_link(session, person, moment)
    with unit_of_work() as session:
        opened = open_session(session, link.rsplit("/", 1)[1], moment)
    http.cookies.set(SESSION_COOKIE, opened.token)
    page = http.get("/partner")
    assert page.status_code == 200, page.text
    found = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert found
    return found.group(1)


class Portal:
    """A developer's browser."""

    def __init__(self, http: httpx.Client, partner: Partner, name: str = "petra") -> None:
        self.http, self.csrf = http, sign_in(http, partner, name)

    def get(self, path: str) -> httpx.Response:
        return self.http.get(f"/partner{path}")

    def post(self, path: str, **form: object) -> httpx.Response:
        return self.http.post(f"/partner{path}", data={"csrf": self.csrf, **form})


@pytest.fixture
def portal(make_client: Callable[[], httpx.Client], partner: Partner) -> Portal:
    return Portal(make_client(), partner)


def shown(answer: httpx.Response) -> str:
    """The secret that a page shows."""
    found = re.search(r'<p class="scroll" tabindex="0"><code>([^<]+)</code>', answer.text)
    assert found, answer.text
    return found.group(1)


@pytest.mark.parametrize("path", PAGES)
def test_each_page_stands_in_both_languages(portal: Portal, path: str) -> None:
    swedish = portal.get(path)
    assert swedish.status_code == 200
    assert 'lang="sv"' in swedish.text
    portal.http.post("/language", data={"language": "en", "next": "/partner"})
    english = portal.get(path)
    assert 'lang="en"' in english.text
    assert english.text.count("<h1>") == 1
    assert english.text != swedish.text


def test_the_start_leads_a_developer_to_the_developers_pages(portal: Portal) -> None:
    assert portal.http.get("/").headers["location"] == "/partner"
    for path in ("/planner", "/cases/01a1fca7-fb95-70b9-9550-f03bf6dc408a"):
        assert portal.http.get(path).status_code == 403


def test_others_have_no_business_here(make_client: Callable[[], httpx.Client], clean: str) -> None:
    stranger = make_client()
    for path in PAGES:
        assert stranger.get(f"/partner{path}").headers["location"].startswith("/sign-in")


def test_the_quick_start_stands_in_the_portal_step_by_step(portal: Portal) -> None:
    page = portal.get("").text
    assert len(commands()) == len(STEPS)
    assert "oauth/token" in page
    assert page.count("<pre") == len(STEPS)


def test_a_key_is_made_used_changed_and_taken_back(portal: Portal, partner: Partner) -> None:
    made = portal.post("/keys", name="Nattjobbet", scopes=["cases:read"], networks="")
    assert made.status_code == 201
    secret = shown(made)
    client_id = re.search(r"vx_[0-9a-f]{16}", made.text.split("Hemligheten för ")[1])
    assert client_id
    key = ClientSecret(client_id.group(), secret)
    assert token_of(partner.http, key).json()["scope"] == "cases:read"
    assert secret not in portal.get("/keys").text, "shown a second time"
    changed = portal.post(f"/keys/{key.client_id}/secret")
    new = ClientSecret(key.client_id, shown(changed))
    for each in (key, new):
        assert token_of(partner.http, each).status_code == 200, "both are good for a day"
    with unit_of_work() as session:
        row = client_by_id(session, key.client_id)
        assert row is not None
        assert row.previous_until is not None
        row.previous_until -= timedelta(hours=25)
    assert token_of(partner.http, key).json()["code"] == "CLIENT_REFUSED"
    token = token_of(partner.http, new).json()["access_token"]
    assert portal.post(f"/keys/{key.client_id}/revoke").status_code == 303
    refused = partner.http.get("/api/v1/delivery-cases", headers={"Authorization": f"Bearer {token}"})
    assert refused.status_code == 401, "a token outlives its key"
    assert token_of(partner.http, new).status_code == 401
    assert portal.post(f"/keys/{key.client_id}/secret").status_code == 404
    place_news()
    told = [(each["type"], each["actor"]["name"]) for each in partner.events()["items"]]
    assert told == [(f"api_client.{what}", "Petra") for what in ("made", "rotated", "revoked")]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": " ", "scopes": ["cases:read"]}, "Ge nyckeln ett namn"),
        ({"name": "x", "scopes": []}, "minst en behörighet"),
        ({"name": "x", "scopes": ["everything:write"]}, "everything:write"),
        ({"name": "x", "scopes": ["cases:read"], "networks": "193.0.2.10 hemma"}, "hemma är inget nät"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_what_was_typed_kept(
    portal: Portal, form: dict[str, object], words: str
) -> None:
    refused = portal.post("/keys", **form)
    assert refused.status_code == 422
    assert words in refused.text
    if form["name"] == "x":
        assert 'value="x"' in refused.text


def test_a_key_works_from_its_networks_only(portal: Portal, partner: Partner) -> None:
    path = f"/keys/{partner.secret.client_id}/networks"
    assert portal.post(path, networks="193.0.2.0/24, 2a00:1450::/32").status_code == 303
    for answer in (token_of(partner.http, partner.secret), partner.http.get("/api/v1/events")):
        assert (answer.status_code, answer.json()["code"]) == (403, "ADDRESS_NOT_ALLOWED")
        assert "127.0.0.1" in answer.json()["detail"]
    assert portal.post(path, networks="193.0.2.0/24 127.0.0.0/8").status_code == 303
    assert partner.http.get("/api/v1/events").status_code == 200
    place_news()
    changed = partner.events()["items"][-1]
    assert changed["previous"] == {"networks": ["193.0.2.0/24", "2a00:1450::/32"]}
    assert changed["data"]["networks"] == ["193.0.2.0/24", "127.0.0.0/8"]


def test_a_webhook_is_made_tested_paused_and_its_dead_letter_sent_again(
    portal: Portal, partner: Partner, receiver: Receiver
) -> None:
    made = portal.post("/webhooks", name="kassan", url=receiver.url)
    assert made.status_code == 201
    secret = shown(made)
    (hook,) = partner.http.get("/api/v1/webhook-subscriptions").json()["items"]
    base = f"/webhooks/{hook['id']}"
    assert portal.post(f"{base}/ping").status_code == 303
    send_all()
    assert [each["type"] for each in receiver.taken(secret)] == ["webhook_subscription.ping"]
    receiver.answer(503)
    partner.tell(1)
    send_all()
    page = portal.get(base)
    assert "503 ·" in page.text
    assert "porting_number.port" in page.text
    receiver.answer(200)
    (delivery,) = partner.deliveries(hook, outcome="pending")
    assert portal.post(f"{base}/deliveries/{delivery['id']}/resend").status_code == 303
    send_all()
    assert [each["sequence"] for each in receiver.taken(secret)] == [0, 1]
    assert portal.post(f"{base}/pause").status_code == 303
    assert portal.post(f"{base}/pause").status_code == 409
    assert "pausad" in portal.get(base).text
    assert portal.post(f"{base}/resume").status_code == 303
    assert shown(portal.post(f"{base}/secret")) != secret
    assert portal.get(f"{base}?outcome=delivered").text.count("<tr>") == 3
    assert portal.post(f"{base}/delete").status_code == 303
    assert portal.get(base).status_code == 404


def test_a_bad_address_is_shown_at_its_field(portal: Portal) -> None:
    refused = portal.post("/webhooks", name="x", url="https://10.0.0.1/")
    assert refused.status_code == 422
    assert 'href="#url"' in refused.text
    assert 'value="https://10.0.0.1/"' in refused.text


def test_every_failure_has_words_for_people(portal: Portal, partner: Partner, receiver: Receiver) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.kill()
    partner.tell(1)
    send_all()
    assert "ingen anslutning" in portal.get(f"/webhooks/{hook['id']}").text


def test_a_receiver_that_left_is_told_of_by_mail(
    portal: Portal, partner: Partner, receiver: Receiver
) -> None:
    hook = partner.subscribe(receiver.url)
    receiver.answer(410)
    partner.tell(1)
    send_all()
    with unit_of_work() as session:
        mail = session.exec(select(OutgoingMail)).one()
    assert mail.recipient == "petra@exempel.se"
    assert "receiver" in mail.subject
    assert f"/partner/webhooks/{hook['id']}" in mail.plain
    page = portal.get(f"/webhooks/{hook['id']}").text
    assert "svarade 410" in page
    assert "Återuppta" in page


def test_another_partners_things_are_not_there(
    make_partner: Callable[..., Partner], make_client: Callable[[], httpx.Client], receiver: Receiver
) -> None:
    ours, theirs = make_partner("5599999025"), make_partner("5599999033")
    hook = ours.subscribe(receiver.url)
    ours.tell(1)
    send_all()
    (delivery,) = ours.deliveries(hook)
    stranger = Portal(make_client(), theirs, "sten")
    WRITER.settle()
    assert ours.secret.client_id not in stranger.get("/keys").text
    assert hook["id"] not in stranger.get("/webhooks").text
    assert ours.secret.client_id not in stranger.get("/calls").text
    for path in (
        f"/keys/{ours.secret.client_id}/revoke",
        f"/keys/{ours.secret.client_id}/secret",
        f"/keys/{ours.secret.client_id}/networks",
        f"/webhooks/{hook['id']}/pause",
        f"/webhooks/{hook['id']}/delete",
        f"/webhooks/{hook['id']}/secret",
        f"/webhooks/{hook['id']}/ping",
        f"/webhooks/{hook['id']}/deliveries/{delivery['id']}/resend",
    ):
        assert stranger.post(path).status_code == 404, path
    assert ours.hook(hook)["state"] == "active"
    assert ours.http.get("/api/v1/events").status_code == 200


def test_forms_are_taken_with_their_token_only(portal: Portal, partner: Partner) -> None:
    for path in ("/keys", f"/keys/{partner.secret.client_id}/revoke", "/webhooks"):
        for form in ({}, {"csrf": "wrong"}):
            refused = portal.http.post(f"/partner{path}", data=form)
            assert refused.status_code == 403, path
    assert partner.http.get("/api/v1/events").status_code == 200


def test_a_call_is_found_by_its_id(portal: Portal, partner: Partner) -> None:
    good = partner.http.get("/api/v1/events?limit=1")
    bad = partner.http.post("/api/v1/delivery-cases", json={"customer": "hemligt innehåll"})
    stranger = partner.http.get("/api/v1/events", headers={"Authorization": "Bearer x"})
    WRITER.settle()
    one = portal.get(f"/calls?q={bad.headers['x-request-id']}").text
    assert "POST /api/v1/delivery-cases" in one
    assert "INVALID_INPUT" in one
    assert good.headers["x-request-id"] not in one
    everything = portal.get("/calls").text
    assert good.headers["x-request-id"] in everything
    assert "limit=1" not in everything
    refused = portal.get("/calls?refused=true").text
    assert bad.headers["x-request-id"] in refused
    assert good.headers["x-request-id"] not in refused
    assert stranger.headers["x-request-id"] not in everything, "nobody knows whose it was"
    with get_engine().connect() as connection:
        dump = connection.execute(text("SELECT string_agg(r::text, '') FROM api_request r")).scalar_one()
    assert "hemligt" not in dump


def test_what_is_old_is_forgotten_and_the_events_stay(partner: Partner, receiver: Receiver) -> None:
    partner.subscribe(receiver.url)
    partner.tell(2)
    send_all()
    WRITER.settle()
    advance(days=91)
    with unit_of_work() as session:
        calls, deliveries = forget(
            session, now=current(session), machine_now=datetime.now(UTC) + timedelta(days=31)
        )
    assert calls > 0
    assert deliveries == 2
    assert len(partner.events()["items"]) == 2


def test_pages_of_the_portal_are_guarded_in_general(portal: Portal) -> None:
    page = portal.get("/keys")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert "<script>" not in page.text
    assert "style=" not in page.text
