"""The planner reads what the customer has answered: what is left, whose it is, who said what and when."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import lxml.html
import pytest

from delivery.questionnaire.domain.merging import Given
from delivery.questionnaire.queries.at_once import read_whole
from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.queries.signed import signed_line
from delivery.questionnaire.usecases.finish_section import finish_ready
from delivery.questionnaire.usecases.save_answers import add_item, remove_item, save_answers
from infra.db import unit_of_work

from .conftest import CSRF, Delivery, sign_in
from .test_lists import statements

MOST = 12


@pytest.fixture
def planner(opened: Delivery, make_client: Callable[[], httpx.Client]) -> httpx.Client:
    assert opened.planner.person_id
    return sign_in(make_client(), opened.planner.person_id)


def say(opened: Delivery, section: str, question: str, value: str, item: str = "") -> None:
    with unit_of_work() as session:
        seen = questionnaire(session, opened.customer, opened.case_id).section(section)
        answers = next((each.answers for each in seen.items if each.item == item), ())
        version = next((each.version for each in answers if each.question.key == question), 0)
    opened.do(opened.customer, save_answers, opened.case_id, section, item, [Given(question, value, version)])


def words(page: str) -> str:
    return " ".join(lxml.html.fromstring(page).text_content().split())


def test_a_planner_reads_every_answer_and_what_is_left(opened: Delivery, planner: httpx.Client) -> None:
    opened.upload()
    base = f"/planner/cases/{opened.case_id}"
    for here in (base, f"{base}/data"):
        assert f'href="{base}/answers"' in planner.get(here).text
    before = words(planner.get(f"{base}/answers").text)
    assert "Inte godkänt än" in before
    assert "Tove Exempelsson telefoniansvarig" in before
    assert "ifyllt av oss, inte bekräftat" in before
    opened.do(opened.customer, finish_ready, opened.case_id)
    say(opened, "company", "name", "Exempelverken i Luleå AB")
    say(opened, "company", "postcode", "12")
    told = words(planner.get(f"{base}/answers").text)
    assert "Exempelverken i Luleå AB" in told
    assert "Tove Exempelsson, " in told
    assert "1 svar kvar" in told, "a postcode of two digits is an answer that is still needed"


def test_the_signature_stands_beside_the_answers_and_what_changed_since(
    opened: Delivery, planner: httpx.Client
) -> None:
    path = f"/planner/cases/{opened.case_id}/answers"
    opened.upload()
    opened.sign()
    assert "Inget har ändrats sedan dess" in planner.get(path).text
    say(opened, "company", "name", "Exempelverken i Luleå AB")
    assert "väntar på att kunden godkänner igen" in planner.get(path).text


def test_every_change_of_a_part_is_told_also_what_was_replaced(
    opened: Delivery, planner: httpx.Client
) -> None:
    base = f"/planner/cases/{opened.case_id}/answers"
    assert "Inga svar än" in planner.get(f"{base}/sims").text
    sheet = opened.do(opened.customer, add_item, opened.case_id, "sims")
    say(opened, "sims", "town", "Kiruna", sheet.item)
    say(opened, "sims", "town", "Gällivare", sheet.item)
    opened.do(opened.customer, remove_item, opened.case_id, "sims", sheet.item)
    told = words(planner.get(f"{base}/sims").text)
    places = [told.index(each) for each in ("Borttagen", "Gällivare", "Kiruna", "Tillagd")]
    assert places == sorted(places), "the newest first"
    assert planner.get(f"{base}/users").status_code == 404
    assert planner.get(f"{base}/nothing").status_code == 404


def test_it_is_for_planners_and_asks_the_database_little(
    opened: Delivery, planner: httpx.Client, browser: httpx.Client
) -> None:
    opened.upload()
    opened.sign()
    path = f"/planner/cases/{opened.case_id}/answers"
    assert browser.get(path).status_code == 403
    assert planner.post(path, data={"csrf": CSRF}).status_code == 405
    for each in (path, f"{path}/groups"):
        with statements() as sent:
            assert planner.get(each).status_code == 200
        assert len(sent) <= MOST, "\n".join(sent)


def test_read_at_once_is_just_what_is_read_piece_by_piece(opened: Delivery) -> None:
    opened.upload()
    opened.sign()
    say(opened, "company", "name", "Exempelverken i Luleå AB")
    with unit_of_work() as session:
        whole = read_whole(session, opened.planner, opened.case_id)
        plain = questionnaire(session, opened.planner, opened.case_id)
        assert whole.asked.views() == plain.views()
        assert whole.signed == signed_line(session, plain.basis.case)
