"""Every refusal leaves by one door, in the shape and language of who asked."""

from __future__ import annotations

import json
import logging
from itertools import chain, repeat

import httpx
import pytest

from infra.http_errors import STATUS
from infra.middleware import LARGEST_BODY
from kernel.errors import CATALOGUE, ErrorKind

PERSON = {"Accept": "text/html,application/xhtml+xml", "Accept-Language": "sv-SE,sv;q=0.9,en;q=0.5"}


def test_every_kind_of_error_has_a_status() -> None:
    assert set(STATUS) == set(ErrorKind)


def test_every_declared_error_has_its_code_and_both_languages() -> None:
    for code, spec in CATALOGUE.items():
        assert code == spec.code
        assert code.isupper()
        assert spec.text.sv != spec.text.en


def test_a_program_gets_a_problem_document(web: httpx.Client) -> None:
    answer = web.post("/api/v1/refused")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/errors#REASON_REQUIRED",
        "title": "Reason required",
        "status": 422,
        "detail": "Give a reason. It is kept in the history of the case.",
        "code": "REASON_REQUIRED",
        "instance": "/api/v1/refused",
        "request_id": answer.headers["x-request-id"],
        "allowed": ["b"],
        "earliest": None,
        "errors": [
            {
                "field": "reason",
                "code": "REASON_REQUIRED",
                "detail": "Give a reason. It is kept in the history of the case.",
            }
        ],
    }


def test_a_person_gets_a_page_in_their_language(web: httpx.Client) -> None:
    answer = web.get("/changed", headers=PERSON)
    assert answer.status_code == 409
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-language"] == "sv"
    assert "Någon annan ändrade detta" in answer.text


def test_under_api_it_is_json_whatever_is_asked_for(web: httpx.Client) -> None:
    assert web.post("/api/v1/refused", headers=PERSON).json()["detail"].startswith("Skriv en anledning")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/no/such/page", 404, "NOT_FOUND"),
        ("GET", "/api/v1/nothing", 404, "NOT_FOUND"),
        ("DELETE", "/changed", 405, "METHOD_NOT_ALLOWED"),
    ],
)
def test_what_the_framework_refuses_leaves_by_the_same_door(
    web: httpx.Client, method: str, path: str, status: int, code: str
) -> None:
    answer = web.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    page = web.request(method, path, headers=PERSON)
    assert page.status_code == status
    assert "{" not in json.loads(answer.text)["detail"]


def test_a_refused_method_says_which_are_taken(web: httpx.Client) -> None:
    assert web.delete("/changed").headers["allow"] == "GET"


def test_wrong_fields_are_named(web: httpx.Client) -> None:
    answer = web.post("/api/v1/form", data={"count": "many"})
    assert answer.status_code == 422
    body = answer.json()
    assert body["code"] == "INVALID_INPUT"
    assert [each["field"] for each in body["errors"]] == ["count"]
    assert "many" not in answer.text


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b'{"a": 1', b"[1, 2]", b"null", b""])
def test_junk_for_json_is_refused_and_never_breaks_us(web: httpx.Client, content: bytes) -> None:
    answer = web.post("/api/v1/json", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_is_500_with_the_id_that_the_log_has(
    web: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = web.get("/broken/token-of-tove")
    assert answer.status_code == 500
    body = answer.json()
    assert body["code"] == "UNEXPECTED"
    assert body["request_id"] == answer.headers["x-request-id"]
    assert body["request_id"] in body["detail"]
    assert "cannot read" not in answer.text
    [record] = [each for each in caplog.records if each.name == "infra.http_errors"]
    assert record.route == "/broken/{secret}"  # type: ignore[attr-defined]
    assert "token-of-tove" not in record.getMessage()


def test_a_person_meets_a_page_when_we_break(web: httpx.Client) -> None:
    answer = web.get("/broken/x", headers=PERSON)
    assert answer.status_code == 500
    assert "Något i Växla gick sönder" in answer.text


@pytest.mark.parametrize(
    "path", ["/changed", "/broken/x", "/no/such/page", "/health/live", "/static/vaxla.css"]
)
def test_every_answer_is_guarded_by_headers(web: httpx.Client, path: str) -> None:
    headers = web.get(path, headers=PERSON).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert len(headers["x-request-id"]) == 32


def test_pages_are_kept_by_no_cache(web: httpx.Client) -> None:
    assert web.get("/changed").headers["cache-control"] == "no-store"


def test_a_body_that_says_it_is_too_large_is_refused_before_it_is_parsed(web: httpx.Client) -> None:
    answer = web.post("/api/v1/upload", files={"file": b"x" * (LARGEST_BODY + 1)})
    assert answer.status_code == 413
    assert answer.json()["code"] == "BODY_TOO_LARGE"


def test_a_person_reads_that_the_file_is_too_large(web: httpx.Client) -> None:
    answer = web.post("/changed", content=b"x" * (LARGEST_BODY + 1), headers=PERSON)
    assert answer.status_code == 413
    assert "högst 25 MB" in answer.text


def test_a_body_that_does_not_say_its_size_is_stopped_where_it_outgrows_the_limit(web: httpx.Client) -> None:
    head = b'--line\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    for path, kind, first in (
        ("/api/v1/upload", "multipart/form-data; boundary=line", head),
        ("/api/v1/json", "application/json", b"{"),
    ):
        chunks = chain([first], repeat(b" " * 1024 * 1024, 26))
        answer = web.post(path, content=chunks, headers={"Content-Type": kind})
        assert answer.status_code == 413
        assert answer.json()["code"] == "BODY_TOO_LARGE"


def test_a_body_of_the_largest_size_is_taken(web: httpx.Client) -> None:
    room = LARGEST_BODY - 1024
    assert web.post("/api/v1/upload", files={"file": b"x" * room}).json() == room
