"""PA-01: a reseller learns by API who stands under it, and what it is lent over each."""

from __future__ import annotations

from uuid import UUID

from fastapi.testclient import TestClient

from accounts.domain.actor import SYSTEM
from accounts.domain.resellers import PORTING_ROLES, PortingRole
from accounts.usecases.api_clients import SCOPES, make_client
from accounts.usecases.place_reseller import place_reseller
from accounts.usecases.register_organisation import register_partner
from infra.clock import current
from infra.db import unit_of_work
from infra.transitions import Cause

from .world import API, token_of

RESELLERS = f"{API}/resellers"


def test_those_below_are_listed_however_far_down_and_nobody_else(client: TestClient, clean: str) -> None:
    assert clean
    with unit_of_work() as session:
        now = current(session)
        top, middle, bottom, _ = partners = [
            register_partner(session, name=f"Säljare {number}", org_number=number, now=now)
            for number in ("5599999025", "5599999033", "5599999041", "5599999058")
        ]
        secrets = [make_client(session, each, name="p", scopes=list(SCOPES), now=now) for each in partners]
        for below, above, role in (
            (middle, top, PortingRole.PORTING),
            (bottom, middle, PortingRole.VIEWER),
        ):
            session.flush()
            cause = Cause("system", "Växla", now)
            place_reseller(session, SYSTEM, below.id, under=above.id, role=role, cause=cause)
    keys = [token_of(client, each) for each in secrets]

    def told(who: int, query: str = "") -> dict[UUID, list[str]]:
        items = client.get(f"{RESELLERS}{query}", headers=keys[who]).json()["items"]
        return {UUID(each["id"]): each["scopes"] for each in items}

    porting, viewing = (sorted(PORTING_ROLES[r].lends) for r in (PortingRole.PORTING, PortingRole.VIEWER))
    assert told(0) == {middle.id: porting, bottom.id: viewing}
    assert told(1) == {bottom.id: viewing}
    assert told(2) == told(3) == {}
    assert told(0, "?scope=orders:write") == {middle.id: porting}
    first = client.get(f"{RESELLERS}?limit=1&fields=name", headers=keys[0]).json()
    rest = client.get(f"{RESELLERS}?cursor={first['next_cursor']}", headers=keys[0]).json()
    assert first["items"] == [{"name": middle.name}]
    assert ([each["name"] for each in rest["items"]], rest["next_cursor"]) == ([bottom.name], None)
