"""PA-01, PA-02: a reseller above follows the feed of each below it, as far as its porting role lends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from accounts import repository as accounts
from accounts.domain.actor import SYSTEM, Actor, ActorKind
from accounts.domain.resellers import PortingRole
from accounts.usecases.place_reseller import place_reseller, release_reseller
from infra.db import unit_of_work
from infra.outbox import Subject, emit
from infra.transitions import Cause
from kernel.ids import new_id
from partners.api import stream

from .conftest import Partner, now, place_news


@pytest.fixture
def above(make_partner: Callable[..., Partner]) -> Partner:
    return make_partner("5599999033")


def place(below: Partner, above: Partner, role: PortingRole) -> None:
    with unit_of_work() as session:
        place_reseller(
            session, SYSTEM, below.id, under=above.id, role=role, cause=Cause("system", "Växla", now())
        )


def told(partner: Partner, kind: str) -> None:
    """News about something of the partner's."""
    with unit_of_work() as session:
        subject = Subject(kind.partition(".")[0], new_id(), None, None, partner.id)
        emit(session, kind, subject, {}, actor="Pia Planerare", now=now(), role="planner")
    place_news()


def kinds(reader: Partner, **query: object) -> list[str]:
    return [each["type"] for each in reader.events(**query)["items"]]


def test_each_feed_below_is_read_whole_and_in_order_with_its_own_places(
    partner: Partner, above: Partner, make_partner: Callable[..., Partner]
) -> None:
    other = make_partner("5599999041")
    place(partner, above, PortingRole.VIEWER)
    place(other, above, PortingRole.VIEWER)
    theirs, others = partner.tell(5), other.tell(3)
    for below, ids in ((partner, theirs), (other, others)):
        start = above.events(reseller_id=str(below.id), type="reseller.placed", limit=1)
        assert start["items"] == [], "that it was placed is its own news"
        first = above.events(reseller_id=str(below.id), limit=2)
        rest = above.events(reseller_id=str(below.id), cursor=first["next_cursor"])
        read = first["items"] + rest["items"]
        assert [each["subject"]["id"] for each in read] == ids
        assert [each["sequence"] for each in read] == list(range(2, 2 + len(ids)))
        own = {each["id"] for each in below.events(limit=500)["items"]}
        assert {each["id"] for each in read} < own, "the same events under the same ids"
        assert above.events(reseller_id=str(below.id), cursor=rest["resume_cursor"])["items"] == []
    assert kinds(above) == [], "its own feed is its own"


@pytest.mark.parametrize(
    ("role", "lent"),
    [
        (PortingRole.VIEWER, ["delivery_case.cancel", "porting_order.confirm"]),
        (PortingRole.PORTING, ["delivery_case.cancel", "porting_order.confirm", "mandate.sign"]),
        (
            PortingRole.MANAGER,
            ["delivery_case.cancel", "porting_order.confirm", "mandate.sign", "sim_card.assign"],
        ),
    ],
)
def test_the_role_says_which_news_are_lent(
    partner: Partner, above: Partner, role: PortingRole, lent: list[str]
) -> None:
    place(partner, above, role)
    of_cases = ["delivery_case.cancel", "porting_order.confirm", "mandate.sign", "sim_card.assign"]
    kept = ["api_client.made", "webhook_subscription.pause", "port_unblocking.accept"]
    for kind in [*of_cases, *kept]:
        told(partner, kind)
    assert kinds(above, reseller_id=str(partner.id)) == lent
    assert kinds(above, reseller_id=str(partner.id), type="api_client.made") == []
    assert set(kinds(partner)) >= {*of_cases, *kept}


def test_a_stranger_and_the_one_below_read_nothing_of_it(partner: Partner, above: Partner) -> None:
    partner.tell(1)
    query = {"reseller_id": str(partner.id)}
    assert above.http.get("/api/v1/events", params=query).status_code == 404
    assert above.http.get("/api/v1/events/stream", params=query).status_code == 404
    place(partner, above, PortingRole.MANAGER)
    assert above.events(**query)["items"]
    upwards = {"reseller_id": str(above.id)}
    assert partner.http.get("/api/v1/events", params=upwards).status_code == 404


def test_what_is_no_longer_lent_is_read_no_more_and_its_stream_ends(partner: Partner, above: Partner) -> None:
    place(partner, above, PortingRole.PORTING)
    partner.tell(1)
    with unit_of_work() as session:
        actor = Actor(ActorKind.PARTNER, "above", None, above.id, lent=accounts.lent_below(session, above.id))
    follower = stream.Follower(actor, "", "", (), partner.id)

    async def follow() -> list[str]:
        heard = []
        async for text in stream.lines(follower, 0, stream.Pace(0.01, 60)):
            heard.append(text)
            if len(heard) == 2:
                with unit_of_work() as session:
                    cause = Cause("system", "Växla", datetime.now(UTC))
                    release_reseller(session, SYSTEM, partner.id, cause=cause)
        return heard

    heard = asyncio.run(asyncio.wait_for(follow(), 30))
    assert [each.partition("\n")[0].partition(":")[0] for each in heard] == ["retry", "id"]
    assert above.http.get("/api/v1/events", params={"reseller_id": str(partner.id)}).status_code == 404
