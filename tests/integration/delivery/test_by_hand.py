"""Users, groups and series one by one beside the workbook: many changes, one version, checked as an upload."""

from __future__ import annotations

import io
from typing import Any

import httpx
import openpyxl
import pytest
from sqlmodel import select

from delivery import repository
from delivery.customer_data import repository as lists
from delivery.domain.states import DataState
from delivery.models import AnswerGroup, CustomerDataVersion, CustomerSeries
from delivery.questionnaire.queries.views import ItemView
from delivery.questionnaire.usecases.save_answers import add_item, remove_item
from infra.db import unit_of_work

from .conftest import Delivery, refusal
from .test_question_pages import Page, at
from .test_questionnaire import finish, save, seen

LISA = {
    "first_name": "Lisa",
    "last_name": "Lagerman",
    "email": "lisa@exempel.se",
    "mobile": "070-174 06 90",
    "extension": "290",
    "subscription": "Mobil Plus",
    "sim_type": "eSIM",
    "extension_type": "Telefonist",
    "device": "Egen mobil",
    "department": "Lager",
    "cost_centre": "227",
    "current_operator": "Telia",
}


def newest() -> CustomerDataVersion:
    with unit_of_work() as session:
        return max(session.exec(select(CustomerDataVersion)).all(), key=lambda each: each.number)


def users() -> dict[str, Any]:
    with unit_of_work() as session:
        return {row.email or "": row for row in lists.user_rows(session, newest().id)}


def groups() -> dict[str, AnswerGroup]:
    with unit_of_work() as session:
        return {row.name: row for row in repository.groups(session, newest().id)}


def add(delivery: Delivery, section: str, **given: Any) -> str:
    sheet = delivery.do(delivery.customer, add_item, delivery.case_id, section)
    save(delivery, section, sheet.item, **given)
    return sheet.item


def item(delivery: Delivery, section: str, at_: int = 0) -> ItemView:
    return seen(delivery, section).items[at_]


@pytest.fixture
def listed(opened: Delivery) -> Delivery:
    opened.upload()
    return opened


def test_the_list_shows_every_field_of_the_workbook(listed: Delivery) -> None:
    view = seen(listed, "users")
    assert len(view.items) == 12
    assert view.is_done
    assert {each.question.key for each in view.items[0].answers} == set(LISA) | {"landline"}


def test_added_changed_and_removed_become_one_version(listed: Delivery) -> None:
    before = users()
    first, second = item(listed, "users"), item(listed, "users", 1)
    add(listed, "users", **LISA)
    save(listed, "users", first.item, department="Nytt torg")
    listed.do(listed.customer, remove_item, listed.case_id, "users", second.item)
    assert not seen(listed, "users").is_done
    assert newest().number == 1
    finish(listed, "users")
    assert (newest().number, newest().state) == (2, DataState.CLEAN)
    after = users()
    assert set(after) == set(before) - {second.value("email")} | {"lisa@exempel.se"}
    assert after[first.value("email")].department == "Nytt torg"
    lisa = after["lisa@exempel.se"]
    assert (lisa.name, lisa.mobile, lisa.sim_type, lisa.device) == (
        "Lisa Lagerman",
        "+46701740690",
        "eSIM",
        "Egen mobil",
    )
    untouched = item(listed, "users", 3).value("email")
    assert after[untouched]._replace(sheet="", row=0) == before[untouched]._replace(sheet="", row=0)
    assert seen(listed, "users").is_done
    assert not any(each.is_known for each in item(listed, "users").answers)


def test_a_removed_user_leaves_their_groups_and_a_new_address_follows(listed: Delivery) -> None:
    group = item(listed, "groups")
    gone, moved = list(group.values["members"])[:2]
    people = {each.value("email"): each.item for each in seen(listed, "users").items}
    listed.do(listed.customer, remove_item, listed.case_id, "users", people[gone])
    save(listed, "users", people[moved], email="ny.adress@exempel.se")
    finish(listed, "users")
    members = item(listed, "groups").values["members"]
    assert gone not in members
    assert moved not in members
    assert "ny.adress@exempel.se" in members


