"""Maintenance is announced in time, to those concerned, in their language (IN-04)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from delivery.models import DeliveryCase
from delivery.notices.queries import coming_notices, notice_lines
from delivery.notices.usecases.announce_maintenance import (
    announce_maintenance,
    cancel_maintenance,
    finish_maintenance,
    move_maintenance,
)
from infra.db import unit_of_work
from infra.mail import OutgoingMail

from ..conftest import MONDAY
from .conftest import CONTACT, Delivery, refusal

IN_TIME = datetime(2027, 2, 1, 22, 0, tzinfo=UTC)
TOO_SOON = datetime(2027, 1, 29, 22, 0, tzinfo=UTC)
HOURS = timedelta(hours=3)


@pytest.fixture
def live(opened: Delivery) -> Delivery:
    """One customer whose switchboard is live."""
    with unit_of_work() as session:
        session.get_one(DeliveryCase, opened.case_id).live_at = MONDAY
    return opened


def announce(delivery: Delivery, at: datetime = IN_TIME, actor=None, **how):
    facts = {"what": "Vi byter databas", "starts_at": at, "ends_at": at + HOURS, "disturbs": True, **how}
    return delivery.do(actor or delivery.planner, announce_maintenance, **facts)


def mails(template: str) -> list[OutgoingMail]:
    with unit_of_work() as session:
        return [m for m in session.exec(select(OutgoingMail)) if m.subject == template]


def test_those_whose_switchboard_is_live_are_told(live: Delivery) -> None:
    live.open(customer_name="Nya AB", org_number="559999-9017", contact_email="ny@exempel.se")
    row = announce(live)
    (mail,) = mails("Planerat arbete i växeln")
    assert mail.recipient == CONTACT
    assert "Vi byter databas" in mail.plain
    with unit_of_work() as session:
        (line,) = notice_lines(session)
    assert (line.id, line.concerns, line.state) == (row.id, 1, "announced")


def test_disturbing_work_under_ten_working_days_ahead_is_refused_with_the_earliest_day(
    live: Delivery,
) -> None:
    refused = refusal(lambda: announce(live, TOO_SOON))
    assert (refused.code, refused.field) == ("NOTICE_TOO_SHORT", "starts_at")
    assert "2027-02-01" in refused.detail("sv")
    assert mails("Planerat arbete i växeln") == []
    announce(live, TOO_SOON, disturbs=False)


def test_moving_it_counts_the_ten_days_anew_and_tells_again(live: Delivery) -> None:
    row = announce(live)
    move = lambda at: live.do(  # noqa: E731
        live.planner, move_maintenance, row.id, starts_at=at, ends_at=at + HOURS
    )
    live.go_to(MONDAY + timedelta(days=2))
    assert refusal(lambda: move(IN_TIME + timedelta(days=1))).code == "NOTICE_TOO_SHORT"
    move(IN_TIME + timedelta(days=8))
    assert len(mails("Planerat arbete i växeln")) == 2


def test_cancelling_wants_a_reason_and_tells_those_who_were_told(live: Delivery) -> None:
    row = announce(live)
    assert refusal(lambda: live.do(live.planner, cancel_maintenance, row.id)).code == "REASON_REQUIRED"
    live.do(live.planner, cancel_maintenance, row.id, reason="leverantören är sjuk")
    assert len(mails("Inställt: planerat arbete i växeln")) == 1
    late = refusal(lambda: live.do(live.planner, finish_maintenance, row.id))
    assert late.code == "ILLEGAL_TRANSITION"


def test_a_customer_sees_what_concerns_it_until_it_is_over(live: Delivery) -> None:
    announce(live)
    with unit_of_work() as session:
        assert len(coming_notices(session, live.customer, IN_TIME)) == 1
        assert coming_notices(session, live.customer, IN_TIME + HOURS) == []
        assert refusal(lambda: coming_notices(session, live.planner, IN_TIME)).code == "NOT_FOUND"


def test_work_without_words_or_anybody_concerned_is_refused(opened: Delivery) -> None:
    assert refusal(lambda: announce(opened)).code == "NOBODY_CONCERNED"
    assert refusal(lambda: announce(opened, what=" ")).field == "what"
    assert refusal(lambda: announce(opened, actor=opened.customer)).code == "NOT_YOURS"
