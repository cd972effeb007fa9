"""Who answers: lists of what waits, reminders and escalation once each, covers, a case passed on with a note."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import select

from accounts import repository as accounts
from accounts.domain.roles import Role
from accounts.usecases.invite_person import invite_person
from delivery.models import DeliveryCase
from delivery.people.queries import waiting_for
from delivery.people.queries.answering import covering
from delivery.people.usecases.pass_case_on import pass_case_on
from delivery.people.usecases.ring_timers import ring_timers
from delivery.people.usecases.set_absence import set_absence
from delivery.planning.domain.difference import Change
from delivery.planning.usecases.replan import replan
from infra.db import unit_of_work
from infra.mail import OutgoingMail

from .conftest import CONTACT, CSRF, Delivery, refusal, sign_in

PLANNER = "leveransplanerare@exempel.se"
OTHER = "per.planerare@exempel.se"
Make = Callable[[], httpx.Client]


def at(month: int, day: int) -> datetime:
    return datetime(2027, month, day, 8, tzinfo=UTC)


def mails(word: str) -> list[str]:
    with unit_of_work() as session:
        rows = session.exec(select(OutgoingMail)).all()
    return sorted(row.recipient for row in rows if row.subject.startswith(word))


@pytest.fixture
def other(delivery: Delivery) -> UUID:
    """A second planner."""
    with unit_of_work() as session:
        operator = accounts.operator(session)
        assert operator
        person = invite_person(
            session, operator, Role.LEVERANSPLANERARE, email=OTHER, name="Per Planerare", now=at(1, 4)
        )
        return person.id


def mine(delivery: Delivery, person: UUID) -> dict[str, bool]:
    with unit_of_work() as session:
        return {line.key: line.is_cover for line in waiting_for(session, person, delivery.now())}


def planner_of(delivery: Delivery) -> UUID:
    assert delivery.planner.person_id
    return delivery.planner.person_id


def away(delivery: Delivery, person: UUID, cover: UUID, first: date, last: date) -> None:
    delivery.do(
        delivery.planner, set_absence, person_id=person, cover_id=cover, first_day=first, last_day=last
    )


def test_a_reminder_goes_before_the_day_and_an_escalation_after_each_once(opened: Delivery) -> None:
    opened.go_to(at(1, 15))
    assert ring_timers() == 1, "the data is due on the nineteenth, two working days ahead"
    assert mails("Påminnelse") == [CONTACT]
    assert ring_timers() == 0
    assert mails("Påminnelse") == [CONTACT]
    opened.go_to(at(1, 20))
    assert ring_timers() == 1
    assert mails("Försenat") == [PLANNER, CONTACT]
    for _ in range(3):
        ring_timers()
    assert mails("Försenat") == [PLANNER, CONTACT]
    with unit_of_work() as session:
        from delivery import queries

        lines = queries.timeline(session, opened.planner, opened.case_id)
    assert [line.event for line in lines].count("escalated") == 1


def test_another_day_is_another_reminder_and_what_is_blocked_rings_nobody(opened: Delivery) -> None:
    opened.go_to(at(1, 15))
    ring_timers()
    opened.plan(replan, Change(go_live_on=date(2027, 3, 9)))
    assert ring_timers() == 0, "its day is a week later now"
    opened.go_to(at(1, 25))
    assert ring_timers() == 1
    assert mails("Påminnelse") == [CONTACT, CONTACT]
    opened.go_to(at(2, 26))
    ring_timers()
    with unit_of_work() as session:
        rows = session.exec(select(OutgoingMail)).all()
    rung = [row.plain for row in rows if row.subject.startswith(("Påminnelse", "Försenat"))]
    assert len(rung) > 2
    assert not any("Skriv under fullmakten" in each for each in rung), "it waits for the data"


def test_who_is_away_is_covered_in_reminders_and_lists(opened: Delivery, other: UUID) -> None:
    planner = planner_of(opened)
    opened.upload()
    opened.sign()
    assert mine(opened, planner)["leads_assigned"] is False
    assert mine(opened, other) == {}
    today = date(2027, 1, 18)
    away(opened, planner, other, today, date(2027, 1, 29))
    assert mine(opened, planner) == {}
    assert mine(opened, other)["leads_assigned"] is True
    opened.go_to(at(1, 19))
    ring_timers()
    assert OTHER in mails("Påminnelse")
    assert PLANNER not in mails("Påminnelse")
    opened.go_to(at(2, 1))
    assert "leads_assigned" in mine(opened, planner), "back again"


def test_a_wrong_absence_is_refused_at_its_field(opened: Delivery, other: UUID) -> None:
    planner = planner_of(opened)
    lead = opened.leads[Role.TEKNISK_LEVERANSLEDARE]
    days = (date(2027, 1, 18), date(2027, 1, 22))
    assert refusal(lambda: away(opened, planner, planner, *days)).field == "cover"
    assert refusal(lambda: away(opened, planner, lead, *days)).code == "COVER_WRONG"
    assert refusal(lambda: away(opened, planner, other, days[1], days[0])).field == "last_day"
    away(opened, other, planner, *days)
    assert refusal(lambda: away(opened, planner, other, *days)).code == "COVER_WRONG", "the cover is away"
    customer = opened.customer.person_id
    assert customer
    assert refusal(lambda: away(opened, customer, other, *days)).code == "NOT_FOUND"


def test_a_chain_of_covers_ends_at_somebody_who_is_there() -> None:
    a, b, c = UUID(int=1), UUID(int=2), UUID(int=3)
    assert covering(a, {a: b, b: c}) == c
    assert covering(a, {}) == a
    assert covering(a, {a: b, b: a}) == b, "a circle ends before it comes back"


def test_a_case_is_passed_on_with_a_note(opened: Delivery, other: UUID) -> None:
    version = opened.view().line.version
    assert refusal(lambda: opened.plan(pass_case_on, to_id=other)).field == "handover_note"
    lead = opened.leads[Role.TEKNISK_LEVERANSLEDARE]
    assert refusal(lambda: opened.plan(pass_case_on, to_id=lead, reason="x")).code == "NOT_A_PLANNER"
    opened.plan(pass_case_on, to_id=other, version=version, reason="kunden vill ha besked per telefon")
    assert opened.view().line.planner_name == "Per Planerare"
    assert mails("VX-") == [OTHER], "who did it is not told of it"
    again = refusal(lambda: opened.plan(pass_case_on, to_id=other, reason="x"))
    assert again.code == "PLANS_IT_ALREADY"
    stale = refusal(lambda: opened.plan(pass_case_on, to_id=planner_of(opened), version=version, reason="x"))
    assert stale.code == "CHANGED_MEANWHILE"
    assert "customer_data" not in mine(opened, planner_of(opened))


def test_the_pages_show_the_list_the_absences_and_pass_a_case_on(
    opened: Delivery, other: UUID, make_client: Make
) -> None:
    opened.upload()
    opened.sign()
    planner = planner_of(opened)
    page = sign_in(make_client(), planner)
    listed = page.get("/planner/mine").text
    assert "Teknisk och administrativ leveransledare" in listed
    assert "har ingen leveransplanerare" not in listed
    assert "Exempelverken AB" in page.get("/planner", params={"role": "leveransplanerare"}).text
    for role in ("teknisk_leveransledare", "telefoniansvarig"):
        assert f'href="/planner?role={role}"' in listed
        assert "Exempelverken AB" not in page.get("/planner", params={"role": role}).text
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET planner_id = NULL"))
    assert "1 ärenden har ingen leveransplanerare" in page.get("/planner/mine").text
    with unit_of_work() as session:
        session.execute(text("UPDATE delivery_case SET planner_id = :planner"), {"planner": planner})
    form = {"csrf": CSRF, "person": str(planner), "cover": str(other)}
    wrong = page.post("/planner/absences", data={**form, "first_day": "2027-01-20", "last_day": "2027-01-19"})
    assert wrong.status_code == 422
    assert 'value="2027-01-20"' in wrong.text
    good = page.post("/planner/absences", data={**form, "first_day": "2027-01-20", "last_day": "2027-01-22"})
    assert good.status_code == 303
    shown = page.get("/planner/mine").text
    assert "ons 20 jan 2027" in shown
    end = shown.split("/planner/absences/")[1].split("/end")[0]
    assert page.post(f"/planner/absences/{end}/end", data={"csrf": CSRF}).status_code == 303
    assert "Ingen är borta" in page.get("/planner/mine").text
    here = f"/planner/cases/{opened.case_id}"
    kept = page.post(f"{here}/planner", data={"csrf": CSRF, "handover_note": "ring kunden"})
    assert kept.status_code == 422
    assert "ring kunden</textarea>" in kept.text
    gone = page.post(f"{here}/planner", data={"csrf": CSRF, "to": str(other), "handover_note": "ring kunden"})
    assert gone.status_code == 303
    with unit_of_work() as session:
        assert session.get_one(DeliveryCase, opened.case_id).planner_id == other
