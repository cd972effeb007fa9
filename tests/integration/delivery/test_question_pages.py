"""The questionnaire's pages as a browser without JavaScript meets them, over real HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import lxml.html
import pytest

from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.invite_person import invite_person
from delivery.domain.states import CaseState
from delivery.questionnaire.queries.sheets import questionnaire
from infra.clock import current
from infra.db import unit_of_work

from .conftest import CSRF, Delivery, sign_in


class Page:
    """A page stood on, and the hands of somebody who has no JavaScript."""

    def __init__(self, browser: httpx.Client, path: str) -> None:
        self.browser, self.path, self.status, self.clicks = browser, path, 0, 0
        self.open(path)

    def open(self, path: str) -> Page:
        return self._arrive(self.browser.get(path))

    def _arrive(self, answer: httpx.Response) -> Page:
        self.clicks += 1
        if answer.status_code == 303:
            return self._arrive(self.browser.get(answer.headers["location"].split("#")[0]))
        self.status, self.path = answer.status_code, answer.url.path
        self.text = answer.text
        self.tree = lxml.html.fromstring(answer.text, base_url=str(answer.url))
        return self

    def form(self, ends: str = "") -> Any:
        return next(
            each
            for each in self.tree.forms
            if each.method == "POST" and each.action.endswith(ends or self.path)
        )

    def send(self, ends: str = "", /, do: str = "done", **answers: str | list[str]) -> Page:
        """Fill in what a person would see on the form, and press a button."""
        form = self.form(ends)
        data: dict[str, list[str]] = {}
        for name, value in form.form_values():
            data.setdefault(name, []).append(value)
        for key, value in answers.items():
            data[f"q-{key}"] = value if isinstance(value, list) else [value]
        return self._arrive(self.browser.post(form.action, data={**data, "do": do}))

    def visible(self) -> list[str]:
        """The questions that are asked."""
        return [each.get("data-question") for each in self.tree.xpath("//div[@data-question][not(@hidden)]")]


def at(browser: httpx.Client, opened: Delivery, section: str = "") -> Page:
    path = f"/cases/{opened.case_id}"
    return Page(browser, f"{path}/questions/{section}" if section else path)


@pytest.fixture
def others(opened: Delivery, make_client: Callable[[], httpx.Client]) -> Callable[[Role], httpx.Client]:
    """A colleague's browser."""

    def of(role: Role) -> httpx.Client:
        with unit_of_work() as session:
            company = session.get_one(Organisation, opened.customer.organisation_id)
            person = invite_person(
                session,
                company,
                role,
                email=f"{role.value}.2@exempel.se",
                name="Kim Kollega",
                now=current(session),
            )
        return sign_in(make_client(), person.id)

    return of


def test_the_task_list_tells_what_is_left_and_how_long_it_takes(
    browser: httpx.Client, opened: Delivery
) -> None:
    page = at(browser, opened)
    assert page.status == 200
    assert "minuter kvar" in page.text
    links = {each.get("href") for each in page.tree.xpath("//ol[@class='tasks']//a")}
    for section in (
        "company",
        "operators",
        "groups",
        "flow",
        "invoicing",
        "training",
        "licences",
        "sims",
        "consent",
    ):
        assert f"/cases/{opened.case_id}/questions/{section}" in links
    assert f"/cases/{opened.case_id}/questions/network" not in links
    assert "ifyllt, stämmer det?" in page.text


def test_a_part_is_filled_in_question_by_question_without_script(
    browser: httpx.Client, opened: Delivery
) -> None:
    page = at(browser, opened, "invoicing")
    assert page.visible() == ["structure", "method", "email", "period", "cost_centres"]
    page.send(method="peppol")
    assert page.status == 422
    assert "peppol_id" in page.visible()
    assert "email" not in page.visible()
    assert page.tree.xpath("//*[@role='alert']//a[@href='#q-peppol_id']")
    page.send(peppol_id="5599999009")
    assert page.status == 422
    assert "är inget Peppol-id" in page.text
    assert 'value="5599999009"' in page.text
    page.send(peppol_id="0007:5599999009")
    assert page.path == f"/cases/{opened.case_id}/questions/training"
    assert "Fakturan: klart" in page.text
    assert "Del 6 av 9" in page.text


def test_every_question_says_why_and_is_tied_to_its_words(browser: httpx.Client, opened: Delivery) -> None:
    for section in ("company", "invoicing", "consent", "training"):
        page = at(browser, opened, section)
        for part in page.tree.xpath("//div[@data-question][not(@hidden)]"):
            why = part.find_class("hint")[0]
            assert why.text_content().strip()
            described = part.xpath(".//*[@aria-describedby]")[0].get("aria-describedby")
            assert why.get("id") in described.split()
            assert part.xpath(".//label[@for] | .//fieldset/legend")


