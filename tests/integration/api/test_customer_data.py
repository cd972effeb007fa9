"""PA-01, CU-02, CU-03: a customer's lists by API: sent, judged row by row, compared, and signed by the customer."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from sqlmodel import select

from accounts import repository as accounts
from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from delivery.customer_data.gateways.limits import DIRECTLY
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.customer_data.usecases.sign_off_version import sign_off_version
from delivery.models import DeliveryCase
from infra.clock import current
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import relay
from infra.transitions import Cause

from .test_cases import CASES, ORDER, partner

ANNA = {
    "name": "Anna Berg",
    "email": "anna.berg@exempel.se",
    "mobile": "070-174 06 05",
    "department": "Ekonomi",
}
BO = {"first_name": "Bo", "last_name": "Dahl", "email": "bo.dahl@exempel.se", "extension": "201"}
LISTS: dict[str, Any] = {
    "users": [ANNA, BO],
    "groups": [{"name": "Kundtjänst", "number": "08-465 004 99", "members": ["201", "Anna Berg"]}],
    "series": [{"series": "08-465 004 00–49", "operator": "Telia"}],
}


class Lists:
    """The lists of one new case, by API."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.bearer = client, partner(client, "5599999025")
        self.case_id = client.post(CASES, json=ORDER, headers=self.bearer).json()["id"]
        self.base = f"{CASES}/{self.case_id}/customer-data"

    def get(self, path: str = "", **query: Any) -> Any:
        answer = self.client.get(f"{self.base}{path}", params=query, headers=self.bearer)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, json: Any = None, status: int = 201, **headers: str) -> Any:
        answer = self.client.post(f"{self.base}{path}", json=json, headers={**self.bearer, **headers})
        assert answer.status_code == status, answer.text
        return answer.json()

    def upload(self, content: bytes, name: str = "lista.xlsx", **headers: str) -> Any:
        return self.client.post(
            f"{self.base}/versions", files={"file": (name, content)}, headers={**self.bearer, **headers}
        )

    def sign(self, number: int) -> None:
        """The customer's part, which no API plays."""
        with unit_of_work() as session:
            case = session.get_one(DeliveryCase, UUID(self.case_id))
            [person] = accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG)
            roles = frozenset({Role.TELEFONIANSVARIG})
            tove = Actor(ActorKind.CUSTOMER, person.name, person.id, case.customer_id, roles)
            cause = Cause("customer", person.name, current(session), person.id)
            sign_off_version(session, tove, case.id, number, default_donor="TELIA", cause=cause)


@pytest.fixture
def lists(client: TestClient, clean: str) -> Lists:
    return Lists(client)


def test_rows_become_a_version_that_reads_back_as_it_was_sent(lists: Lists) -> None:
    assert lists.get()["allowed_actions"] == ["upload"]
    made = lists.post("/rows", LISTS)
    assert (made["state"], made["users"], made["groups"], made["series"]) == ("clean", 2, 1, 1)
    assert made["allowed_actions"] == ["ask_for_sign_off"]
    path = f"/versions/{made['id']}"
    assert lists.get(path) == made == lists.get()["newest"]
    anna, bo = lists.get(f"{path}/users")["items"]
    assert (anna["name"], anna["mobile"], anna["row"]) == ("Anna Berg", "+46701740605", 2)
    assert (bo["name"], bo["first_name"], bo["extension"]) == ("Bo Dahl", "Bo", "201")
    [group] = lists.get(f"{path}/groups")["items"]
    assert (group["number"], len(group["members"])) == ("+46846500499", 2)
    [series] = lists.get(f"{path}/series")["items"]
    assert (series["first"], series["count"], series["operator"]) == ("+46846500400", 50, "Telia")
    file = lists.client.get(f"{lists.base}{path}/file", headers=lists.bearer)
    assert file.content.startswith(b"PK")
    again = lists.upload(file.content, "nedladdad.xlsx")
    assert (again.status_code, again.json()["id"]) == (200, made["id"]), "it holds just the same"


