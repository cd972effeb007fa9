"""PA-01, CU-05: mandates by API, made, signed by the customer or filed on paper, taken back; files of a case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from delivery.handlers import HANDLERS
from infra.clock import current
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import relay
from infra.transitions import Cause
from portingsvc.usecases.mandates import Signature, sign_mandate

from .test_cases import CASES, ORDER, partner
from .test_families import FAMILIES, GOOD, order

MANDATES = "/api/v1/mandates"
NUMBERS = ["08-465 004 00–49", "070-174 06 05"]
SCAN = b"%PDF-1.4\n%%EOF\n"
SIGNED = {"signed_by": "Tove Exempelsson", "signed_on": "2027-01-15"}


class Papers:
    """A partner with a case and its mandates, by API."""

    def __init__(self, client: TestClient) -> None:
        self.client, self.bearer = client, partner(client, "5599999025")
        self.case_id = client.post(CASES, json=ORDER, headers=self.bearer).json()["id"]

    def send(self, method: str, path: str, status: int, **how: Any) -> Any:
        headers = {**self.bearer, **how.pop("headers", {})}
        answer = self.client.request(method, path, headers=headers, **how)
        assert answer.status_code == status, answer.text
        return answer.json()

    def make(self, status: int = 201, **more: Any) -> Any:
        asked = {"case_id": self.case_id, "donor": "Telia Sverige AB", "numbers": NUMBERS, **more}
        return self.send("POST", MANDATES, status, json=asked)

    def file(self, mandate_id: str, status: int = 200, content: bytes = SCAN, **more: str) -> Any:
        return self.send(
            "POST",
            f"{MANDATES}/{mandate_id}/document",
            status,
            data={**SIGNED, **more},
            files={"file": ("skannad.pdf", content)},
        )

    def events(self) -> list[Any]:
        with unit_of_work() as session:
            relay(HANDLERS, current(session))
        return self.send("GET", "/api/v1/events?limit=200", 200)["items"]


@pytest.fixture
def papers(client: TestClient, clean: str) -> Papers:
    return Papers(client)


def test_a_mandate_is_made_read_and_found_by_what_it_covers(papers: Papers) -> None:
    made = papers.make()
    assert (made["state"], made["donor"], made["count"]) == ("sent", "TELIA", 51)
    assert made["owner_name"] == "Exempelverken AB"
    assert made["series"][0] == {"first": "+46846500400", "last": "+46846500449", "count": 50}
    assert set(made["allowed_actions"]) == {"ask", "file", "revoke"}
    other = papers.make(donor="TELE2", numbers=["08-465 004 50"], two_signatories=True)
    assert other["signatories"] == 2

    def found(**query: str) -> list[str]:
        return [each["id"] for each in papers.send("GET", MANDATES, 200, params=query)["items"]]

    assert found() == [made["id"], other["id"]]
    assert found(number="+46846500431") == [made["id"]]
    assert found(donor="TELE2", case_id=papers.case_id) == [other["id"]]
    assert found(state="signed") == []
    first = papers.send("GET", MANDATES, 200, params={"limit": 1, "fields": "id"})
    assert first["items"] == [{"id": made["id"]}]
    assert found(cursor=first["next_cursor"]) == [other["id"]]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"numbers": ["070-174 06 05", "12"]}, "NUMBER_REFUSED", "numbers.1"),
        ({"donor": "Ingen alls"}, "DONOR_UNKNOWN", "donor"),
        ({"owner_id": "123"}, "OWNER_ID_WRONG", "owner_id"),
        ({"case_id": None}, "MANDATE_FOR_ONE", "case_id"),
    ],
)
def test_what_cannot_be_a_mandate_is_refused_at_its_field(
    papers: Papers, change: dict[str, Any], code: str, field: str
) -> None:
    refused = papers.make(422, **change)
    assert (refused["code"], refused["errors"][0]["field"]) == (code, field)
    assert papers.send("GET", MANDATES, 200)["items"] == []


def test_the_customer_is_asked_and_its_signature_is_told_with_its_document(papers: Papers) -> None:
    made = papers.make()
    path = f"{MANDATES}/{made['id']}"
    assert papers.send("POST", f"{path}/signature-requests", 202, json={"words": "Tack!"})["people"] == 1
    again = papers.send("POST", f"{path}/signature-requests", 409, json={})
    assert again["code"] == "SIGNATURE_ASKED_TODAY"
    with unit_of_work() as session:
        plain = [each.plain for each in session.exec(select(OutgoingMail))]
        assert [each for each in plain if f"/cases/{papers.case_id}/mandates/{made['id']}" in each]
    assert papers.client.get(f"{path}/document", headers=papers.bearer).status_code == 404
    with unit_of_work() as session:
        cause = Cause("customer", "Tove Exempelsson", current(session))
        sign_mandate(session, UUID(made["id"]), Signature("Tove Exempelsson", "127.0.0.1", "a test"), cause)
    signed = papers.send("GET", path, 200)
    assert (signed["state"], signed["has_document"]) == ("signed", True)
    assert [(each["name"], each["method"]) for each in signed["signatures"]] == [
        ("Tove Exempelsson", "typed_name")
    ]
    assert papers.client.get(f"{path}/document", headers=papers.bearer).content.startswith(b"%PDF-")
    assert papers.send("POST", f"{path}/signature-requests", 409, json={})["code"] == "ILLEGAL_TRANSITION"
    assert papers.file(made["id"], 409)["code"] == "ILLEGAL_TRANSITION"


def test_a_mandate_on_paper_lets_a_family_of_orders_go(papers: Papers) -> None:
    """From nothing to the donor's queue by API alone."""
    family = papers.send("POST", FAMILIES, 201, json=order(GOOD))
    made = papers.make(case_id=None, family_id=family["id"], numbers=["070-174 06 05"])
    assert (made["case_id"], made["customer_id"]) == (None, family["customer_id"])
    path = f"{MANDATES}/{made['id']}"
    assert papers.send("POST", f"{path}/signature-requests", 409, json={})["code"] == "NOBODY_TO_SIGN"
    paper = papers.client.get(f"{path}/paper", headers=papers.bearer)
    assert paper.content.startswith(b"%PDF-")
    filed = papers.file(made["id"])
    assert (filed["state"], filed["valid_until"]) == ("signed", "2027-04-16T22:00:00Z")
    assert [(each["name"], each["method"]) for each in filed["signatures"]] == [
        ("Tove Exempelsson", "document")
    ]
    scan = papers.client.get(f"{path}/document", headers=papers.bearer)
    assert scan.content == SCAN
    done = papers.send("POST", f"{FAMILIES}/{family['id']}/submission", 200, json={})
    assert (done["submitted"], done["kept"]) == (1, [])
    [event] = [each for each in papers.events() if each["type"] == "mandate.file"]
    assert (event["data"]["state"], event["previous"]["state"]) == ("signed", "sent")
    assert event["actor"]["role"] == "partner"


