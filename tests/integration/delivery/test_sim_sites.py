"""Several offices: each department's cards in a parcel to its own address, as the customer signed them (SM-02)."""

from __future__ import annotations

from delivery.domain.states import CaseState
from delivery.models import DeliveryCase
from delivery.questionnaire.queries.sim_sites import sim_sites
from delivery.questionnaire.usecases.save_answers import add_item
from delivery.usecases.pack_parcels import pack_parcels
from infra.db import unit_of_work
from portingsvc.domain.states import NumberState

from .conftest import Delivery, Porting
from .test_questionnaire import finish, save, seen

ELSEWHERE = {"name": "Ulla", "street": "Hamngatan 2", "postcode": "411 06", "town": "Göteborg"}


def test_cards_are_packed_by_the_address_of_their_department(delivery: Delivery, porting: Porting) -> None:
    delivery.open()
    delivery.stock()
    delivery.upload()
    people = seen(delivery, "users").items
    departments = {each.value("department") for each in people if each.value("sim_type") == "SIM"}
    away = min(departments)
    sheet = delivery.do(delivery.customer, add_item, delivery.case_id, "sims")
    save(delivery, "sims", sheet.item, **ELSEWHERE, departments=f"{away.upper()}\nEn till")
    finish(delivery, "sims")
    delivery.finish_preparations()
    delivery.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda s: not s.numbers.get(NumberState.PENDING))
    parcels = delivery.plan(pack_parcels)
    assert {each.address["town"] for each in parcels} == {"Stockholm", "Göteborg"}
    numbers = {
        each.value("mobile").replace("0", "+46", 1).replace("-", "").replace(" ", "")
        for each in people
        if each.value("department") == away and each.value("sim_type") == "SIM"
    }
    by_id = {each.id: each.address["town"] for each in parcels}
    for card in delivery.view().sims:
        if card.kind == "SIM" and card.parcel_id in by_id:
            assert (by_id[card.parcel_id] == "Göteborg") == (card.number in numbers)


def test_until_it_is_signed_all_goes_to_the_cases_own_address(opened: Delivery) -> None:
    sheet = opened.do(opened.customer, add_item, opened.case_id, "sims")
    save(opened, "sims", sheet.item, **ELSEWHERE, departments="Lager")
    finish(opened, "sims")
    with unit_of_work() as session:
        before = sim_sites(session, session.get_one(DeliveryCase, opened.case_id))
    assert before.address("Lager")["town"] == "Stockholm"
    opened.upload()
    opened.sign()
    with unit_of_work() as session:
        signed = sim_sites(session, session.get_one(DeliveryCase, opened.case_id))
    assert signed.address(" lager ")["town"] == "Göteborg"
    assert signed.address("Ekonomi")["town"] == "Stockholm"
