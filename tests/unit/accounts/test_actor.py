"""Whose rows somebody sees (PA-01), and who may sign for a company."""

from __future__ import annotations

import pytest

from accounts.domain.actor import Actor, ActorKind
from accounts.domain.roles import ROLES, OrganisationKind, Role, may_sign
from kernel.ids import new_id

OURS, THEIRS = new_id(), new_id()


@pytest.mark.parametrize(
    ("kind", "customer", "partner", "seen"),
    [
        (ActorKind.CUSTOMER, OURS, None, True),
        (ActorKind.CUSTOMER, OURS, THEIRS, True),
        (ActorKind.CUSTOMER, THEIRS, OURS, False),
        (ActorKind.CUSTOMER, None, None, False),
        (ActorKind.PARTNER, THEIRS, OURS, True),
        (ActorKind.PARTNER, OURS, THEIRS, False),
        (ActorKind.PARTNER, OURS, None, False),
        (ActorKind.PLANNER, THEIRS, THEIRS, True),
        (ActorKind.SYSTEM, None, None, True),
    ],
)
def test_each_side_sees_its_own(kind: ActorKind, customer, partner, seen: bool) -> None:
    assert Actor(kind, "somebody", organisation_id=OURS).sees(customer, partner) is seen


@pytest.mark.parametrize("kind", [ActorKind.CUSTOMER, ActorKind.PARTNER])
def test_nobody_without_an_organisation_sees_what_belongs_to_none(kind: ActorKind) -> None:
    assert not Actor(kind, "somebody").sees(None, None)


def test_only_a_customers_signatories_sign_for_it() -> None:
    signatories = {role for role in Role if may_sign(frozenset({role}))}
    assert signatories == {Role.TELEFONIANSVARIG, Role.FIRMATECKNARE}
    assert {ROLES[role].side for role in signatories} == {OrganisationKind.CUSTOMER}
    assert not may_sign(frozenset())
