"""The pages of a list as a browser without JavaScript meets them, over real HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from delivery.customer_data.usecases import begin_import as beginning
from delivery.customer_data.usecases.run_imports import run_imports
from delivery.domain.states import CaseState

from .conftest import CSRF, Delivery
from .test_columns import ODD
from .test_imports import people


@pytest.fixture
def base(opened: Delivery) -> str:
    return f"/cases/{opened.case_id}/data"


def send(browser: httpx.Client, base: str, content: bytes, name: str = "folk.csv") -> httpx.Response:
    return browser.post(base, data={"csrf": CSRF}, files={"file": (name, content)})


def fields(page: str) -> dict[str, str]:
    """What a browser would send of the columns form as it stands."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and value and ("_" in name[1]):
            found[name[1]] = value[1]
    for select in re.findall(r"<select.*?</select>", page, re.DOTALL):
        name = re.search(r'name="([^"]*)"', select)
        chosen = re.search(r'<option value="([^"]*)" selected', select)
        assert name
        found[name[1]] = chosen[1] if chosen else ""
    return found | {"csrf": CSRF}


def test_a_small_list_leads_to_its_version_and_the_same_again_says_so(
    browser: httpx.Client, base: str
) -> None:
    first = send(browser, base, people(3))
    assert (first.status_code, first.headers["location"]) == (303, f"{base}/1")
    again = send(browser, base, people(3))
    assert again.headers["location"] == f"{base}/1?same=1"
    assert "Inget har ändrats" in browser.get(again.headers["location"]).text
    assert "Inget har ändrats" not in browser.get(f"{base}/1").text


def test_columns_are_pointed_out_in_two_steps(browser: httpx.Client, base: str) -> None:
    send(browser, base, ODD)
    page = browser.get(f"{base}/1/columns")
    assert page.status_code == 200
    form = fields(page.text) | {"kind_0": "users", "do": "use"}
    second = browser.post(f"{base}/1/columns", data=form)
    assert second.status_code == 200
    assert "Elektronisk adress" in second.text
    form = fields(second.text) | {"column_0_0": "name", "column_0_1": "email", "column_0_2": "mobile"}
    done = browser.post(f"{base}/1/columns", data=form | {"do": "use"})
    assert (done.status_code, done.headers["location"]) == (303, f"{base}/2")
    assert "Inga fel hittades" in browser.get(f"{base}/2").text


def test_a_column_chosen_twice_is_told_and_what_was_chosen_stands(browser: httpx.Client, base: str) -> None:
    send(browser, base, ODD)
    form = fields(browser.get(f"{base}/1/columns").text) | {"kind_0": "users", "do": "look"}
    form = fields(browser.post(f"{base}/1/columns", data=form).text)
    form |= {"column_0_0": "name", "column_0_1": "email", "column_0_2": "email"}
    refused = browser.post(f"{base}/1/columns", data=form | {"do": "use"})
    assert refused.status_code == 422
    assert "kan inte båda vara E-post" in refused.text
    assert {k: v for k, v in fields(refused.text).items() if k in form} == form


@pytest.mark.parametrize(
    "odd",
    [
        {"kind_0": "persons"},
        {"header_0": "²"},
        {"header_0": "-3"},
        {"header_0": "9" * 30},
        {"column_0_0": "shoe"},
        {"column_0_99": "email"},
    ],
)
def test_what_no_form_of_ours_sends_does_no_harm(
    browser: httpx.Client, base: str, odd: dict[str, str]
) -> None:
    send(browser, base, ODD)
    form = fields(browser.get(f"{base}/1/columns").text) | {"kind_0": "users"} | odd
    for do in ("look", "use"):
        assert browser.post(f"{base}/1/columns", data=form | {"do": do}).status_code in (200, 303, 422)


def test_a_file_that_cannot_be_read_offers_no_copy_and_no_columns(browser: httpx.Client, base: str) -> None:
    send(browser, base, b"\xff\xd8\xff\xe0 a photo", "foto.xlsx")
    page = browser.get(f"{base}/1").text
    assert "Den är en bild" in page
    assert "marked.xlsx" not in page
    assert browser.get(f"{base}/1/columns").status_code == 200


def test_a_large_list_shows_its_way_without_a_script(
    browser: httpx.Client, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "DIRECTLY", 0)
    there = send(browser, base, people(3_000)).headers["location"]
    page = browser.get(there)
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page.text
    assert "Väntar på sin tur" in page.text
    assert there in browser.get(base).text
    run_imports(datetime.now(UTC))
    done = browser.get(there)
    assert (done.status_code, done.headers["location"]) == (303, f"{base}/1")
    assert there not in browser.get(base).text


def test_a_large_list_can_be_cancelled_once(
    browser: httpx.Client, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "DIRECTLY", 0)
    there = send(browser, base, people(3_000)).headers["location"]
    assert browser.post(f"{there}/cancel").status_code == 403
    assert browser.post(f"{there}/cancel", data={"csrf": CSRF}).status_code == 303
    assert "Ingen rad har sparats" in browser.get(there).text
    again = browser.post(f"{there}/cancel", data={"csrf": CSRF})
    assert again.status_code == 409
    assert "kan inte avbrytas" in again.text


def test_a_list_that_comes_too_late_is_told_on_the_upload_page(
    opened: Delivery, browser: httpx.Client, base: str
) -> None:
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    assert send(browser, base, people(3)).status_code == 409


def test_the_version_page_shows_what_changes(opened: Delivery, browser: httpx.Client, base: str) -> None:
    send(browser, base, people(3))
    send(browser, base, people(4).replace(b";00001", b";55555"))
    page = browser.get(f"{base}/2").text
    assert "1 nya" in page
    assert "1 ändrade" in page
    assert re.search(r"Anknytning</td>.*00001</td>.*55555</td>", page)


def test_only_the_first_faults_are_listed_and_the_rest_counted(browser: httpx.Client, base: str) -> None:
    faults: dict[str, Any] = {f"row_{number}": "fel" for number in range(2, 302)}
    send(browser, base, people(300, **faults))
    page = browser.get(f"{base}/1").text
    assert page.count("EMAIL_INVALID") == 200
    assert "Och 100 till" in page