def test_every_fault_names_its_row_and_field_and_a_dry_run_stores_none(lists: Lists) -> None:
    users = [ANNA, {**BO, "email": "ingen adress"}, {"name": "Cia", "email": ANNA["email"], "mobile": "12"}]
    faults = {(1, "email", "EMAIL_INVALID"), (2, "email", "EMAIL_DUPLICATE"), (2, "mobile", "PHONE_INVALID")}
    tried = lists.post("/validations", {"users": users}, 200)
    assert (tried["ok"], tried["errors"], tried["users_added"]) == (False, 3, 3)
    assert {(each["place"], each["field"], each["code"]) for each in tried["issues"]} == faults
    assert lists.get("/versions")["items"] == []
    made = lists.post("/rows", {"users": users})
    assert (made["state"], made["errors"], made["allowed_actions"]) == ("faulty", 3, [])
    path = f"/versions/{made['id']}"
    seen, cursor = [], -1
    while cursor is not None:
        page = lists.get(f"{path}/issues", limit=2, cursor=cursor)
        seen += page["items"]
        cursor = page["next_cursor"]
    assert {(each["place"], each["field"], each["code"]) for each in seen} == faults
    assert all(each["text"] for each in seen)
    assert [each["code"] for each in lists.get(f"{path}/issues", code="PHONE_INVALID")["items"]] == [
        "PHONE_INVALID"
    ]
    assert lists.get(f"{path}/issues", severity="warning")["items"] == []
    assert lists.get(f"{path}/users")["items"] == [], "nothing is half-imported"
    marked = lists.client.get(f"{lists.base}{path}/marked-file", headers=lists.bearer)
    assert marked.content.startswith(b"PK")
    refused = lists.post(f"{path}/sign-off-requests", {}, 409)
    assert refused["code"] == "ILLEGAL_TRANSITION"


def test_a_workbook_is_uploaded_once_however_often_it_is_sent(lists: Lists) -> None:
    content = make_sample_workbook(users=5)
    made = lists.upload(content, **{"Idempotency-Key": "u1"})
    assert (made.status_code, made.json()["users"]) == (201, 5), made.text
    assert made.headers["location"].endswith(f"/versions/{made.json()['id']}")
    replayed = lists.upload(content, **{"Idempotency-Key": "u1"})
    assert (replayed.status_code, replayed.headers["idempotent-replayed"]) == (201, "true")
    reused = lists.upload(make_sample_workbook(users=6), **{"Idempotency-Key": "u1"})
    assert (reused.status_code, reused.json()["code"]) == (409, "IDEMPOTENCY_KEY_REUSED")
    assert lists.upload(content).status_code == 200
    path = f"/versions/{made.json()['id']}/users"
    first = lists.get(path, limit=3, fields="id,email")
    assert [set(each) for each in first["items"]] == [{"id", "email"}] * 3
    rest = lists.get(path, cursor=first["next_cursor"])
    assert (len(rest["items"]), rest["next_cursor"]) == (2, None)
    [one] = lists.get(path, email=rest["items"][0]["email"].upper())["items"]
    assert one == rest["items"][0]
    assert lists.get(path, number="+46700000000")["items"] == []


def test_what_a_new_version_changes_is_shown_before_it_is_signed(lists: Lists) -> None:
    lists.post("/rows", LISTS)
    before = lists.client.get(lists.base, headers=lists.bearer).headers["etag"]
    changed = {"users": [{**ANNA, "department": "Lager"}, {"name": "Cia Ek", "email": "cia.ek@exempel.se"}]}
    made = lists.post("/rows", changed, **{"If-Match": before})
    told = lists.get(f"/versions/{made['id']}/difference", limit=200)
    assert (told["compared_with"], told["added"], told["changed"], told["removed"]) == (1, 1, 1, 3)
    by_kind = {(each["kind"], each["change"]): each for each in told["items"]}
    assert by_kind["user", "changed"]["fields"] == [
        {"field": "department", "before": "Ekonomi", "after": "Lager"}
    ]
    assert by_kind["user", "removed"]["name"] == "Bo Dahl"
    assert by_kind["group", "removed"]["name"] == "Kundtjänst"
    first = lists.get(f"/versions/{made['id']}/difference", limit=2, fields="name")
    second = lists.get(f"/versions/{made['id']}/difference", limit=200, cursor=first["next_cursor"])
    assert len(first["items"]) + len(second["items"]) == 5
    assert set(first["items"][0]) == {"name"}
    stale = lists.post("/rows", LISTS, 412, **{"If-Match": before})
    assert stale["code"] == "CHANGED_SINCE_READ"
    assert [each["number"] for each in lists.get("/versions", state="clean")["items"]] == [1, 2]


