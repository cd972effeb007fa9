"""A partner's program with a test key, inside its own sandbox."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
from sqlmodel import Session

from accounts.models import Organisation
from accounts.usecases.api_clients import SCOPES, make_client
from infra.db import unit_of_work
from infra.sandboxes import at, sandbox_of
from kernel.workdays import add_workdays
from partners.usecases.open_sandbox import open_sandbox
from partners.usecases.work_sandbox import work_sandbox

from .conftest import ORDER, Partner, token_of

# Sandboxes of these are made once for a run of the tests, and furnished anew for each.
FIRST = UUID("01a1fca7-fb95-70b9-9550-f03bf6dc4001")
SECOND = UUID("01a1fca7-fb95-70b9-9550-f03bf6dc4002")


def opened(http: httpx.Client, partner_id: UUID, org_number: str, scopes: list[str] | None = None) -> Sandbox:
    """A partner with a sandbox, and a program of it signed in there."""
    moment = datetime.now(UTC)
    with unit_of_work() as session:
        if session.get(Organisation, partner_id) is None:
            session.add(
                Organisation(
                    id=partner_id,
                    kind="partner",
                    name=f"Partner {org_number}",
                    org_number=org_number,
                    created_at=moment,
                )
            )
            session.flush()
        open_sandbox(session, partner_id, moment)
        partner = session.get_one(Organisation, partner_id)
        secret = make_client(
            session, partner, name="test program", scopes=scopes or list(SCOPES), now=moment, is_test=True
        )
    answer = token_of(http, secret)
    assert answer.status_code == 200, answer.text
    http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return Sandbox(partner_id, secret, http)


class Sandbox(Partner):
    """What a program does in it, by the API alone; and a look inside for what the API does not show."""

    def inside(self) -> AbstractContextManager[Any]:
        return at(sandbox_of(self.id))

    def count(self, table: str) -> int:
        from sqlalchemy import text

        with self.inside(), unit_of_work() as session:
            return _count(session, text(f"SELECT count(*) FROM {table}"))

    def clock(self) -> dict[str, Any]:
        return self.http.get("/api/v1/sandbox/clock").json()

    def instant(self) -> datetime:
        return datetime.fromisoformat(self.clock()["now"])

    def advance(self, **how: Any) -> dict[str, Any]:
        answer = self.http.post("/api/v1/sandbox/clock", json=how)
        assert answer.status_code in (200, 202), answer.text
        if answer.status_code == 202:  # a slow machine: a worker goes on where the call left it
            assert work_sandbox(self.id, seconds=120)
            return self.clock()
        return answer.json()

    def open_case(self, **other: Any) -> str:
        go_live = add_workdays(self.instant().date(), 40)
        answer = self.http.post("/api/v1/delivery-cases", json={**ORDER, "go_live_on": str(go_live), **other})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def port(self, case_id: str, *numbers: str, **other: Any) -> list[dict[str, Any]]:
        wish = {"case_id": case_id, "numbers": list(numbers), **other}
        answer = self.http.post("/api/v1/sandbox/ports", json=wish)
        assert answer.status_code == 201, answer.text
        return list(answer.json()["items"])

    def order(self, order_id: str) -> dict[str, Any]:
        return self.http.get(f"/api/v1/porting-orders/{order_id}").json()


def _count(session: Session, query: Any) -> int:
    return int(session.scalar(query) or 0)
