"""Who else may help: invited by role, each sees their part only, given and taken with a trace."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from sqlmodel import col, select

from accounts.domain.roles import Role
from accounts.models import Membership, Person
from delivery.models import CaseNote
from delivery.usecases.invite_to_case import invite_helper, remove_helper
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent

from .conftest import Delivery, refusal, sign_in
from .test_question_pages import Page, at
from .test_questionnaire import with_role

IT = {"role": "it_ansvarig", "name": "Ivar IT", "email": "ivar@exempel.se"}


def roles_of(email: str) -> set[Role]:
    with unit_of_work() as session:
        wanted = select(Membership.role).join(Person).where(Person.email == email)
        return set(session.exec(wanted).all())


def send(page: Page, ends: str = "/people", **fields: str) -> Page:
    form = page.form(ends)
    return page._arrive(page.browser.post(form.action, data=dict(form.form_values()) | fields))


@pytest.fixture
def technical(delivery: Delivery) -> Delivery:
    """A case with softphones, so with work for an IT-ansvarig."""
    delivery.open(options=("softphone",))
    return delivery


def test_somebody_is_invited_and_gets_a_link_to_their_part(
    technical: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    assert technical.customer.person_id
    browser = sign_in(make_client(), technical.customer.person_id)
    page = Page(browser, f"/cases/{technical.case_id}/people")
    assert "saknas" in page.text
    send(page, **IT)
    assert page.path == f"/cases/{technical.case_id}/people"
    assert "ivar@exempel.se" in page.text
    assert roles_of("ivar@exempel.se") == {Role.IT_ANSVARIG}
    assert technical.standing("it_contact") == "done"
    with unit_of_work() as session:
        mail = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == "ivar@exempel.se")).one()
        note = session.exec(select(CaseNote).where(CaseNote.kind == "role_given")).one()
        ivar = session.exec(select(Person).where(Person.email == "ivar@exempel.se")).one()
    assert "IT-ansvarig" in mail.plain
    assert (note.by, note.facts["about"]) == ("Tove Exempelsson", "Ivar IT, IT-ansvarig")
    theirs = Page(sign_in(make_client(), ivar.id), f"/cases/{technical.case_id}")
    links = {each.get("href") for each in theirs.tree.xpath("//ol[@class='tasks']//a")}
    assert links == {f"/cases/{technical.case_id}/questions/network"}


@pytest.mark.parametrize(
    "path",
    [
        "data",
        "data/1",
        "data/1/columns",
        "people",
        "start",
        "preparation/TELIA",
        "template.xlsx",
        "current.xlsx",
    ],
)
def test_who_helps_with_a_part_does_not_get_to_the_rest(
    opened: Delivery, make_client: Callable[[], httpx.Client], path: str
) -> None:
    opened.upload()
    person = opened.do(
        opened.customer, invite_helper, opened.case_id, "fakturaansvarig", email="f@exempel.se", name="Fatima"
    )
    browser = sign_in(make_client(), person.id)
    assert browser.get(f"/cases/{opened.case_id}/{path}").status_code == 404
    assert at(browser, opened, "invoicing").status == 200


def test_nobody_says_yes_for_another_role(opened: Delivery, make_client: Callable[[], httpx.Client]) -> None:
    person = opened.do(
        opened.customer, invite_helper, opened.case_id, "fakturaansvarig", email="f@exempel.se", name="Fatima"
    )
    page = at(sign_in(make_client(), person.id), opened, "invoicing")
    csrf = dict(page.form().form_values())["csrf"]
    path = f"/cases/{opened.case_id}/confirm/app_accounts"
    assert page.browser.post(path, data={"csrf": csrf}).status_code == 404


def test_a_role_is_taken_back_and_with_it_the_part(
    opened: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    person = opened.do(
        opened.customer, invite_helper, opened.case_id, "fakturaansvarig", email="f@exempel.se", name="Fatima"
    )
    theirs = at(sign_in(make_client(), person.id), opened, "invoicing")
    assert theirs.status == 200
    assert opened.customer.person_id
    mine = Page(sign_in(make_client(), opened.customer.person_id), f"/cases/{opened.case_id}/people")
    send(mine, f"{person.id}/remove")
    assert "f@exempel.se" not in mine.text
    assert theirs.browser.get(theirs.path).status_code in (303, 403, 404)
    with unit_of_work() as session:
        event = session.exec(select(OutboxEvent).where(col(OutboxEvent.kind) == "membership.taken")).one()
        assert session.exec(select(CaseNote).where(CaseNote.kind == "role_taken")).one()
    assert (event.actor, event.payload["role"]) == ("Tove Exempelsson", "fakturaansvarig")


def test_what_cannot_be_done_is_told_and_what_was_typed_stands(
    browser: httpx.Client, opened: Delivery
) -> None:
    page = Page(browser, f"/cases/{opened.case_id}/people")
    send(page, role="fakturaansvarig", name="Fatima", email="fatima@")
    assert page.status == 422
    assert 'value="fatima@"' in page.text
    send(page, role="fakturaansvarig", name="", email="fatima@exempel.se")
    assert "personens namn" in page.text
    send(page, role="leveransplanerare", name="Fatima", email="fatima@exempel.se")
    assert page.status == 422
    assert roles_of("fatima@exempel.se") == set()
    send(page, f"{opened.customer.person_id}/remove")
    assert page.status == 409
    assert "er enda telefoniansvarig" in page.text


def test_only_who_answers_for_the_whole_invites(opened: Delivery) -> None:
    money = with_role(opened, Role.FAKTURAANSVARIG)
    invite = lambda: opened.do(money, invite_helper, opened.case_id, **IT)  # noqa: E731
    assert refusal(invite).code == "NOT_YOURS"
    take = lambda: opened.do(  # noqa: E731
        money, remove_helper, opened.case_id, "telefoniansvarig", opened.customer.person_id
    )
    assert refusal(take).code == "NOT_YOURS"