def test_the_customer_is_asked_to_sign_once_a_day_and_signs_itself(lists: Lists) -> None:
    made = lists.post("/rows", LISTS)
    path = f"/versions/{made['id']}"
    asked = lists.post(f"{path}/sign-off-requests", {"words": "Gärna i dag."}, 202)
    assert asked["people"] == 1
    again = lists.post(f"{path}/sign-off-requests", {}, 409)
    assert again["code"] == "SIGNATURE_ASKED_TODAY"
    with unit_of_work() as session:
        [mail] = [
            each
            for each in session.exec(select(OutgoingMail))
            if f"/cases/{lists.case_id}/data/1" in each.plain
        ]
    assert mail.recipient == ORDER["contact"]["email"]  # type: ignore[index]
    assert "Gärna i dag." in mail.plain
    lists.sign(1)
    signed = lists.get()["signed"]
    assert (signed["id"], signed["state"], signed["signed_by"]) == (made["id"], "signed", "Tove Exempelsson")
    assert lists.post(f"{path}/sign-off-requests", {}, 409)["code"] == "ILLEGAL_TRANSITION"
    with unit_of_work() as session:
        relay({}, current(session))
    told = lists.client.get("/api/v1/events?limit=200", headers=lists.bearer).json()["items"]
    kinds = [each["type"] for each in told]
    assert {"customer_data_version.pass", "customer_data_version.sign"} <= set(kinds)
    [event] = [each for each in told if each["type"] == "delivery_case.signature_asked"]
    assert event["data"] == {"what": "customer_data", "id": made["id"], "people": 1}


def test_a_large_file_waits_for_a_worker_and_can_be_stopped(lists: Lists) -> None:
    waiting = lists.upload(b"Namn;E-post\n" + b"\n" * DIRECTLY, "stor.csv")
    assert waiting.status_code == 202, waiting.text
    assert lists.get()["imports"] == [waiting.json()["id"]]
    path = f"/imports/{waiting.json()['id']}"
    assert lists.get(path)["allowed_actions"] == ["cancel"]
    stopped = lists.post(f"{path}/cancellation", None, 200)
    assert (stopped["ended"], stopped["allowed_actions"]) == (True, [])
    assert lists.post(f"{path}/cancellation", None, 409)["code"] == "IMPORT_OVER"
    assert lists.get()["imports"] == []


@pytest.mark.parametrize("text", ["=1+1", "a\x07b", "\ufffe"])
def test_what_no_workbook_holds_breaks_nothing(lists: Lists, text: str) -> None:
    made = lists.post("/rows", {"users": [{**ANNA, "department": text}]})
    assert made["state"] in {"clean", "faulty"}


def test_once_the_case_is_over_no_list_is_taken(lists: Lists) -> None:
    lists.client.post(
        f"{CASES}/{lists.case_id}/cancellation", json={"reason": "ångrat"}, headers=lists.bearer
    )
    assert lists.get()["allowed_actions"] == []
    assert lists.post("/rows", LISTS, 409)["code"] == "DATA_FROZEN"
    assert lists.upload(b"Namn;E-post\n").json()["code"] == "DATA_FROZEN"


def test_reading_lists_needs_its_own_scope(client: TestClient, clean: str) -> None:
    reader = partner(client, "5599999025", ["cases:read", "cases:write"])
    case = client.post(CASES, json=ORDER, headers=reader).json()["id"]
    refused = client.get(f"{CASES}/{case}/customer-data", headers=reader)
    assert (refused.status_code, refused.json()["code"]) == (403, "SCOPE_MISSING")


def test_a_series_that_is_none_is_a_fault_of_its_row(lists: Lists) -> None:
    users = [{"name": "Bo Ek", "email": "bo.ek@exempel.se"}]
    made = lists.post("/rows", {"users": users, "series": [{"series": "alla våra", "operator": "Telia"}]})
    [issue] = lists.get(f"/versions/{made['id']}/issues")["items"]
    assert (made["state"], issue["code"], issue["place"]) == ("faulty", "SERIES_INVALID", 0)
    table = "Serie;Operatör\nalla våra;Telia\n".encode()
    uploaded = lists.upload(table, "serier.csv").json()
    assert "SERIES_INVALID" in {
        each["code"] for each in lists.get(f"/versions/{uploaded['id']}/issues")["items"]
    }