def test_what_does_not_go_together_is_told_and_nothing_changes(listed: Delivery) -> None:
    taken = item(listed, "users", 5)
    add(listed, "users", **{**LISA, "extension": taken.value("extension")})
    told = refusal(lambda: finish(listed, "users"))
    assert told.code == "LISTS_FAULTY"
    assert taken.value("extension") in told.detail("sv")
    assert newest().number == 1
    assert len(seen(listed, "users").items) == 13


def test_groups_become_rows_and_keep_what_the_lists_do_not_hold(listed: Delivery) -> None:
    members = [each.value("email") for each in seen(listed, "users").items[:2]]
    sheet = add(listed, "groups", name="Order", number="08-465 004 90", members=members, holidays="saturday")
    save(listed, "groups", sheet, weekdays="mån-tors 8-16, fre 8-15", saturday="10-14")
    finish(listed, "groups")
    order = groups()["Order"]
    assert order.number == "+46846500490"
    assert order.opening_hours == "mån–tors 08.00–16.00, fre 08.00–15.00, lör 10.00–14.00, sön stängt"
    assert len(order.members) == 2
    again = next(each for each in seen(listed, "groups").items if each.title == "Order")
    assert again.value("holidays") == "saturday"
    assert again.value("saturday") == "10.00–14.00"
    assert seen(listed, "groups").is_done


def test_groups_that_are_right_as_listed_make_no_version(listed: Delivery) -> None:
    finish(listed, "groups")
    assert newest().number == 1
    assert seen(listed, "groups").is_done


def test_series_are_added_and_kept(listed: Delivery) -> None:
    before = len(seen(listed, "series").items)
    add(listed, "series", series="031-390 06 80–89", series_operator="Telenor")
    finish(listed, "series")
    with unit_of_work() as session:
        rows = session.exec(select(CustomerSeries).where(CustomerSeries.version_id == newest().id)).all()
    assert len(rows) == before + 1
    assert ("+46313900680", "+46313900689", "Telenor") in {(r.first, r.last, r.operator) for r in rows}


def test_a_small_company_never_sees_a_workbook(opened: Delivery) -> None:
    add(opened, "users", **LISA)
    finish(opened, "users")
    assert newest().state is DataState.CLEAN
    opened.sign()
    assert newest().state is DataState.SIGNED


def test_changes_wait_over_another_upload(listed: Delivery) -> None:
    add(listed, "users", **LISA)
    listed.upload(seed=2)
    assert any(each.value("email") == "lisa@exempel.se" for each in seen(listed, "users").items)


def test_a_user_is_added_on_pages_and_taken_to_the_sign_off(browser: httpx.Client, listed: Delivery) -> None:
    page = at(browser, listed, "users").send("/add")
    page.send(first_name="Lisa", email="lisa@")
    assert page.status == 422
    assert 'value="lisa@"' in page.text
    page.send(email="lisa@exempel.se", mobile="070-174 06 90", subscription="Mobil Plus")
    assert page.path.endswith("/questions/users")
    assert "inte införda: 1" in page.text
    assert "Lisa" in page.open(f"{page.path}?q=lisa@exempel.se").text
    page.open(f"/cases/{listed.case_id}/questions/users").send("/done")
    assert page.path == f"/cases/{listed.case_id}/data/2"
    assert "Inga fel hittades" in page.text


def test_the_list_as_it_stands_comes_as_a_workbook_that_changes_nothing(
    browser: httpx.Client, listed: Delivery
) -> None:
    answer = browser.get(f"/cases/{listed.case_id}/current.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.worksheets[0].max_row == 13
    page = Page(browser, f"/cases/{listed.case_id}/data")
    form = page.form("/data")
    sent = browser.post(
        form.action, data=dict(form.form_values()), files={"file": ("nu.xlsx", answer.content)}
    )
    assert sent.headers["location"].endswith("/data/1?same=1")
