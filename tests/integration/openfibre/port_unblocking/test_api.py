"""`/api/v1/port-unblockings` as providers' programs meet it: scopes, tenancy, keys, problems, and what is not told."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from accounts.models import Organisation
from accounts.usecases.api_clients import SCOPES, make_client
from infra.clock import current
from infra.db import unit_of_work
from openfibre.port_unblocking.domain.states import CaseState

from .conftest import ACCESS, Story, alike

PATH = "/api/v1/port-unblockings"
ASKED = {
    "network": "EXNET",
    "access_id": ACCESS,
    "services": [{"service": "BB-1000-100", "sp_subscription_id": "N-1"}],
    "sp_reference": "N-REF-1",
}
CHECKED = {
    "address_confirmed": True,
    "apartment_confirmed": True,
    "newly_moved_in": True,
    "own_services": False,
    "terminate": True,
}


class Program:
    """A provider's program with a token."""

    def __init__(self, web: TestClient, story: Story, sp_id: str, scopes: list[str] | None = None) -> None:
        self.web = web
        with unit_of_work() as session:
            organisation = session.get_one(Organisation, story.actors[sp_id].organisation_id)
            secret = make_client(
                session, organisation, name=sp_id, scopes=scopes or list(SCOPES), now=current(session)
            )
        form = {
            "grant_type": "client_credentials",
            "client_id": secret.client_id,
            "client_secret": secret.secret,
        }
        token = web.post("/api/v1/oauth/token", data=form).json()["access_token"]
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str = "", **query: str):
        return self.web.get(f"{PATH}{path}", headers=self.headers, params=query)

    def post(self, path: str = "", body: dict | None = None, key: str = "", if_match: str = ""):
        headers = {**self.headers, **({"Idempotency-Key": key} if key else {})}
        headers |= {"If-Match": if_match} if if_match else {}
        return self.web.post(f"{PATH}{path}", json=body, headers=headers)


@pytest.fixture
def new(web: TestClient, story: Story) -> Program:
    return Program(web, story, "SP-N")


@pytest.fixture
def displaced(web: TestClient, story: Story) -> Program:
    return Program(web, story, "SP-A")


def switched(new: Program, story: Story) -> str:
    case_id = new.post("", ASKED).json()["id"]
    story.until(case_id, CaseState.VERIFYING)
    assert new.post(f"/{case_id}/verification", CHECKED).json()["state"] == "ordered"
    assert new.post(f"/{case_id}/forced-order").json()["state"] == "forced_sent"
    story.until(case_id, CaseState.ACTIVE_NEW)
    return case_id


def test_a_change_under_if_match_is_refused_once_it_has_changed(
    new: Program, displaced: Program, story: Story
) -> None:
    case_id = new.post("", ASKED).json()["id"]
    story.until(case_id, CaseState.VERIFYING)
    read = new.get(f"/{case_id}").headers["etag"]
    assert new.post(f"/{case_id}/verification", CHECKED, if_match=read).json()["state"] == "ordered"
    stale = new.post(f"/{case_id}/forced-order", if_match=read)
    assert (stale.status_code, stale.json()["code"]) == (412, "CHANGED_SINCE_READ")
    assert new.get(f"/{case_id}").json()["state"] == "ordered"
    assert new.post(f"/{case_id}/forced-order", if_match=stale.json()["etag"]).status_code == 200
    story.until(case_id, CaseState.ACTIVE_NEW)
    lost = displaced.get(role="displaced").json()["items"][0]["id"]
    known = displaced.get(f"/{lost}").headers["etag"]
    said = {"channel": "phone"}
    assert displaced.post(f"/{lost}/contact", said, if_match=known).status_code == 200
    for path, body in (("confirmation", None), ("dispute", {"reason": "Jag har inte beställt något."})):
        assert displaced.post(f"/{lost}/{path}", body, if_match=known).status_code == 412
    assert (
        new.post(f"/{lost}/confirmation", if_match=known).status_code == 404
    )  # nor that there is such a tag
    now = displaced.get(f"/{lost}").headers["etag"]
    assert displaced.post(f"/{lost}/confirmation", if_match=now).json()["state"] == "confirmed"