ODD = b"Vem;Elektronisk adress;Lur;Skonummer\nAnna Ek;anna@exempel.se;070-174 06 05;38\n"
SAID = {
    "sheet": "folk",
    "kind": "users",
    "header_row": 1,
    "columns": [{"column": "A", "field": "name"}, {"column": "B", "field": "email"}],
}


def test_columns_that_no_heading_tells_are_pointed_out_and_remembered(lists: Lists) -> None:
    faulty = lists.upload(ODD, "folk.csv").json()
    assert faulty["state"] == "faulty"
    path = f"/versions/{faulty['id']}/columns"
    [sheet] = lists.get(path)["sheets"]
    assert (sheet["sheet"], sheet["kind"], sheet["columns"][1]) == (
        "folk",
        None,
        {"column": "B", "heading": "Elektronisk adress", "examples": ["anna@exempel.se"], "field": None},
    )
    assert lists.get(path)["allowed_actions"] == ["correct"]
    made = lists.post(path, {"sheets": [SAID]}, **{"Idempotency-Key": "k1"})
    assert (made["number"], made["state"], made["users"]) == (2, "clean", 1)
    assert lists.post(path, {"sheets": [SAID]}, **{"Idempotency-Key": "k1"}) == made
    [sheet] = lists.get(f"/versions/{made['id']}/columns")["sheets"]
    assert [each["field"] for each in sheet["columns"]] == ["name", "email", None, None]
    later = lists.upload(ODD.replace(b"Anna", b"Bo"), "folk.csv").json()
    assert (later["state"], later["users"]) == ("clean", 1), "it is remembered for the customer"


def test_a_sheet_that_nothing_is_said_of_is_read_as_it_was(lists: Lists) -> None:
    version = lists.upload(make_sample_workbook(users=6)).json()
    path = f"/versions/{version['id']}/columns"
    sheets = lists.get(path)["sheets"]
    last = next(each for each in reversed(sheets) if each["kind"] is not None)
    columns = [{k: each[k] for k in ("column", "field")} for each in last["columns"] if each["field"]]
    same = {
        "sheet": last["sheet"],
        "kind": last["kind"],
        "header_row": last["header_row"],
        "columns": columns,
    }
    answer = lists.post(path, {"sheets": [same]}, 200)
    assert answer["id"] == version["id"], "it says just what was read: nothing new"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sheet": "okänt"}, "SHEET_UNKNOWN"),
        ({"header_row": 9}, "HEADER_ROW_UNKNOWN"),
        ({"columns": SAID["columns"][:1]}, "USER_COLUMNS_MISSING"),
        ({"columns": [*SAID["columns"], {"column": "C", "field": "email"}]}, "COLUMN_TWICE"),
        ({"columns": [*SAID["columns"], {"column": "A", "field": "mobile"}]}, "SAID_TWICE"),
        ({"columns": [{"column": "a", "field": "name"}]}, "INVALID_INPUT"),
    ],
)
def test_what_cannot_be_read_so_is_refused_and_changes_nothing(
    lists: Lists, change: dict[str, Any], code: str
) -> None:
    version = lists.upload(ODD, "folk.csv").json()
    refused = lists.post(f"/versions/{version['id']}/columns", {"sheets": [{**SAID, **change}]}, 422)
    assert refused["code"] == code
    assert len(lists.get("/versions")["items"]) == 1
    assert lists.upload(ODD.replace(b"Anna", b"Bo"), "folk.csv").json()["state"] == "faulty", (
        "nothing is remembered"
    )


def test_the_template_comes_in_both_languages_and_reads_without_telling(lists: Lists) -> None:
    for language, heading in (("sv", "Förnamn"), ("en", "First name")):
        headers = {**lists.bearer, "Accept-Language": language}
        answer = lists.client.get(f"{lists.base}/template", headers=headers)
        assert answer.status_code == 200
        book = load_workbook(BytesIO(answer.content))
        shown = {str(cell.value) for page in book.worksheets for row in page.iter_rows() for cell in row}
        assert any(heading in each for each in shown), shown
    other = partner(lists.client, "5599999009")
    assert lists.client.get(f"{lists.base}/template", headers=other).status_code == 404
