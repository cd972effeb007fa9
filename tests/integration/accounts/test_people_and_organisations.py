"""People and organisations are entered once, however often and however much at once one asks."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from sqlmodel import Session, select

from accounts import repository
from accounts.domain.roles import ROLES, Role
from accounts.models import Membership, Organisation, Person
from accounts.usecases.invite_person import invite_person
from accounts.usecases.register_organisation import register_customer, register_partner
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from infra.transitions import Cause
from kernel.errors import DomainError

NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
AT_ONCE = 4


def customer(session: Session, partner: Organisation | None = None) -> Organisation:
    return register_customer(
        session,
        name="Exempelverken AB",
        org_number="5599999009",
        partner_id=partner.id if partner else None,
        now=NOW,
    )


def invite(
    session: Session, organisation: Organisation, role: Role = Role.TELEFONIANSVARIG, **changed: Any
) -> Person:
    facts: dict[str, Any] = {"email": "tove@exempel.se", "name": "Tove Test", "now": NOW}
    return invite_person(session, organisation, role, **(facts | changed))


def together(act: Callable[[Session], Any]) -> list[Any]:
    barrier = Barrier(AT_ONCE)

    def work() -> Any:
        with unit_of_work() as session:
            session.connection()
            barrier.wait()
            return act(session)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [each.result(20) for each in [pool.submit(work) for _ in range(AT_ONCE)]]


def test_every_role_has_a_row() -> None:
    assert set(ROLES) == set(Role)


def test_a_customer_ordered_twice_is_one(session: Session) -> None:
    assert customer(session).id == customer(session).id


def test_a_customer_of_two_partners_is_each_ones_own(session: Session) -> None:
    one = register_partner(session, name="Ett AB", org_number="5599999025", now=NOW)
    two = register_partner(session, name="Två AB", org_number="5599999033", now=NOW)
    assert len({customer(session).id, customer(session, one).id, customer(session, two).id}) == 3


def test_two_orders_at_once_for_a_new_customer_enter_one(clean: str) -> None:
    assert clean
    assert len({each.id for each in together(customer)}) == 1


def test_a_person_invited_twice_is_one_with_one_role(session: Session) -> None:
    company = customer(session)
    first, again = invite(session, company), invite(session, company, email=" Tove@Exempel.se ")
    assert first.id == again.id
    assert len(repository.roles_in(session, company.id)) == 1


def test_a_person_may_have_several_roles(session: Session) -> None:
    company = customer(session)
    invite(session, company)
    invite(session, company, Role.FAKTURAANSVARIG)
    assert {role for role, _ in repository.roles_in(session, company.id)} == {
        Role.TELEFONIANSVARIG,
        Role.FAKTURAANSVARIG,
    }


def test_an_invitation_renames_nobody_we_know(session: Session) -> None:
    company = customer(session)
    invite(session, company)
    assert invite(session, company, name="Somebody Else", language="en").name == "Tove Test"


def test_invited_at_once_a_person_is_one(clean: str) -> None:
    assert clean
    with unit_of_work() as session:
        company = customer(session)
    assert len({each.id for each in together(lambda session: invite(session, company))}) == 1
    with unit_of_work() as session:
        assert len(session.exec(select(Person)).all()) == len(session.exec(select(Membership)).all()) == 1


@pytest.mark.parametrize(
    "email", ["", "tove", "tove@", "@exempel.se", "a b@exempel.se", "tove@exempel.se\nBcc: x@y.se"]
)
def test_what_is_no_address_is_refused(session: Session, email: str) -> None:
    with pytest.raises(DomainError, match="EMAIL_NOT_USABLE"):
        invite(session, customer(session), email=email)


def test_a_role_that_is_given_is_told_once_with_who_gave_it(session: Session) -> None:
    company = customer(session)
    cause = Cause("customer", "Tove Test", NOW)
    for _ in range(2):
        invited = invite(session, company, Role.IT_ANSVARIG, email="ina@exempel.se", name="Ina", cause=cause)
    invite(session, company)
    told = session.exec(select(OutboxEvent).where(OutboxEvent.kind == "membership.given")).all()
    assert [(each.actor, each.payload["role"], each.customer_id) for each in told] == [
        ("Tove Test", "it_ansvarig", company.id),
        ("Växla", "telefoniansvarig", company.id),
    ]
    assert told[0].payload["person_id"] == str(invited.id)
    assert "ina@exempel.se" not in str(told[0].payload)
