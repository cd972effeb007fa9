"""PA-01, PA-02: a partner opens cases, sees only its own, and hears the same answer twice."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import datetime

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from accounts.usecases.api_clients import SCOPES, make_client
from accounts.usecases.register_organisation import register_partner
from delivery.models import DeliveryCase
from delivery.queries import CaseFilter
from delivery.queries.cases import lines_of
from delivery.queries.lines import CaseLine
from infra.clock import current
from infra.db import unit_of_work

ORDER = {
    "customer": {"name": "Exempelverken AB", "org_number": "559999-9009"},
    "contact": {"name": "Tove Exempelsson", "email": "tove@exempel.se"},
    "go_live_on": "2027-03-10",
    "agreement_address": {"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
    "external_reference": "4711",
}
CASES = "/api/v1/delivery-cases"


def partner(client: TestClient, org_number: str, scopes: list[str] | None = None) -> dict[str, str]:
    with unit_of_work() as session:
        now = current(session)
        organisation = register_partner(session, name=f"Partner {org_number}", org_number=org_number, now=now)
        secret = make_client(session, organisation, name="program", scopes=scopes or list(SCOPES), now=now)
    answer = client.post(
        "/api/v1/oauth/token",
        data={
            "grant_type": "client_credentials",
            "client_id": secret.client_id,
            "client_secret": secret.secret,
        },
    )
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@pytest.fixture
def ours(client: TestClient, clean: str) -> dict[str, str]:
    return partner(client, "5599999025")


def test_a_case_is_opened_listed_and_read(client: TestClient, ours: dict[str, str]) -> None:
    made = client.post(CASES, json=ORDER, headers=ours)
    assert made.status_code == 201, made.text
    assert made.headers["location"] == f"{CASES}/{made.json()['id']}"
    assert made.json()["phase"] == "förberedelser"
    assert made.json()["next_action"]["owner"] == "telefoniansvarig"
    listed = client.get(CASES, headers=ours).json()
    assert [each["id"] for each in listed["items"]] == [made.json()["id"]]
    assert listed["next_cursor"] is None


def test_words_inside_a_case_follow_the_language_asked_for(client: TestClient, ours: dict[str, str]) -> None:
    made = client.post(CASES, json=ORDER, headers=ours).json()
    place = f"{CASES}/{made['id']}"
    said = {
        wish: client.get(place, headers={**ours, "Accept-Language": wish}).json()["next_action"]["text"]
        for wish in ("sv", "en-GB, sv;q=0.5", "")
    }
    assert said["sv"] != said["en-GB, sv;q=0.5"] == said[""] == made["next_action"]["text"]


def test_the_same_key_gets_the_same_answer_and_makes_one_case(
    client: TestClient, ours: dict[str, str]
) -> None:
    headers = {**ours, "Idempotency-Key": "k1"}
    first, second = (client.post(CASES, json=ORDER, headers=headers) for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert second.headers["idempotent-replayed"] == "true"
    assert len(client.get(CASES, headers=ours).json()["items"]) == 1
    other = client.post(CASES, json={**ORDER, "size": 3}, headers=headers)
    assert (other.status_code, other.json()["code"]) == (409, "IDEMPOTENCY_KEY_REUSED")


def test_a_foreign_or_unknown_case_is_not_there(client: TestClient, ours: dict[str, str]) -> None:
    case = client.post(CASES, json=ORDER, headers=ours).json()["id"]
    theirs = partner(client, "5599999033")
    for path in (case, f"{case}/numbers", "01a1fca7-fb95-70b9-9550-f03bf6dc408a", "no-id"):
        answer = client.get(f"{CASES}/{path}", headers=theirs)
        assert answer.status_code in (404, 422), path
        assert answer.headers["content-type"] == "application/problem+json"
    cancelled = client.post(f"{CASES}/{case}/cancellation", json={"reason": "x"}, headers=theirs)
    assert cancelled.status_code == 404
    assert client.get(CASES, headers=theirs).json()["items"] == []


def test_a_go_live_that_cannot_be_kept_is_refused_with_the_earliest_day(client: TestClient, ours) -> None:
    answer = client.post(CASES, json={**ORDER, "go_live_on": "2027-01-29"}, headers=ours)
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "GO_LIVE_TOO_EARLY")
    assert problem["earliest"] == "2027-03-01"
    assert problem["errors"][0]["field"] == "go_live_on"


@pytest.mark.parametrize(
    "change",
    [
        {"customer": {"name": "X", "org_number": "123"}},
        {"contact": {"name": "X", "email": "no address"}},
        {"options": ["teleportation"]},
        {"tenant": "somebody else"},
        {"go_live_on": "yesterday"},
    ],
)
def test_bad_input_is_refused_with_its_field(client: TestClient, ours: dict[str, str], change: dict) -> None:
    answer = client.post(CASES, json={**ORDER, **change}, headers=ours)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["field"]


def test_an_illegal_move_is_409_with_what_is_allowed(client: TestClient, ours: dict[str, str]) -> None:
    case = client.post(CASES, json=ORDER, headers=ours).json()["id"]
    path = f"{CASES}/{case}/cancellation"
    assert client.post(path, json={"reason": "ångrat"}, headers=ours).status_code == 200
    again = client.post(path, json={"reason": "igen"}, headers=ours)
    assert (again.status_code, again.json()["allowed"]) == (409, [])


def test_a_token_without_the_scope_is_refused(client: TestClient, clean: str) -> None:
    reader = partner(client, "5599999025", ["cases:read"])
    answer = client.post(CASES, json=ORDER, headers=reader)
    assert (answer.status_code, answer.json()["code"]) == (403, "SCOPE_MISSING")


def test_every_path_of_the_document_asks_a_stranger_for_a_token(client: TestClient, clean: str) -> None:
    document = client.get("/api/v1/openapi.json").json()
    open_paths = {"/api/v1/oauth/token", "/api/v1/.well-known/jwks.json"}
    asked = 0
    for path, methods in document["paths"].items():
        for method in methods:
            if path in open_paths:
                continue
            concrete = re.sub(r"\{\w+\}", "01a1fca7-fb95-70b9-9550-f03bf6dc408a", path)
            answer = client.request(method, concrete, json={})
            assert answer.status_code == 401, (method, path, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["www-authenticate"] == "Bearer"
            asked += 1
    assert asked >= 7


def test_pages_carry_security_headers_and_lead_strangers_to_sign_in(client: TestClient, clean: str) -> None:
    answer = client.get("/", headers={"Accept": "text/html"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert client.get("/sign-in", headers={"Accept": "text/html"}).status_code == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: TestClient, clean: str) -> None:
    answer = client.post("/sign-in", content=b"x" * (26 * 1024 * 1024))
    assert answer.status_code == 413


def test_a_page_is_cut_and_narrowed_by_the_database(
    client: TestClient, ours: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is shown, and one to know whether more follow, is worked out."""
    days = ["2027-03-10", "2027-03-11", "2027-03-12", "2027-03-15"]
    for place, day in enumerate(days):
        asked = {**ORDER, "go_live_on": day, "external_reference": f"ref {place}"}
        assert client.post(CASES, json=asked, headers=ours).status_code == 201
    worked_out: list[int] = []

    def spy(session: Session, cases: Sequence[DeliveryCase], now: datetime) -> list[CaseLine]:
        worked_out.append(len(cases))
        return lines_of(session, cases, now)

    monkeypatch.setattr(sys.modules[CaseFilter.__module__], "lines_of", spy)

    def days_of(query: str) -> list[str]:
        return [each["go_live_on"] for each in client.get(f"{CASES}?{query}", headers=ours).json()["items"]]

    assert days_of("limit=1") == days[:1]
    assert worked_out == [2]
    assert days_of("go_live_from=2027-03-11&go_live_to=2027-03-12") == days[1:3]
    assert days_of("org_number=559999-9009&external_reference=ref%203") == days[3:]
    assert days_of("org_number=559999-9017") == []
    assert days_of("phase=genomf%C3%B6rande") == days_of("phase=nonsense") == []
    assert worked_out[1:] == [2, 1, 0, 0], "no phase of that name is asked for"