@pytest.mark.parametrize(
    ("more", "content", "code"),
    [
        ({}, b"GIF89a", "DOCUMENT_NOT_PDF"),
        ({"signed_by": "Tove"}, SCAN, "SIGNATORIES_MISSING"),
        ({"signed_by": "Tove Exempelsson"}, SCAN, "SIGNATORIES_MISSING"),
        ({"signed_by": "Tove Exempelsson, tove exempelsson"}, SCAN, "SIGNATORIES_MISSING"),
        ({"signed_on": "2027-01-19"}, SCAN, "SIGNED_ON_WRONG"),
        ({"signed_on": "2026-10-01"}, SCAN, "SIGNED_ON_WRONG"),
    ],
)
def test_a_paper_that_proves_nothing_is_not_taken(
    papers: Papers, more: dict[str, str], content: bytes, code: str
) -> None:
    made = papers.make(two_signatories=True)
    both = {"signed_by": "Tove Exempelsson, Bo Exempelsson"}
    assert papers.file(made["id"], 422, content, **{**both, **more})["code"] == code
    kept = papers.send("GET", f"{MANDATES}/{made['id']}", 200)
    assert (kept["state"], kept["has_document"]) == ("sent", False)
    assert papers.file(made["id"], **both)["state"] == "signed"


def test_a_mandate_is_taken_back_with_its_reason_and_only_as_it_was_read(papers: Papers) -> None:
    made = papers.make()
    path = f"{MANDATES}/{made['id']}"
    tag = papers.client.get(path, headers=papers.bearer).headers["etag"]
    papers.file(made["id"])
    stale = papers.send("POST", f"{path}/revocation", 412, json={"reason": "x"}, headers={"If-Match": tag})
    back = papers.send(
        "POST", f"{path}/revocation", 200, json={"reason": "fel nummer"}, headers={"If-Match": stale["etag"]}
    )
    assert (back["state"], back["revoked_reason"], back["allowed_actions"]) == ("revoked", "fel nummer", [])
    assert back["revoked_at"] is not None
    again = papers.send("POST", f"{path}/revocation", 409, json={"reason": "igen"})
    assert (again["code"], again["allowed"]) == ("ILLEGAL_TRANSITION", [])


def test_a_file_is_left_with_a_case_and_told_of(papers: Papers) -> None:
    base = f"{CASES}/{papers.case_id}/documents"
    left = papers.send(
        "POST", base, 201, files={"file": ("Avtal å.pdf", SCAN)}, data={"note": "undertecknat"}
    )
    assert (left["name"], left["media_type"], left["is_yours"], left["is_shared"]) == (
        "Avtal å.pdf",
        "application/pdf",
        True,
        False,
    )
    assert papers.send("GET", base, 200)["items"] == [left]
    assert papers.send("GET", f"{base}/{left['id']}", 200) == left
    file = papers.client.get(f"{base}/{left['id']}/content", headers=papers.bearer)
    assert (file.content, file.headers["content-type"]) == (SCAN, "application/pdf")
    refused = papers.send("POST", base, 422, files={"file": ("spel.exe", b"MZ")})
    assert refused["code"] == "FILE_KIND_REFUSED"
    [event] = [each for each in papers.events() if each["type"] == "delivery_case.document_added"]
    assert event["data"] == {"document_id": left["id"], "name": "Avtal å.pdf"}