def test_the_whole_way_by_api(new: Program, displaced: Program, story: Story) -> None:
    before = alike(story.port())
    made = new.post("", ASKED)
    assert made.status_code == 201, made.text
    assert made.headers["location"] == f"{PATH}/{made.json()['id']}"
    assert made.json()["state"] == "checked"
    case_id = made.json()["id"]
    story.until(case_id, CaseState.VERIFYING)
    seen = new.get(f"/{case_id}").json()
    assert (seen["blocked"], seen["forced_order_possible"]) == (["BB-1000-100"], True)
    new.post(f"/{case_id}/verification", CHECKED)
    new.post(f"/{case_id}/forced-order")
    story.until(case_id, CaseState.ACTIVE_NEW)
    (lost,) = displaced.get("", role="displaced").json()["items"]
    assert lost["services"][0]["sp_reference"] == "A-REF-1"
    contacted = displaced.post(f"/{lost['id']}/contact", {"channel": "phone"})
    assert contacted.json()["last_answer_day"] == "2027-02-01"
    disputed = displaced.post(f"/{lost['id']}/dispute", {"reason": "Bor kvar."})
    assert (disputed.status_code, disputed.json()["late"]) == (200, False)
    story.until(case_id, CaseState.RESTORED)
    assert alike(story.port()) == before
    assert displaced.get(f"/{lost['id']}").json()["new_subscription_ids"].keys() == {"old-1"}
    ended = new.post(f"/{case_id}/consumer-informed").json()
    assert ended["state"] == "closed_rolled_back"
    taken = {step["number"] for step in ended["steps"] if step["at"]}
    assert taken == {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 18, 19, 20}


def test_the_same_key_makes_one_case_and_sends_one_order(new: Program, story: Story) -> None:
    first, second = (new.post("", ASKED, key="k1") for _ in range(2))
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert second.headers["idempotent-replayed"] == "true"
    assert len(new.get().json()["items"]) == 1
    case_id = first.json()["id"]
    story.until(case_id, CaseState.VERIFYING)
    new.post(f"/{case_id}/verification", CHECKED)
    for _ in range(3):
        assert new.post(f"/{case_id}/forced-order", key="k2").status_code == 200
    story.until(case_id, CaseState.ACTIVE_NEW)
    assert story.operator.books()["orders_received"] == 1
    again = new.post(f"/{case_id}/forced-order", key="k3")
    assert (again.status_code, again.json()["code"]) == (409, "ILLEGAL_TRANSITION")


def test_nothing_tells_the_new_provider_who_was_displaced(new: Program, story: Story) -> None:
    case_id = switched(new, story)
    shown = new.get(f"/{case_id}").text + new.get().text
    for trace in ("SP-A", "Bredband A", "A-REF", "old-1", "1.2.3.4", "AA:BB"):
        assert trace not in shown
    assert new.get("", role="displaced").json()["items"] == []


def test_a_foreign_and_an_unknown_case_are_both_not_there(
    new: Program, displaced: Program, web: TestClient, story: Story
) -> None:
    case_id = switched(new, story)
    child = str(story.child(case_id, "SP-A").id)
    stranger = Program(web, story, "SP-B")
    unknown = "01a1fca7-fb95-70b9-9550-f03bf6dc408a"
    bodies = {
        "availability": {"blocked": [], "portal_option": False},
        "verification": CHECKED,
        "forced-order": None,
        "cancellation": None,
        "consumer-informed": None,
        "contact": {"channel": "phone"},
        "confirmation": None,
        "dispute": {"reason": "x"},
    }
    for found_by in (case_id, child, unknown):
        assert stranger.get(f"/{found_by}").status_code == 404
        for path, body in bodies.items():
            assert stranger.post(f"/{found_by}/{path}", body).status_code == 404, (found_by, path)
    for path in ("verification", "forced-order", "cancellation", "consumer-informed"):
        assert displaced.post(f"/{case_id}/{path}", bodies[path]).status_code == 404, path
    assert displaced.get(f"/{case_id}").status_code == 404
    assert new.get(f"/{child}").status_code == 404


