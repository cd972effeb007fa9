"""The questionnaire in a real browser: saved as one types, seen by others, and free of faults where it refuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from delivery.questionnaire.queries.sheets import questionnaire
from delivery.questionnaire.repository import newest_changes
from infra.db import unit_of_work

from ..delivery.conftest import Delivery
from .test_every_page import faults

pytestmark = pytest.mark.browser


def test_what_one_types_is_saved_and_shown_to_a_colleague_who_overwrites_nothing(
    opened: Delivery, visit: Callable[..., Page]
) -> None:
    here = f"/cases/{opened.case_id}/questions/invoicing"
    mine, theirs = visit(opened.customer.person_id), visit(opened.customer.person_id)
    mine.goto(here)
    theirs.goto(here)
    mine.get_by_label("E-post för fakturor").fill("mina@exempel.se")
    expect(mine.locator("[data-state]")).to_contain_text("Sparat")
    expect(theirs.get_by_label("E-post för fakturor")).to_have_value("mina@exempel.se")
    expect(theirs.locator("[data-state]")).to_contain_text("Ändrat nyss av Tove Exempelsson")
    theirs.get_by_label("E-post för fakturor").focus()
    with mine.expect_response("**/save") as saved:  # the words `Sparat` stand there from before
        mine.get_by_label("E-post för fakturor").fill("mina.nya@exempel.se")
    assert saved.value.ok
    theirs.get_by_label("E-post för fakturor").fill("deras@exempel.se")
    expect(theirs.get_by_role("alert")).to_contain_text("mina.nya@exempel.se")
    mine.reload()
    expect(mine.get_by_label("E-post för fakturor")).to_have_value("mina.nya@exempel.se")


def test_what_one_types_before_the_script_has_come_is_saved_too(
    opened: Delivery, visit: Callable[..., Page]
) -> None:
    page = visit(opened.customer.person_id)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/answering*.js*", hold)
    page.goto(f"/cases/{opened.case_id}/questions/invoicing", wait_until="commit")
    page.get_by_label("E-post för fakturor").fill("tidigt@exempel.se")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator("[data-state]")).to_contain_text("Sparat")
    page.unroute("**/answering*.js*")
    page.reload()
    expect(page.get_by_label("E-post för fakturor")).to_have_value("tidigt@exempel.se")


def test_a_question_that_hangs_on_another_shows_at_once(opened: Delivery, visit: Callable[..., Page]) -> None:
    page = visit(opened.customer.person_id)
    page.goto(f"/cases/{opened.case_id}/questions/invoicing")
    expect(page.get_by_label("Peppol-id")).to_be_hidden()
    page.get_by_label("Peppol", exact=True).check()
    expect(page.get_by_label("Peppol-id")).to_be_visible()
    page.get_by_label("Peppol-id").fill("5599999009")
    expect(page.get_by_text("är inget Peppol-id")).to_be_visible()


def test_pages_that_refuse_are_free_of_faults(opened: Delivery, visit: Callable[..., Page]) -> None:
    opened.upload()
    page = visit(opened.customer.person_id)
    for section in ("invoicing", "consent", "operators", "flow"):
        page.goto(f"/cases/{opened.case_id}/questions/{section}")
        assert faults(page) == []
        with page.expect_navigation():
            page.locator("#questions button, form[action$='/done'] button").first.click()
        assert faults(page) == []


def test_quick_ticks_and_a_press_at_once_are_in_no_conflict_with_themselves(
    opened: Delivery, visit: Callable[..., Page]
) -> None:
    page = visit(opened.customer.person_id)
    held: list[Route] = []
    is_answered = False

    def hold(route: Route) -> None:
        if is_answered:
            route.continue_()
        else:
            held.append(route)

    page.route("**/questions/consent/save", hold)
    page.goto(f"/cases/{opened.case_id}/questions/consent")
    for box in page.get_by_role("checkbox").all():
        box.check()
        page.wait_for_timeout(100)  # longer than a tick waits, so that each would be sent by itself
    while not held:
        page.wait_for_timeout(20)
    page.get_by_label("Mejl").check()
    page.wait_for_timeout(100)
    page.get_by_role("button", name="Klart").click(no_wait_after=True)
    assert len(held) == 1, "the next is not sent before the first is answered"
    is_answered = True
    held[0].continue_()
    page.wait_for_url(lambda url: not url.endswith("/questions/consent"))
    with unit_of_work() as session:
        seen = questionnaire(session, opened.customer, opened.case_id).section("consent")
        changes = newest_changes(session, opened.case_id, "consent", 10)
    assert seen.is_done
    assert {each.question for each in changes} == {"told", "how"}
