"""Every refusal leads to its row in the public catalogue, in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from kernel.errors import CATALOGUE

ROOT = Path(__file__).parents[3]
PACKAGES = ("kernel", "infra", "accounts", "portingsvc", "openfibre", "delivery", "invoicing", "partners")


def declared() -> set[str]:
    """The codes that the source declares, read without importing it."""
    found = set()
    for package in (*PACKAGES, "customer_portal", "entrypoints"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "spec":
                    found.add(node.args[0].value)
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_code_has_its_row_in_both_languages(client: TestClient, clean: str, language: str) -> None:
    answer = client.get("/errors", headers={"Accept": "text/html", "Accept-Language": language})
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    rows = {row.get("id"): row for row in page.xpath("//tr[@id]")}
    assert set(rows) == declared() == set(CATALOGUE)
    for code, row in rows.items():
        told = {cell.get("lang"): cell.text_content() for cell in row.xpath("td[@lang]")}
        assert told == {"sv": CATALOGUE[code].text.sv, "en": CATALOGUE[code].text.en}
    print(f"error catalogue: {len(rows)} codes")


def test_programs_read_the_same_list(client: TestClient, clean: str) -> None:
    items = client.get("/errors.json").json()["items"]
    assert {each["code"] for each in items} == set(CATALOGUE)
    by_code = {each["code"]: each["status"] for each in items}
    assert by_code["NOT_FOUND"] == 404
    assert by_code["METHOD_NOT_ALLOWED"] == 405
    assert by_code["UNEXPECTED"] == 500


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/api/v1/delivery-cases"), ("PUT", "/api/v1/prices"), ("GET", "/api/v1/x")]
)
def test_the_type_of_a_problem_leads_there(client: TestClient, clean: str, method: str, path: str) -> None:
    problem = client.request(method, path).json()
    page, _, anchor = problem["type"].partition("#")
    assert f'id="{anchor}"' in client.get(page, headers={"Accept": "text/html"}).text
    listed = {each["code"]: each["status"] for each in client.get("/errors.json").json()["items"]}
    assert listed[problem["code"]] == problem["status"]


def test_codes_are_words_in_capitals(client: TestClient) -> None:
    assert all(re.fullmatch(r"[A-Z][A-Z0-9_]{2,60}", code) for code in CATALOGUE)
