"""Lay up orders to the communication operator as rows: the intent of each, with its key and its bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from infra.db import ring
from infra.queues import SEND_PORT_ORDERS
from infra.transitions import Cause, move
from kernel.ids import new_id
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.restoration import Operation, Purpose, Wish
from openfibre.port_unblocking.domain.states import ORDER, OrderEvent
from openfibre.port_unblocking.models import Manner, PortOrder, PortUnblocking


def takeover_wishes(case: PortUnblocking, sp_id: str) -> list[Wish]:
    """Step 7: an activation for each wanted service, forced where the operator said that it is blocked.

    ON-API wants the flag left out where nothing can be taken over.
    """
    blocked = case.availability.get("blocked", [])
    return [
        Wish(
            Purpose.TAKEOVER,
            Operation.ACTIVATE,
            sp_id,
            row["service"],
            body={
                "spReference": case.sp_reference,
                "spSubscriptionId": row["sp_subscription_id"],
                "characteristics": row["characteristics"],
                "equipment": row["equipment"],
                "forcedTakeover": row["service"] in blocked,
            },
        )
        for row in case.services
    ]


def plan_orders(
    session: Session,
    case: PortUnblocking,
    wishes: Iterable[Wish],
    *,
    cause: Cause,
    pause: timedelta = timedelta(),
) -> None:
    """Lay up a round of orders. Where the operator has only a portal they are for a person to do by hand.

    `pause` is machine time to wait before the first sending. The index lets one order of a kind be open.
    """
    case.rounds += 1
    network = repository.network(session, case.network_id)
    for wish in wishes:
        payload = _payload(case, wish)
        order = PortOrder(
            case_id=case.id,
            network_id=network.id,
            step=case.rounds,
            purpose=wish.purpose,
            operation=wish.operation,
            sp_id=wish.provider,
            service=wish.service,
            subscription_id=wish.subscription_id,
            access_id=case.access_id,
            idempotency_key=str(new_id()),
            payload=payload,
            payload_sha256=hashlib.sha256(payload).hexdigest(),
            check_at=datetime.now(UTC) + pause if pause else None,
            created_at=cause.now,
        )
        session.add(order)
        session.flush()
        if network.manner is Manner.PORTAL:
            move(session, order, ORDER, OrderEvent.HAND, cause)
    ring(session, SEND_PORT_ORDERS)


def _payload(case: PortUnblocking, wish: Wish) -> bytes:
    """The bytes of an order. Made once; a re-send after a definite no sends the same."""
    body: dict[str, Any] = {"operation": wish.operation.value}
    if wish.operation is Operation.ACTIVATE:
        body |= {"accessId": case.access_id, "service": wish.service, "forcedTakeover": True, **wish.body}
        if not body["forcedTakeover"]:
            del body["forcedTakeover"]
    else:
        body["subscriptionId"] = wish.subscription_id
    return json.dumps(body, ensure_ascii=False, sort_keys=True).encode()


def references_of(order: PortOrder) -> tuple[str, str]:
    """The provider's own references in an order's bytes: what a lost one is recognised by."""
    body = json.loads(order.payload)
    return str(body.get("spReference", "")), str(body.get("spSubscriptionId", ""))
