"""CU-03: a change after sign-off, its cost shown before it is asked for, and answered by the planner."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlmodel import select

from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from infra.db import unit_of_work
from infra.mail import OutgoingMail

from ..delivery.conftest import CONTACT, CSRF, GO_LIVE_ON, Delivery, sign_in

LATE = datetime(2027, 2, 15, 8, 0, tzinfo=UTC)  # four working days after subscriptions were due


@pytest.fixture
def under_way(opened: Delivery) -> Delivery:
    """A case whose move has been asked for."""
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    return opened


@pytest.fixture
def here(under_way: Delivery) -> str:
    return f"/cases/{under_way.case_id}/changes"


@pytest.fixture
def planner(under_way: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    assert under_way.planner.person_id
    return sign_in(make_client(), under_way.planner.person_id)


def go_live(delivery: Delivery) -> object:
    with unit_of_work() as session:
        return session.get_one(DeliveryCase, delivery.case_id).go_live_on


def ask(browser: httpx.Client, here: str, **form: str) -> httpx.Response:
    return browser.post(here, data={"csrf": CSRF, "kind": "people", "text": "Ada slutar, Bo börjar.", **form})


def test_the_cost_is_shown_and_accepted_before_anything_is_asked(
    under_way: Delivery, browser: httpx.Client, planner: httpx.Client, here: str
) -> None:
    assert "Kostar 4 arbetsdagar" not in browser.get(here).text
    under_way.go_to(LATE)
    assert "Kostar 4 arbetsdagar.</b> Driftstarten blir mån 8 mars 2027" in browser.get(here).text
    refused = ask(browser, here)
    assert refused.status_code == 422
    assert "flyttar driftstarten 4 arbetsdagar" in refused.text
    assert "Ada slutar, Bo börjar." in refused.text, "what was typed is still there"
    for _ in range(2):  # a double click asks once
        assert ask(browser, here, accepted="yes").status_code == 303
    asked = re.findall(rf"{here}/([0-9a-f-]+)/withdraw", browser.get(here).text)
    assert len(asked) == 1
    desk = f"/planner/cases/{under_way.case_id}"
    assert "Ada slutar, Bo börjar." in planner.get(f"{desk}/data").text
    no = planner.post(f"{desk}/changes/{asked[0]}", data={"csrf": CSRF, "do": "refuse"})
    assert no.status_code == 422, "a no says why"
    yes = planner.post(f"{desk}/changes/{asked[0]}", data={"csrf": CSRF, "do": "agree", "answer": "Klart."})
    assert yes.status_code == 303
    assert go_live(under_way) == GO_LIVE_ON + timedelta(days=6)
    assert "Driftstarten flyttades till mån 8 mars 2027" in browser.get(here).text
    with unit_of_work() as session:
        mails = {
            (mail.recipient, mail.subject): mail.plain
            for mail in session.exec(select(OutgoingMail)).all()
            if "ndring" in mail.subject
        }
    assert (
        "Tove Exempelsson på Exempelverken AB"
        in mails["leveransplanerare@exempel.se", "En kund ber om en ändring"]
    )
    assert "mån 8 mars 2027" in mails[CONTACT, "Svar på er ändring"]


def test_a_request_is_taken_back_and_refused_in_words(
    under_way: Delivery, browser: httpx.Client, planner: httpx.Client, here: str
) -> None:
    assert "Välj vad ändringen gäller" in ask(browser, here, kind="kaffe").text
    assert "Beskriv ändringen" in ask(browser, here, text=" ").text
    ask(browser, here)
    (first,) = re.findall(rf"{here}/([0-9a-f-]+)/withdraw", browser.get(here).text)
    assert browser.post(f"{here}/{first}/withdraw", data={"csrf": CSRF}).status_code == 303
    again = browser.post(f"{here}/{first}/withdraw", data={"csrf": CSRF})
    assert again.status_code == 409
    ask(browser, here, kind="other", text="Vi vill starta en vecka senare.")
    (second,) = re.findall(rf"{here}/([0-9a-f-]+)/withdraw", browser.get(here).text)
    path = f"/planner/cases/{under_way.case_id}/changes/{second}"
    planner.post(path, data={"csrf": CSRF, "do": "agree", "day": str(GO_LIVE_ON + timedelta(days=7))})
    assert go_live(under_way) == GO_LIVE_ON + timedelta(days=7)


def test_before_the_move_a_new_version_does_and_tells_what_it_costs(
    opened: Delivery, browser: httpx.Client
) -> None:
    here = f"/cases/{opened.case_id}/changes"
    assert "ladda upp en ny lista" in browser.get(here).text
    assert ask(browser, here).status_code == 409
    opened.upload()
    first = f"/cases/{opened.case_id}/data"
    assert "räknas om" not in browser.get(f"{first}/1").text
    opened.sign()
    opened.go_to(datetime(2027, 1, 25, 8, 0, tzinfo=UTC))
    opened.upload(content=make_sample_workbook(users=7))
    assert "4 arbetsdagar senare än bestämt" in browser.get(f"{first}/2").text


def test_once_the_move_is_asked_for_the_list_page_leads_to_changes(
    under_way: Delivery, browser: httpx.Client, here: str
) -> None:
    page = browser.get(f"/cases/{under_way.case_id}/data").text
    assert f'href="{here}"' in page


def test_a_change_that_is_asked_for_is_the_planner_s_next_action_until_it_is_answered(
    under_way: Delivery, browser: httpx.Client, planner: httpx.Client, here: str
) -> None:
    words = "Svara på kundens begäran om ändring (1)"
    desk = f"/planner/cases/{under_way.case_id}"
    lists = ("/planner", "/planner/mine", desk)
    assert not any(words in planner.get(path).text for path in lists)
    assert ask(browser, here).status_code == 303
    assert all(words in planner.get(path).text for path in lists)
    assert f'href="{desk}/data#changes"' in planner.get(desk).text
    assert "Vi svarar på er begäran om ändring." in browser.get(f"/cases/{under_way.case_id}/status").text
    (asked,) = re.findall(rf"{here}/([0-9a-f-]+)/withdraw", browser.get(here).text)
    no = planner.post(
        f"{desk}/changes/{asked}", data={"csrf": CSRF, "do": "agree", "answer": "Gärna.", "day": "2020-01-01"}
    )
    assert no.status_code == 422
    assert 'value="Gärna."' in no.text, "what the planner wrote is still there"
    assert planner.post(f"{desk}/changes/{asked}", data={"csrf": CSRF, "do": "agree"}).status_code == 303
    assert not any(words in planner.get(path).text for path in lists)


def test_a_change_taken_back_is_nobody_s_next_action(
    under_way: Delivery, browser: httpx.Client, planner: httpx.Client, here: str
) -> None:
    ask(browser, here)
    (asked,) = re.findall(rf"{here}/([0-9a-f-]+)/withdraw", browser.get(here).text)
    assert "begäran om ändring (1)" in planner.get("/planner").text
    assert browser.post(f"{here}/{asked}/withdraw", data={"csrf": CSRF}).status_code == 303
    assert "begäran om ändring (1)" not in planner.get("/planner").text
