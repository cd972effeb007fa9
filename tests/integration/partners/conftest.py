"""Partners with programs of their own, and news in their feeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from accounts.usecases.api_clients import SCOPES, ClientSecret, make_client
from accounts.usecases.register_organisation import register_partner
from infra.clock import current, set_virtual
from infra.db import unit_of_work
from infra.outbox import Subject, emit, relay
from kernel.ids import new_id
from partners.gateways.webhook_http import HttpSender
from partners.usecases.queue_news import queue_news
from partners.usecases.send_webhooks import serve_one

from .receivers import Receiver

HOOKS = "/api/v1/webhook-subscriptions"
ORDER = {
    "customer": {"name": "Exempelverken AB", "org_number": "559999-9009"},
    "contact": {"name": "Tove Exempelsson", "email": "tove@exempel.se"},
    "go_live_on": "2027-03-10",
    "agreement_address": {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
}


def now() -> datetime:
    with unit_of_work() as session:
        return current(session)


def go_to(instant: datetime) -> None:
    with unit_of_work() as session:
        set_virtual(session, instant)


def place_news() -> None:
    """What the worker's relay does, without anybody who reacts."""
    relay({}, now())


def send_all(sender: HttpSender | None = None) -> None:
    """Queue what is new and send all that is due now."""
    queue_news(now())
    sender = sender or HttpSender(loopback=True)
    while serve_one(sender, slow=False) or serve_one(sender, slow=True):
        pass


def advance(**delta: float) -> None:
    """Let time pass."""
    go_to(now() + timedelta(**delta))


def token_of(http: httpx.Client, secret: ClientSecret) -> httpx.Response:
    form = {
        "grant_type": "client_credentials",
        "client_id": secret.client_id,
        "client_secret": secret.secret,
    }
    return http.post("/api/v1/oauth/token", data=form)


@dataclass
class Partner:
    """A partner whose program is signed in."""

    id: UUID
    secret: ClientSecret
    http: httpx.Client

    def events(self, **query: Any) -> dict[str, Any]:
        answer = self.http.get("/api/v1/events", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def subscribe(self, url: str, **wish: Any) -> dict[str, Any]:
        answer = self.http.post(HOOKS, json={"name": "receiver", "url": url, **wish})
        assert answer.status_code == 201, answer.text
        return answer.json()

    def deliveries(self, hook: dict[str, Any], **query: Any) -> list[dict[str, Any]]:
        return self.http.get(f"{HOOKS}/{hook['id']}/deliveries", params=query).json()["items"]

    def hook(self, hook: dict[str, Any]) -> dict[str, Any]:
        return self.http.get(f"{HOOKS}/{hook['id']}").json()

    def post(self, hook: dict[str, Any], action: str, body: Any = None) -> httpx.Response:
        return self.http.post(f"{HOOKS}/{hook['id']}/{action}", json=body)

    def tell(self, count: int = 1, kind: str = "porting_number.port") -> list[str]:
        """News of numbers that moved. Returns the ids of what they are about, in order."""
        ids = [new_id() for _ in range(count)]
        with unit_of_work() as session:
            moment = current(session)
            for each in ids:
                subject = Subject("porting_number", each, None, None, self.id)
                facts = {"from": "confirmed", "to": "ported", "reason": "", "secret": "stays inside"}
                emit(session, kind, subject, facts, actor="Telia", now=moment, role="donor")
                session.flush()
        place_news()
        return [str(each) for each in ids]


@pytest.fixture
def make_partner(web_address: str, clean: str) -> Iterator[Callable[..., Partner]]:
    """Partners, each with a program that has the scopes asked for (all, unless told)."""
    with ExitStack() as opened:

        def made(org_number: str = "5599999025", scopes: list[str] | None = None) -> Partner:
            with unit_of_work() as session:
                moment = current(session)
                partner = register_partner(
                    session, name=f"Partner {org_number}", org_number=org_number, now=moment
                )
                secret = make_client(
                    session, partner, name="program", scopes=scopes or list(SCOPES), now=moment
                )
            http = opened.enter_context(httpx.Client(base_url=web_address, timeout=60))
            answer = token_of(http, secret)
            assert answer.status_code == 200, answer.text
            http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
            return Partner(partner.id, secret, http)

        yield made


@pytest.fixture
def partner(make_partner: Callable[..., Partner]) -> Partner:
    return make_partner()


@pytest.fixture
def make_receiver(tmp_path: Path) -> Iterator[Callable[[], Receiver]]:
    """Receivers, each a process of its own."""
    made: list[Receiver] = []

    def one() -> Receiver:
        made.append(Receiver(tmp_path / f"receiver{len(made)}"))
        return made[-1]

    yield one
    for each in made:
        each.kill()


@pytest.fixture
def receiver(make_receiver: Callable[[], Receiver]) -> Receiver:
    return make_receiver()
