"""DL-11: contact ways and a partner's own guidelines, kept by version, told at hand-over."""

from __future__ import annotations

from collections.abc import Callable

import httpx
from sqlmodel import select

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import Role
from accounts.models import Organisation
from accounts.usecases.invite_person import invite_person
from delivery.cockpit.queries import ways_of
from delivery.cockpit.usecases.make_package import contact_lines
from delivery.cockpit.usecases.set_contact_ways import set_contact_ways
from delivery.models import DeliveryCase
from infra.clock import current
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from kernel.ids import new_id

from .conftest import CSRF, Delivery, refusal, sign_in


def test_a_partner_keeps_its_own_guidelines_by_version(
    opened: Delivery, make_client: Callable[[], httpx.Client]
) -> None:
    home = opened.partner.organisation_id
    assert home
    assert opened.planner.person_id
    with unit_of_work() as session:
        partner = session.get_one(Organisation, home)
        now = current(session)
        person = invite_person(
            session, partner, Role.PARTNER_ADMIN, email="petra@exempel.se", name="Petra Partner", now=now
        )
    page, here = sign_in(make_client(), person.id), "/partner/contact-ways"
    assert "Inget är sparat än" in page.get(here).text
    form = {"csrf": CSRF, "email": "fel@exempel.se", "urgent_phone": "", "guidelines": "Ring först."}
    wrong = page.post(here, data={**form, "version": "0"})
    assert wrong.status_code == 422
    assert "Ring först." in wrong.text
    form["urgent_phone"] = "08-465 004 01"
    assert page.post(here, data={**form, "version": "0"}).status_code == 303
    assert page.post(here, data={**form, "version": "1"}).status_code == 303, "the same again changes nothing"
    planner = sign_in(make_client(), opened.planner.person_id)
    theirs = {**form, "guidelines": "Skriv alltid ert kundnummer.", "version": "1"}
    assert planner.post(f"/planner/contact-ways/{home}", data=theirs).status_code == 303
    late = page.post(here, data={**form, "guidelines": "Vi två skrev samtidigt.", "version": "1"})
    assert late.status_code == 409
    assert "Vi två skrev samtidigt." in late.text, "what was typed still stands"
    assert "Skriv alltid ert kundnummer." in late.text, "beside what the other wrote"
    shown = page.get(here).text
    assert "Version 2 · Pia Planerare" in shown
    assert "Version 1 · Petra Partner" in shown
    with unit_of_work() as session:
        lines = contact_lines(ways_of(session, session.get_one(DeliveryCase, opened.case_id)), "sv")
        told = session.exec(select(OutboxEvent).where(OutboxEvent.kind == "contact_ways.changed")).all()
    assert lines[-1] == "Skriv alltid ert kundnummer."
    assert "riktlinjer, version 2 av mån 18 jan 2027" in lines[-2]
    assert [(each.payload["version"], each.partner_id) for each in told] == [(1, home), (2, home)]
    foreign = Actor(ActorKind.PARTNER, "Främmande AB", organisation_id=new_id())
    ways = {"email": "x@exempel.se", "urgent_phone": "1", "guidelines": ""}
    assert refusal(lambda: opened.do(foreign, set_contact_ways, home, **ways)).code == "NOT_FOUND"
    assert refusal(lambda: opened.do(opened.customer, set_contact_ways, home, **ways)).code == "NOT_YOURS"
