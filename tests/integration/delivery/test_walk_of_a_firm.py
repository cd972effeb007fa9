"""A fresh pair of eyes: a 60-person firm from its workbook to sign-off, without JavaScript, counted.

A click is a link followed or a button pressed; a question is an answer that the person gave by hand. What the
walk may cost at most stands here, so that nobody makes it longer unseen (docs/questionnaire.md has the figures).
"""

from __future__ import annotations

import httpx

from delivery.customer_data.domain.codes import Code
from delivery.customer_data.gateways.sample_workbook import make_sample_workbook
from delivery.questionnaire.queries.sheets import questionnaire
from infra.db import unit_of_work

from .conftest import Delivery
from .test_question_pages import Page

MOST_CLICKS = 15
MOST_QUESTIONS = 12
FAULTS = (Code.PHONE_INVALID, Code.EMAIL_DUPLICATE, Code.SUBSCRIPTION_UNKNOWN)
OPERATOR = {
    "bound": "no",
    "notice": "3",
    "debts": "no",
    "prepaid": "none",
    "unassigned": "none",
    "contacted": "yes",
    "ends": "no",
}


class Walk:
    """The person: goes where the page leads, and is counted."""

    def __init__(self, browser: httpx.Client, case: str) -> None:
        self.page = Page(browser, case)
        self.case, self.clicks, self.questions = case, 1, 0

    def follow(self, words: str) -> None:
        """A link by its words."""
        links = self.page.tree.xpath("//main//a[contains(normalize-space(), $words)]", words=words)
        self.page.open(links[0].get("href").split("#")[0])
        self.clicks += 1

    def press(self, ends: str = "", /, do: str = "done", **answers: str | list[str]) -> None:
        self.page.send(ends, do, **answers)
        assert self.page.status == 200, self.page.text
        self.clicks += 1
        self.questions += len(answers)

    def upload(self, faults: tuple[Code, ...] = ()) -> None:
        form = self.page.form("/data")
        content = make_sample_workbook(users=60, faults=faults)
        files = {"file": ("Personal 2027.xlsx", content)}
        sent = self.page.browser.post(form.action, data=dict(form.form_values()), files=files)
        self.page.open(sent.headers["location"])
        self.clicks += 2  # choose the file, send it

    def home(self) -> None:
        if self.page.path != self.case:
            self.follow("Att göra")


def test_a_firm_of_sixty_from_workbook_to_sign_off(browser: httpx.Client, opened: Delivery) -> None:
    walk = Walk(browser, f"/cases/{opened.case_id}")
    walk.follow("Fyll i och godkänn")
    walk.upload(FAULTS)
    assert "3 saker behöver rättas" in walk.page.text
    walk.upload()
    assert "Inga fel hittades" in walk.page.text
    walk.follow("ifyllda delar på en gång")
    walk.press("/confirm")
    assert walk.page.path.endswith("/questions/operators")
    walk.page.open(walk.page.tree.xpath("//ol[@class='tasks']//a")[0].get("href"))
    walk.clicks += 1
    walk.press(do="alike", **OPERATOR)
    assert walk.page.path.endswith("/questions/operators"), "all three are answered"
    walk.press("/done")
    assert walk.page.path.endswith("/questions/invoicing")
    walk.press(email="faktura@exempel.se")
    walk.press(wanted="no")
    walk.press(told=["port", "data", "shared"], how="mail")
    assert walk.page.path == f"{walk.case}/data/2", "all is answered: what awaits the signature"
    with unit_of_work() as session:
        asked = questionnaire(session, opened.customer, opened.case_id)
        assert all(view.is_done for view in asked.views())
        answers = sum(
            1 for view in asked.views() for item in view.items for each in item.answers if each.is_asked
        )
    form = walk.page.form("/sign")
    data = dict(form.form_values()) | {"sure": "yes"}
    answer = browser.post(form.action, data=data)
    assert answer.status_code == 303, answer.text
    walk.clicks, walk.questions = walk.clicks + 1, walk.questions + 1
    walk.page.open(walk.case)
    print(f"clicks {walk.clicks}, answers by hand {walk.questions} of {answers}")
    assert opened.standing("customer_data") == "done"
    assert opened.standing("porting_preparation") == "done"
    assert walk.clicks <= MOST_CLICKS
    assert walk.questions <= MOST_QUESTIONS
