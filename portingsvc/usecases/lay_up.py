"""Lay orders up by the thousand: each with its numbers, its first attempt and its news, by COPY."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlmodel import Session

from infra.copying import copy_rows
from infra.outbox import News, Subject, emit_all
from infra.transitions import Cause
from kernel.ids import many_ids
from kernel.numbers import check_number, count, expand
from portingsvc import repository
from portingsvc.domain import fees, schedule
from portingsvc.domain.donors import donor
from portingsvc.domain.states import AttemptState, NumberState, OrderState
from portingsvc.gateways.routing import gateway_name


@dataclass(frozen=True, slots=True)
class OrderItem:
    """What is to be ordered as one: a series (or a single number, then `first` is `last`) at one donor.

    `port_at` is its own wave's time; without it the time of the whole plan holds.
    """

    first: str
    last: str
    donor: str
    owner_id: str
    owner_name: str
    is_main: bool = False
    port_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom the orders concern, and what they belong to."""

    customer_id: UUID
    partner_id: UUID | None = None
    case_id: UUID | None = None
    family_id: UUID | None = None
    external_reference: str = ""

    def columns(self, *names: str) -> dict[str, str]:
        """Those of the columns that have a value; the others stay null."""
        values = {name: getattr(self, name) for name in names}
        return {name: str(value) for name, value in values.items() if value is not None}


def lay_up(
    session: Session, items: Sequence[OrderItem], port_at: datetime, whose: Whose, cause: Cause
) -> list[UUID]:
    """Drafts for items that have been judged, none of them twice. Returns their ids, in the order of the items."""
    ids = sorted(many_ids(len(items)))  # in the order of the items
    references = repository.next_references(session, len(items))
    common = whose.columns("customer_id", "partner_id", "case_id")
    _copy_orders(session, items, ids, references, port_at, whose, cause)
    numbers = [
        (order_id, e164) for order_id, i in zip(ids, items, strict=True) for e164 in expand(i.first, i.last)
    ]
    _copy(
        session,
        "porting_number",
        ("id", "order_id", "e164", "state", "reasons"),
        common,
        [
            (row_id, order_id, e164, NumberState.PENDING.value, "[]")
            for row_id, (order_id, e164) in zip(many_ids(len(numbers)), numbers, strict=True)
        ],
    )
    _copy_attempts(session, items, ids, references, port_at, common, cause)
    emit_all(session, [_news(*each, whose, cause) for each in zip(items, ids, references, strict=True)])
    return [UUID(each) for each in ids]


def _copy(
    session: Session,
    table: str,
    columns: Sequence[str],
    common: dict[str, str],
    rows: Sequence[Sequence[str]],
) -> None:
    """`common` are columns with one value for all rows."""
    tail = tuple(common.values())
    copy_rows(session, table, (*columns, *common), [(*row, *tail) for row in rows])


def _copy_orders(
    session: Session,
    items: Sequence[OrderItem],
    ids: Sequence[str],
    references: Sequence[str],
    port_at: datetime,
    whose: Whose,
    cause: Cause,
) -> None:
    common = whose.columns("customer_id", "partner_id", "case_id", "family_id", "external_reference")
    common |= {"state": OrderState.DRAFT.value, "created_at": cause.now.isoformat()}
    columns = ("id", "reference", "donor", "first", "last", "count", "number_type", "is_main", "owner_id")
    rows = [
        (
            order_id,
            reference,
            item.donor,
            item.first,
            item.last,
            str(count(item.first, item.last)),
            str(check_number(item.first).type),
            "t" if item.is_main else "f",
            item.owner_id,
            item.owner_name,
            (item.port_at or port_at).isoformat(),
        )
        for item, order_id, reference in zip(items, ids, references, strict=True)
    ]
    _copy(session, "porting_order", (*columns, "owner_name", "port_at"), common, rows)


def _copy_attempts(
    session: Session,
    items: Sequence[OrderItem],
    ids: Sequence[str],
    references: Sequence[str],
    port_at: datetime,
    common: dict[str, str],
    cause: Cause,
) -> None:
    quote = fees.quote(1, None, cause.now.date())
    now = cause.now.isoformat()
    latest = cache(_latest)
    same = {
        "attempt": "1", "state": AttemptState.PLANNED.value, "payload_sha256": "", "due_at": now, "sends": "0",
        "checks": "0", "was_in_doubt": "f", "reasons": "[]", "fee_quote_ore": str(quote.amount_ore),
        "fee_payer": quote.payer, "fee_reason": quote.reason, "fee_accepted_by": "", "series_count": "1",
        "parked_reason": "", "created_at": now, **common,
    }  # fmt: skip
    rows = [
        (
            row_id,
            order_id,
            dossier_of(reference, 1, row_id),
            key_of(order_id, 1),
            at.isoformat(),
            latest(item.donor, str(check_number(item.first).type), at).isoformat(),
            gateway_name(item.donor),
        )
        for row_id, order_id, reference, item, at in (
            (row_id, order_id, reference, item, item.port_at or port_at)
            for row_id, order_id, reference, item in zip(
                many_ids(len(items)), ids, references, items, strict=True
            )
        )
    ]
    columns = ("id", "order_id", "dossier_id", "idempotency_key", "port_at", "latest_at", "gateway")
    _copy(session, "porting_attempt", columns, same, rows)


def _latest(donor_code: str, number_type: str, port_at: datetime) -> datetime:
    return schedule.latest_submit(donor(donor_code), number_type, port_at)


def dossier_of(reference: str, attempt: int, row_id: str) -> str:
    """The name of one request, as donor and gateway know it."""
    return f"VX-{reference}-{attempt}-{row_id[-8:]}".upper()


def key_of(order_id: str, attempt: int) -> str:
    """What the gateway knows a request of ours by, however often it is sent."""
    return hashlib.sha256(f"{order_id}:{attempt}:{secrets.token_hex(8)}".encode()).hexdigest()


def _news(item: OrderItem, order_id: str, reference: str, whose: Whose, cause: Cause) -> News:
    subject = Subject("porting_order", UUID(order_id), whose.case_id, whose.customer_id, whose.partner_id)
    facts = {"reference": reference, "first": item.first, "last": item.last, "donor": item.donor}
    return News("porting_order.planned", subject, facts, cause.name, cause.now, cause.role)
