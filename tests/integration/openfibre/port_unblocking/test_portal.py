"""The portal-only manner: a person does by hand what the open orders say, and writes down what stands there."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from kernel.errors import DomainError
from openfibre.port_unblocking.domain.states import CaseState, OrderState
from openfibre.port_unblocking.gateways.on_api import OnApi
from openfibre.port_unblocking.models import Manner
from openfibre.port_unblocking.usecases.answer import dispute
from openfibre.port_unblocking.usecases.decide import record_port
from openfibre.port_unblocking.usecases.log_contact import log_contact
from openfibre.port_unblocking.usecases.note_availability import record_availability
from openfibre.port_unblocking.usecases.send_forced import send_forced
from openfibre.port_unblocking.usecases.verify_consumer import verify_consumer
from simulators.communication_operator.process import CommunicationOperatorProcess

from .conftest import ACCESS, BROADBAND, CLEARED, OFFERED, OWNER, SECRET, VOIP, Story, alike


@pytest.fixture
def story(clean: str, brief_rest: None) -> Iterator[Story]:
    """The same port at an operator that serves no ON-API at all."""
    with CommunicationOperatorProcess(secret=SECRET, portal_only=True) as operator:
        operator.lay_out(ACCESS, OFFERED, subscriptions=[BROADBAND, VOIP])
        client = OnApi(operator.base_url, "network", SECRET, timeout=15)
        yield Story(operator, client, Manner.PORTAL)
        client.close()


def by_hand(story: Story, case_id) -> None:
    """The person: does each open order in the portal, as it reads, then writes the port down."""
    for order in story.orders(case_id):
        if order.state is OrderState.BY_HAND:
            body = httpx.Response(200, content=order.payload).json()
            story.operator.call("POST", "/portal/orders", body, on_behalf_of=order.sp_id)
    story.do(OWNER, record_port, case_id, story.seen_port())


def test_the_operator_serves_no_on_api(story: Story) -> None:
    with pytest.raises(httpx.HTTPStatusError):
        story.operator.call("GET", f"/onapi/2.6/accesses/{ACCESS}")


def switched(story: Story):
    new = story.actors["SP-N"]
    case_id = story.open()
    story.work()
    assert story.case(case_id).state is CaseState.CHECKED, "nobody asks a portal by machine"
    story.do(new, record_availability, case_id, blocked=["BB-1000-100"], portal_option=True)
    story.do(new, verify_consumer, case_id, CLEARED)
    story.do(new, send_forced, case_id)
    story.work()
    assert [order.state for order in story.orders(case_id)] == [OrderState.BY_HAND]
    story.do(OWNER, record_port, case_id, story.seen_port())
    assert story.case(case_id).state is CaseState.FORCED_SENT, "the first record is the picture before"
    by_hand(story, case_id)
    return case_id


def test_the_whole_way_with_dispute_by_hand(story: Story) -> None:
    before = alike(story.port())
    case_id = switched(story)
    assert story.case(case_id).state is CaseState.ACTIVE_NEW
    assert story.operator.books()["work"] == ["-SP-A BB-1000-100", "+SP-N BB-1000-100"]
    assert "BB-1000-100" in story.mails("sp-a@exempel.se")[0].plain
    child = story.child(case_id, "SP-A")
    story.do(story.actors["SP-A"], log_contact, child.id, channel="phone")
    story.do(story.actors["SP-A"], dispute, child.id, reason="Kunden bor kvar.")
    for _ in range(3):  # removal, reactivation, suspension
        assert story.case(case_id).state is CaseState.ROLLING_BACK
        by_hand(story, case_id)
    case = story.case(case_id)
    assert (case.state, case.proof["holds"]) == (CaseState.RESTORED, True)
    assert alike(story.port()) == before


def test_a_record_that_does_not_equal_the_picture_restores_nothing(story: Story) -> None:
    case_id = switched(story)
    child = story.child(case_id, "SP-A")
    story.do(story.actors["SP-A"], dispute, child.id, reason="Kunden bor kvar.")
    story.do(OWNER, record_port, case_id, story.seen_port())
    assert story.case(case_id).state is CaseState.ROLLING_BACK, "nothing was done in the portal"
    assert story.case(case_id).proof["holds"] is False


def test_without_an_option_in_the_portal_a_person_takes_over(story: Story) -> None:
    new = story.actors["SP-N"]
    case_id = story.open()
    story.do(new, record_availability, case_id, blocked=["BB-1000-100"], portal_option=False)
    story.do(new, verify_consumer, case_id, CLEARED)
    assert story.do(new, send_forced, case_id).state is CaseState.MANUAL


def test_a_provider_never_writes_the_port_down(story: Story) -> None:
    """It would have to see whose services stand there."""
    case_id = switched(story)
    with pytest.raises(DomainError) as why:
        story.do(story.actors["SP-N"], record_port, case_id, story.seen_port())
    assert why.value.code == "NOT_YOURS"