def test_another_language_is_whole(browser: httpx.Client, opened: Delivery) -> None:
    browser.post("/language", data={"language": "en", "next": "/"})
    page = at(browser, opened, "company")
    assert "Name of the company" in page.text
    assert "Filled in by us" in page.text


def test_stop_and_go_on_from_another_device(
    browser: httpx.Client, opened: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    page = at(browser, opened, "invoicing").send(do="later", email="halv@")
    assert page.path == f"/cases/{opened.case_id}"
    assert opened.customer.person_id
    other_device = make_client()
    other_device.cookies.update(browser.cookies)
    assert 'value="halv@"' in at(other_device, opened, "invoicing").text


def test_two_with_the_same_page_open_see_each_others_answers(
    browser: httpx.Client, opened: Delivery, others: Callable[[Role], httpx.Client]
) -> None:
    mine, theirs = at(browser, opened, "invoicing"), at(others(Role.FAKTURAANSVARIG), opened, "invoicing")
    mine.send(do="later", email="mina@exempel.se")
    theirs.send(email="deras@exempel.se", period="month")
    assert theirs.status == 409
    assert "mina@exempel.se" in theirs.text
    assert 'value="deras@exempel.se"' in theirs.text
    assert "Tove Exempelsson" in theirs.text
    theirs.send()
    assert theirs.status == 200
    now = at(browser, opened, "invoicing")
    assert 'value="deras@exempel.se"' in now.text
    assert now.tree.xpath("//input[@name='q-period'][@value='month'][@checked]")


def test_an_answer_is_saved_as_it_is_typed_and_others_hear_of_it(
    browser: httpx.Client, opened: Delivery, others: Callable[[Role], httpx.Client]
) -> None:
    base = f"/cases/{opened.case_id}/questions/invoicing"

    def save(client: httpx.Client, value: str, version: int, was: str) -> httpx.Response:
        data = {"csrf": CSRF, "item": "", "q-email": value, "v-email": str(version), "was-email": was}
        return client.post(f"{base}/save", data=data, headers={"Accept": "application/json"})

    first = save(browser, "fel", 0, "")
    assert first.status_code == 200
    assert first.json()["version"] == 1
    assert "ingen e-postadress" in first.json()["problem"]
    colleague = others(Role.FAKTURAANSVARIG)
    told = colleague.get(f"{base}/now?item=").json()["email"]
    assert told == {"value": "fel", "version": 1, "by": "Tove Exempelsson"}
    assert save(browser, "ratt@exempel.se", 1, "fel").json()["problem"] == ""
    late = save(colleague, "sen@exempel.se", 1, "fel")
    assert late.status_code == 409
    assert "ratt@exempel.se" in late.json()["words"]
    assert browser.get(f"{base}/now?item=").json()["email"]["value"] == "ratt@exempel.se"


def test_a_colleague_sees_only_their_part(opened: Delivery, others: Callable[[Role], httpx.Client]) -> None:
    page = at(others(Role.FAKTURAANSVARIG), opened)
    links = {each.get("href") for each in page.tree.xpath("//ol[@class='tasks']//a")}
    assert links == {f"/cases/{opened.case_id}/questions/{key}" for key in ("invoicing", "licences")}
    assert page.open(f"/cases/{opened.case_id}/questions/company").status == 404
    assert page.open(f"/cases/{opened.case_id}/answers").text.count("<section") == 2


def test_groups_and_flows_are_listed_drawn_and_told_in_words(browser: httpx.Client, opened: Delivery) -> None:
    opened.upload()
    groups = at(browser, opened, "groups")
    assert "stämmer det?" in groups.text
    groups.send("/done")
    flow = at(browser, opened, "flow")
    assert flow.tree.xpath("//svg[@class='flow']//rect")
    rows = flow.tree.xpath("//table[@id='flow-words']/tbody/tr")
    assert len(rows) == 3
    assert "varje samtal kommer fram" in flow.text
    step = Page(browser, rows[1].xpath(".//a")[0].get("href"))
    step.send(overflow="")
    assert step.status == 422
    flow = at(browser, opened, "flow")
    assert "Återvändsgränd" in flow.text
    assert flow.send("/done").status == 422


def test_an_item_is_added_filled_in_and_removed(browser: httpx.Client, opened: Delivery) -> None:
    page = at(browser, opened, "operators").send("/add")
    assert "/items/" in page.path
    page.send(operator="TELIA", bound="yes")
    assert page.status == 422
    assert "bound_until" in page.visible()
    page.send(do="later", bound_until="2027-12-31")
    assert page.path.endswith("/questions/operators")
    assert "Telia" in page.text
    item = page.tree.xpath("//ol[@class='tasks']//a")[0].get("href")
    page.open(item).send("/remove")
    assert "Inga än" in page.text


def test_the_answers_are_checked_on_one_page_and_signed_again(
    browser: httpx.Client, opened: Delivery
) -> None:
    opened.upload()
    opened.sign()
    answers = Page(browser, f"/cases/{opened.case_id}/answers")
    assert "Inget har ändrats sedan dess" in answers.text
    at(browser, opened, "invoicing").send(email="faktura@exempel.se")
    answers.open(answers.path)
    assert "Något har ändrats sedan dess" in answers.text
    assert "Inget har ändrats sedan dess" in answers.send("/sign").text


def test_the_sign_off_page_tells_what_else_is_signed_and_not_done(
    browser: httpx.Client, opened: Delivery
) -> None:
    opened.upload()
    page = Page(browser, f"/cases/{opened.case_id}/data/1")
    assert "godkänns samtidigt" in page.text
    assert page.tree.xpath("//form//a[contains(@href, '/questions/invoicing')]")


def test_all_that_is_filled_in_is_confirmed_on_one_page(browser: httpx.Client, opened: Delivery) -> None:
    opened.upload()
    page = Page(browser, f"/cases/{opened.case_id}/answers")
    assert "5 delar är ifyllda" in page.text
    page.send("/confirm")
    assert page.path == f"/cases/{opened.case_id}/questions/operators", "on to what is left"
    page.open(f"/cases/{opened.case_id}")
    assert "ifyllt, stämmer det?" not in page.text
    assert len(page.tree.xpath("//li[@id]/span[@class='status good']")) == 5


def test_late_changes_are_told_whom_to_ask_and_lose_nothing(browser: httpx.Client, opened: Delivery) -> None:
    page, sims = at(browser, opened, "company"), at(browser, opened, "sims/items/agreement")
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    page.send(name="Annat i Luleå AB")
    assert page.status == 409
    assert page.tree.xpath("//input[@name='q-name']/@value") == ["Annat i Luleå AB"]
    assert page.tree.xpath(f"//a[@href='/cases/{opened.case_id}/changes']")
    assert not page.tree.xpath("//form[@id='questions']//button"), (
        "what cannot be saved has no button that says so"
    )
    sims.send(town="Kiruna")
    assert sims.status == 409
    assert sims.tree.xpath("//input[@name='q-town']/@value") == ["Kiruna"]
    for again in ("company", "sims"):
        closed = at(browser, opened, again)
        assert closed.status == 200
        assert "ändras inte här längre" in closed.text
    added = browser.post(f"/cases/{opened.case_id}/questions/sims/add", data={"csrf": CSRF})
    assert (added.status_code, "Adresser för SIM-kort" in added.text) == (409, True)


def test_an_answer_without_end_is_refused_at_its_question_and_still_there(
    browser: httpx.Client, opened: Delivery
) -> None:
    page = at(browser, opened, "company")
    page.send(name="a" * 5_000, town="Kiruna")
    assert page.status == 413
    assert page.tree.xpath("//input[@name='q-name']/@value") == ["a" * 5_000]
    assert page.tree.xpath("//input[@name='q-town']/@value") == ["Kiruna"]
    assert page.tree.xpath("//div[@role='alert']//a/@href") == ["#q-name"]


def test_the_same_answers_for_every_operator_are_given_by_one_press_and_overwrite_nothing(
    browser: httpx.Client, opened: Delivery
) -> None:
    opened.upload()
    told = {"bound": "no", "notice": "3", "debts": "no", "prepaid": "none", "unassigned": "none"}
    told |= {"contacted": "yes", "ends": "no"}
    other = at(browser, opened, "operators/items/telia")
    other.send(do="later", debts="yes")
    page = at(browser, opened, "operators/items/telenor")
    assert "samma svar gäller Tre" in page.text, "Telia has an answer of its own"
    page.send(do="alike", notice="3")
    assert page.status == 422, "what is not answered cannot be the same for others"
    page = at(browser, opened, "operators/items/telenor")
    page.send(do="alike", agreement="TN-1", **told)
    assert page.path.endswith("/items/telia"), "on to the one that lacks something"
    with unit_of_work() as session:
        items = {
            each.item: each
            for each in questionnaire(session, opened.customer, opened.case_id).section("operators").items
        }
    assert {key: items["tre"].value(key) for key in told} == told
    assert items["tre"].value("agreement") == "", "an agreement's number is never another's"
    assert items["telia"].value("debts") == "yes"
    assert items["tre"].answers[2].said_by == "Tove Exempelsson"
