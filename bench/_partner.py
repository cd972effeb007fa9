"""A partner with a token, a customer, a case and a porting order, in a database of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from bench.import_case import database
from kernel.workdays import add_workdays


@dataclass(frozen=True)
class Partner:
    """What a request needs."""

    token: str
    case_id: UUID
    order_id: UUID
    customer_id: UUID


@contextmanager
def partner() -> Iterator[Partner]:
    """Made by the use cases of the product; gone when the block ends."""
    before = dict(os.environ)
    with TemporaryDirectory() as folder:
        try:
            key = Path(folder) / "key.pem"
            os.environ.update(
                VAXLA_TOKEN_SIGNING_KEY_FILE=str(key),
                VAXLA_ENVIRONMENT="test",
                VAXLA_CLOCK="system",
                VAXLA_FEE_BUDGET_PER_DAY_ORE="2000000000",
                REDIS_URL="",
                VAXLA_DATA_DIR=folder,
            )
            from infra.secrets import new_signing_key

            key.write_bytes(new_signing_key())
            with database():
                yield _made()
        finally:
            os.environ.clear()
            os.environ.update(before)


def _made() -> Partner:
    from accounts.domain.actor import Actor, ActorKind
    from accounts.usecases.api_clients import SCOPES, issue_token, make_client, signing_keys
    from accounts.usecases.register_organisation import register_partner
    from delivery.usecases.open_case import NewCase, open_case
    from infra.clock import STOCKHOLM
    from infra.db import unit_of_work
    from infra.transitions import Cause
    from portingsvc.usecases.plan_orders import OrderItem, plan_orders

    signing_keys.cache_clear()
    now = datetime.now(UTC)
    cause = Cause("partner", "bench", now)
    port_at = datetime.combine(add_workdays(now.date(), 30), time(10), STOCKHOLM)
    with unit_of_work() as session:
        organisation = register_partner(session, name="Bänk AB", org_number="5599999025", now=now)
        secret = make_client(session, organisation, name="bench", scopes=list(SCOPES), now=now)
        actor = Actor(ActorKind.PARTNER, "bench", organisation_id=organisation.id)
        new = NewCase(
            customer_name="Exempelverken AB",
            org_number="559999-9009",
            contact_name="Tove Exempelsson",
            contact_email="tove@exempel.se",
            go_live_on=add_workdays(now.date(), 60),
            agreement_address={"street": "Exempelgatan 1", "postcode": "111 22", "town": "Stockholm"},
        )
        case = open_case(session, actor, new, cause=cause)
        order = plan_orders(
            session,
            customer_id=case.customer_id,
            partner_id=organisation.id,
            case_id=case.id,
            items=[OrderItem("+46705300001", "+46705300001", "TELIA", "165599999009", "Exempelverken AB")],
            port_at=port_at,
            cause=cause,
        )[0]
        session.flush()
        # The token is stamped a moment back, for its life to begin whatever clocks say.
        token, _ = issue_token(session, secret.client_id, secret.secret, [], now - timedelta(seconds=1))
        return Partner(token, case.id, order.id, case.customer_id)