def test_the_new_provider_that_disputes_is_forbidden(new: Program, story: Story) -> None:
    """Scenario 20: asked for by one that is not the displaced provider: 403."""
    case_id = switched(new, story)
    answer = new.post(f"/{case_id}/dispute", {"reason": "Vi ångrar oss."})
    assert (answer.status_code, answer.json()["code"]) == (403, "NOT_THE_DISPLACED_PROVIDER")
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_scope_is_needed_and_so_is_a_registration(web: TestClient, new: Program, story: Story) -> None:
    reader = Program(web, story, "SP-B", ["unblockings:read"])
    assert reader.get().status_code == 200
    assert (reader.post("", ASKED).status_code, reader.post("", ASKED).json()["code"]) == (
        403,
        "SCOPE_MISSING",
    )
    assert web.get(PATH).status_code == 401


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"network": "NOWHERE"}, 422, "UNKNOWN_NETWORK"),
        ({"sp_reference": "19121212-1212"}, 422, "PERSONAL_NUMBER_IN_REFERENCE"),
        ({"access_id": "../../etc"}, 422, "INVALID_INPUT"),
        ({"services": []}, 422, "INVALID_INPUT"),
        ({"services": [{"service": "VOIP"}, {"service": "VOIP"}]}, 422, "SERVICE_NAMED_TWICE"),
        ({"unexpected": 1}, 422, "INVALID_INPUT"),
    ],
)
def test_bad_input_is_said_and_opens_nothing(new: Program, change: dict, status: int, code: str) -> None:
    answer = new.post("", {**ASKED, **change})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert new.get().json()["items"] == []


def test_a_guard_names_itself_and_the_way_out(new: Program, story: Story) -> None:
    case_id = new.post("", ASKED).json()["id"]
    story.until(case_id, CaseState.VERIFYING)
    answer = new.post(f"/{case_id}/verification", {**CHECKED, "own_services": None})
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["guard"]) == (
        409,
        "OWN_SERVICES_NOT_RULED_OUT",
        "G2",
    )
    assert new.get(f"/{case_id}").json()["state"] == "verifying"
    busy = new.post("", ASKED)
    assert (busy.status_code, busy.json()["code"]) == (409, "ACCESS_HAS_OPEN_CASE")


def test_what_the_operator_answers_by_machine_is_not_recorded_by_hand(new: Program, story: Story) -> None:
    case_id = new.post("", ASKED).json()["id"]
    answer = new.post(f"/{case_id}/availability", {"blocked": ["BB-1000-100"], "portal_option": True})
    assert (answer.status_code, answer.json()["code"]) == (409, "CHECK_NOT_BY_HAND")


def test_the_list_goes_page_by_page(new: Program, story: Story) -> None:
    for number in range(5):
        story.operator.lay_out(f"STTA9{number}", ["IPTV"])
        new.post("", {**ASKED, "access_id": f"STTA9{number}", "services": [{"service": "IPTV"}]})
    seen, cursor = [], ""
    while True:
        page = new.get("", limit="2", **({"cursor": cursor} if cursor else {})).json()
        seen += [each["access_id"] for each in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert seen == [f"STTA9{number}" for number in range(5)]


def test_a_contact_cannot_be_in_the_future(new: Program, displaced: Program, story: Story) -> None:
    case_id = switched(new, story)
    child = story.child(case_id, "SP-A").id
    late = displaced.post(f"/{child}/contact", {"channel": "phone", "contacted_at": "2031-01-01T00:00:00Z"})
    assert (late.status_code, late.json()["code"]) == (422, "CONTACT_IN_FUTURE")
    wrong = displaced.post(f"/{child}/contact", {"channel": "phone", "consumer_email": "nobody"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "LETTER_ADDRESS_WRONG")
