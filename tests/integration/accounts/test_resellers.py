"""PA-01: who stands under whom, and how far down what scope reaches."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlmodel import Session, select
from typer.testing import CliRunner

from accounts import repository
from accounts.domain.actor import SYSTEM, Actor, ActorKind
from accounts.domain.resellers import PORTING_ROLES, PortingRole, lent_through
from accounts.usecases.api_clients import SCOPES
from accounts.usecases.place_reseller import place_reseller, release_reseller
from accounts.usecases.register_organisation import register_customer, register_partner
from infra.db import unit_of_work
from infra.outbox import OutboxEvent
from infra.transitions import Cause
from kernel.errors import DomainError

NOW = datetime(2027, 1, 18, 8, 0, tzinfo=UTC)
CAUSE = Cause("planner", "Pia Planerare", NOW)
PORTS = {"orders:write", "mandates:read", "mandates:write"}
PEOPLE = {"customer-data:read", "customer-data:write", "sims:read", "sims:write"}
V, P, M = PortingRole.VIEWER, PortingRole.PORTING, PortingRole.MANAGER


@pytest.fixture
def partners(session: Session) -> list[UUID]:
    """Four resellers of nobody yet."""
    numbers = ("5599999025", "5599999033", "5599999041", "5599999058")
    made = [register_partner(session, name=f"Partner {n}", org_number=n, now=NOW).id for n in numbers]
    session.flush()
    return made


def place(session: Session, child: UUID, under: UUID, role: PortingRole = V) -> None:
    place_reseller(session, SYSTEM, child, under=under, role=role, cause=CAUSE)
    session.flush()


def test_each_role_lends_known_scopes_and_no_less_than_the_one_before() -> None:
    assert set(PORTING_ROLES) == set(PortingRole)
    for less, more in ((V, P), (P, M)):
        assert PORTING_ROLES[less].lends < PORTING_ROLES[more].lends <= set(SCOPES)


@pytest.mark.parametrize(
    ("roles", "scopes"),
    [
        ([V], {"cases:read", "orders:read"}),
        ([P], {"cases:read", "orders:read"} | PORTS),
        ([M], {"cases:read", "orders:read", "cases:write", "invoices:read"} | PORTS | PEOPLE),
        ([M, V], {"cases:read", "orders:read"}),
        ([V, M], {"cases:read", "orders:read"}),
        ([M, P, M], {"cases:read", "orders:read"} | PORTS),
    ],
)
def test_a_scope_reaches_as_far_as_every_role_on_the_way_lends_it(
    roles: list[PortingRole], scopes: set[str]
) -> None:
    assert lent_through(roles) == scopes


def test_those_below_are_seen_however_far_down(session: Session, partners: list[UUID]) -> None:
    top, middle, bottom, aside = partners
    place(session, middle, top, M)
    place(session, bottom, middle, V)
    assert repository.lent_below(session, top) == {middle: lent_through([M]), bottom: lent_through([V])}
    assert repository.lent_below(session, middle) == {bottom: lent_through([V])}
    assert repository.lent_below(session, bottom) == repository.lent_below(session, aside) == {}


def test_a_reseller_is_placed_anew_and_released(session: Session, partners: list[UUID]) -> None:
    top, middle, bottom, _ = partners
    place(session, bottom, top, V)
    place(session, bottom, middle, M)
    assert repository.lent_below(session, top) == {}
    assert repository.lent_below(session, middle) == {bottom: lent_through([M])}
    release_reseller(session, SYSTEM, bottom, cause=CAUSE)
    session.flush()
    assert repository.lent_below(session, middle) == {}
    with pytest.raises(DomainError, match="NOT_FOUND"):
        release_reseller(session, SYSTEM, bottom, cause=CAUSE)


def test_nobody_stands_above_itself(session: Session, partners: list[UUID]) -> None:
    top, middle, bottom, _ = partners
    place(session, middle, top)
    place(session, bottom, middle)
    for child, under in ((top, top), (top, middle), (top, bottom), (middle, bottom)):
        with pytest.raises(DomainError, match="RESELLER_ABOVE_ITSELF"):
            place(session, child, under)


def test_only_the_operator_places_and_only_partners(session: Session, partners: list[UUID]) -> None:
    top, middle, *_ = partners
    partner = Actor(ActorKind.PARTNER, "Petra", None, top)
    with pytest.raises(DomainError, match="NOT_YOURS"):
        place_reseller(session, partner, middle, under=top, role=M, cause=CAUSE)
    with pytest.raises(DomainError, match="NOT_YOURS"):
        release_reseller(session, partner, middle, cause=CAUSE)
    customer = register_customer(
        session, name="Exempelverken AB", org_number="5599999009", partner_id=None, now=NOW
    )
    session.flush()
    with pytest.raises(DomainError, match="RESELLER_ONLY"):
        place(session, customer.id, top)


def test_the_one_below_is_told_who_sees_its_customers(session: Session, partners: list[UUID]) -> None:
    top, middle, *_ = partners
    place(session, middle, top, P)
    release_reseller(session, SYSTEM, middle, cause=CAUSE)
    session.flush()
    told = session.exec(select(OutboxEvent).where(OutboxEvent.stream == str(middle))).all()
    assert [each.kind for each in told] == ["reseller.placed", "reseller.released"]


def test_the_command_line_places_lists_and_releases(clean: str) -> None:
    from entrypoints.cli import app

    with unit_of_work() as session:
        for number in ("5599999025", "5599999033"):
            register_partner(session, name=f"Partner {number}", org_number=number, now=NOW)

    def run(*words: str) -> str:
        result = CliRunner().invoke(app, ["resellers", *words], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.stdout

    run("place", "559999-9033", "--under", "559999-9025", "--as", "porting")
    line = {"child": "Partner 5599999033", "under": "Partner 5599999025", "as": "porting"}
    assert json.loads(run("list", "--json")) == [line]
    assert "as porting" in run("list")
    run("release", "559999-9033")
    assert json.loads(run("list", "--json")) == []
