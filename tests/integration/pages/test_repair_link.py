"""CU-07: the mailed link opens one repair, with the fields at fault, until its deadline, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from sqlmodel import select

from delivery.domain.states import CaseState
from infra.db import unit_of_work
from infra.mail import OutgoingMail
from infra.outbox import OutboxEvent
from infra.signed_links import sign
from portingsvc.queries import RepairLine, repairs_of_case

from ..delivery.conftest import CONTACT, Delivery, Porting

REJECTED = "+46846500499"


def refused_for(opened: Delivery, porting: Porting, *codes: str) -> tuple[str, RepairLine]:
    """The path of the mailed link, and its repair."""
    rule = {"number": REJECTED, "attempt": 1, "decision": "reject", "blocking_codes": list(codes)}
    porting.gateway.script([rule])
    opened.finish_preparations()
    opened.begin(CaseState.GENOMFORANDE)
    porting.settle(lambda found: bool(found.repairs))
    with unit_of_work() as session:
        mails = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == CONTACT)).all()
        (repair,) = repairs_of_case(session, opened.case_id)
    path = re.search(r"/repair/[\w.=-]+", next(m.plain for m in mails if "/repair/" in m.plain))
    assert path
    return path[0], repair


def proposed(opened: Delivery) -> dict[str, str]:
    with unit_of_work() as session:
        (repair,) = repairs_of_case(session, opened.case_id)
    return repair.proposed


def test_the_link_opens_the_fields_at_fault_until_the_deadline(
    opened: Delivery, porting: Porting, make_client: Callable[[], httpx.Client]
) -> None:
    path, repair = refused_for(opened, porting, "01")
    stranger = make_client()
    page = stranger.get(path).text
    assert "Rätta senast" in page
    assert "345\xa0kr" in page
    assert "Om inget görs" in page
    assert set(re.findall(r'<(?:input|select|textarea)[^>]* name="(\w+)"', page)) - {"language", "next"} == {
        "owner_id",
        "owner_name",
    }
    assert str(opened.case_id) not in page, "the link opens nothing else"
    wrong = stranger.post(path, data={"owner_id": "12", "owner_name": "Dotterbolaget AB"})
    assert wrong.status_code == 422
    assert 'value="Dotterbolaget AB"' in wrong.text
    right = {"owner_id": "559999-9017", "owner_name": "Dotterbolaget AB"}
    for _ in range(2):  # a double click, or the back button
        assert stranger.post(path, data=right).headers["location"] == path
    assert "Tack. Planeraren hör av sig" in stranger.get(path).text
    assert proposed(opened)["by"] == "Tove Exempelsson"
    with unit_of_work() as session:
        told = session.exec(select(OutboxEvent).where(OutboxEvent.kind == "repair_task.proposed")).all()
    assert {(each.actor, each.actor_role) for each in told} == {("Tove Exempelsson", "customer")}
    opened.go_to(repair.due_at + timedelta(seconds=1))
    for old in (stranger.get(path), stranger.post(path, data=right)):
        assert old.status_code == 410
        assert f'href="/cases/{opened.case_id}/repairs/{repair.id}"' in old.text, "one signs in and goes on"


def test_an_operator_at_fault_is_chosen_and_the_rest_told_in_words(
    opened: Delivery, porting: Porting, make_client: Callable[[], httpx.Client]
) -> None:
    path, _ = refused_for(opened, porting, "03", "05")
    stranger = make_client()
    page = stranger.get(path).text
    assert 'name="owner_id"' not in page
    assert 'name="donor"' in page
    assert stranger.post(path, data={"donor": "kaffe", "words": "x"}).status_code == 422
    lacking = stranger.post(path, data={"donor": "TRE", "words": " "})
    assert "Skriv vad som stämmer" in lacking.text
    assert '<option value="TRE" selected>' in lacking.text
    assert stranger.post(path, data={"donor": "TRE", "words": "Serien slutar på 49."}).status_code == 303
    assert proposed(opened) == {"by": "Tove Exempelsson", "donor": "TRE", "words": "Serien slutar på 49."}


@pytest.mark.parametrize("token", ["x", "x.y", "é.é", "", "a" * 600, "MTIz.MTIz"])
def test_a_link_that_we_did_not_make_opens_nothing(
    opened: Delivery, make_client: Callable[[], httpx.Client], token: str
) -> None:
    assert make_client().get(f"/repair/{token}").status_code in {404, 410}


def test_a_link_that_was_changed_or_made_for_something_else_opens_nothing(
    opened: Delivery, porting: Porting, make_client: Callable[[], httpx.Client]
) -> None:
    path, repair = refused_for(opened, porting, "01")
    subject = f"{repair.id}/{opened.customer.person_id}"
    other = sign("invitation", subject, repair.due_at)
    longer = (
        sign("repair", subject, repair.due_at + timedelta(days=9)).split(".")[0] + "." + path.split(".")[1]
    )
    for token in (other, longer, path.removeprefix("/repair/")[:-4] + "AAAA"):
        assert make_client().get(f"/repair/{token}").status_code == 410
