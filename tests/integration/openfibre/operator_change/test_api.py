"""The parties' programs: their own changes only, and the freeze before an order (scenario 12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import httpx
import pytest
from sqlmodel import select

from accounts.models import Organisation
from accounts.usecases.api_clients import make_client as make_program
from accounts.usecases.register_organisation import register_fibre_party
from infra.clock import current
from infra.db import unit_of_work
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.usecases.set_wave import set_freeze

from .conftest import GAMLA_KO, MED, Change, service_row

CHANGES, FREEZE = "/api/v1/operator-changes", "/api/v1/freeze-checks"
Program = Callable[..., dict[str, str]]


@pytest.fixture
def api(make_client: Callable[[], httpx.Client]) -> httpx.Client:
    client = make_client()
    client.headers["Accept"] = "application/json"
    return client


@pytest.fixture
def program(api: httpx.Client) -> Program:
    """The headers of a party's program."""

    def with_key(name: str, scope: str = "ko:read") -> dict[str, str]:
        with unit_of_work() as session:
            now = current(session)
            at = session.exec(select(Organisation).where(Organisation.name == name)).first()
            at = at or register_fibre_party(session, name=name, org_number="5599999587", now=now)
            secret = make_program(session, at, name="program", scopes=[scope], now=now)
        token = api.post(
            "/api/v1/oauth/token",
            data={"grant_type": "client_credentials"},
            auth=(secret.client_id, secret.secret),
        ).json()
        return {"Authorization": f"Bearer {token['access_token']}"}

    return with_key


def test_a_party_lists_and_reads_its_changes(api: httpx.Client, program: Program, change: Change) -> None:
    ako = program(GAMLA_KO)
    page = api.get(CHANGES, headers=ako).json()
    assert [(each["id"], each["parts"]) for each in page["items"]] == [(str(change.project_id), ["AKO"])]
    assert page["next_cursor"] is None
    whole = api.get(f"{CHANGES}/{change.project_id}", headers=ako).json()
    d3 = next(each for each in whole["deadlines"] if each["id"] == "D3")
    assert (d3["raw"], d3["due"], d3["wave"]) == ("2027-04-12", "2027-04-12", 1)
    provider = api.get(f"{CHANGES}/{change.project_id}", headers=program(MED)).json()
    assert provider["deadlines"] == []
    assert provider["waves"][0]["technical_on"] == "2027-05-03"


def test_others_find_nothing_and_strangers_get_no_answer(
    api: httpx.Client, program: Program, change: Change
) -> None:
    other = program("Annan KO")
    assert api.get(CHANGES, headers=other).json()["items"] == []
    foreign = api.get(f"{CHANGES}/{change.project_id}", headers=other)
    unknown = api.get(f"{CHANGES}/01a1fca7-fb95-70b9-9550-f03bf6dc408a", headers=other)
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json()["code"] == unknown.json()["code"] == "NOT_FOUND"
    assert api.get(CHANGES).status_code == 401
    assert api.get(CHANGES, headers=program(MED, "cases:read")).status_code == 403


def test_12_an_order_in_the_freeze_is_a_conflict(api: httpx.Client, program: Program, change: Change) -> None:
    change.send("AKO", Content.SERVICE, [service_row(1)], Party.TLA, Party.TLU)
    change.do("TKO", set_freeze, change.wave_id, first=date(2027, 4, 26), last=date(2027, 5, 5))
    provider, other = program(MED), program("Annan KO")
    order = {"access_id": "AC-1", "action": "order"}
    assert api.post(FREEZE, json=order, headers=provider).json() == {"allowed": True}
    change.at(date(2027, 4, 27))
    refused = api.post(FREEZE, json=order, headers=provider)
    assert (refused.status_code, refused.json()["code"]) == (409, "NETWORK_FREEZE")
    forced = {**order, "action": "forced_order"}
    assert api.post(FREEZE, json=forced, headers=provider).status_code == 409
    fault = {**order, "action": "fault_ticket"}
    assert api.post(FREEZE, json=fault, headers=provider).status_code == 200
    assert api.post(FREEZE, json=order, headers=other).status_code == 200, "tells others nothing"
    assert api.post(FREEZE, json={**order, "action": "odd"}, headers=provider).status_code == 422
    assert api.post(FREEZE, json={**order, "access_id": "x y"}, headers=provider).status_code == 422
