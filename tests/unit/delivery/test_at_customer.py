"""Whose it is at the customer: each role has its own list, the nearest due first (DL-05)."""

from __future__ import annotations

from datetime import date

import pytest

from accounts.domain.roles import Role
from delivery.domain.next_action import CUSTOMER_ROLES
from delivery.domain.phases import ACTIVITIES, MANDATE
from delivery.people.domain.at_customer import REPAIR, SIGN_DATA, Asked, answerers, shared
from kernel.language import Text

TEL, IT, MONEY, SIGNS = CUSTOMER_ROLES
ALL = frozenset(CUSTOMER_ROLES)
WORDS = Text(sv="något", en="something")


def asked(key: str, owner: Role, due: int | None = None, *, urgent: bool = False) -> Asked:
    return Asked(key, WORDS, owner, date(2027, 1, due) if due else None, is_overdue=False, is_urgent=urgent)


@pytest.mark.parametrize("activity", [row for row in ACTIVITIES if row.owner in CUSTOMER_ROLES])
def test_every_activity_of_the_plan_is_on_its_owners_list(activity) -> None:
    one = asked(activity.key, activity.owner)
    assert activity.owner in answerers(one, ALL)
    assert shared([one], {activity.owner}, ALL).mine == (one,)
    assert answerers(one, {TEL}) == {TEL}, "a role that nobody has falls to the telefoniansvarig"


@pytest.mark.parametrize("key", [MANDATE, SIGN_DATA, REPAIR])
def test_who_may_sign_for_the_company_is_asked_to(key: str) -> None:
    assert answerers(asked(key, TEL), ALL) == {TEL, SIGNS}
    assert answerers(asked(key, TEL), {SIGNS, IT}) == {SIGNS}


def test_what_waits_for_others_is_told_with_their_roles() -> None:
    rows = [asked("network_ready", IT), asked("invoicing_basics", MONEY), asked("app_accounts", TEL)]
    share = shared(rows, {TEL}, {TEL, IT})
    assert [each.key for each in share.mine] == ["invoicing_basics", "app_accounts"], "nobody has the money"
    assert [(each.key, whose) for each, whose in share.others] == [("network_ready", frozenset({IT}))]


def test_urgent_comes_first_then_the_nearest_day_then_what_has_none() -> None:
    rows = [asked("c", TEL), asked("b", TEL, 20), asked("a", TEL, 4), asked(REPAIR, TEL, 25, urgent=True)]
    assert [each.key for each in shared(rows, {TEL}, ALL).mine] == [REPAIR, "a", "b", "c"]
    assert shared(rows, set(), ALL).mine == ()
