"""Which scope somebody must be lent over a reseller to read which of its news (PA-01).

By what the news is about. What has no scope here stays the reseller's own: its keys, webhooks, fibre business.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from partners.domain.event_types import EVENT_TYPES

_CASES, _ORDERS, _MANDATES = "cases:read", "orders:read", "mandates:read"
_DATA, _SIMS = "customer-data:read", "sims:read"
SCOPE_OF: Final[dict[str, str | None]] = {
    "api_client": None,
    "contact_ways": None,
    "customer_data_version": _DATA,
    "delivery_case": _CASES,
    "fee": _ORDERS,
    "fee_quote": _ORDERS,
    "go_live_fault": _CASES,
    "mandate": _MANDATES,
    "parcel": _SIMS,
    "port_displacement": None,
    "port_unblocking": None,
    "porting_attempt": _ORDERS,
    "porting_family": _ORDERS,
    "porting_number": _ORDERS,
    "porting_order": _ORDERS,
    "porting_wish": _ORDERS,
    "repair_task": _ORDERS,
    "reseller": None,
    "sim_card": _SIMS,
    "webhook_subscription": None,
}


def about(kind: str) -> str:
    """What a kind of event is about."""
    return kind.partition(".")[0]


def kinds_lent(scopes: Collection[str]) -> frozenset[str]:
    """The kinds of events that somebody with these scopes over a reseller reads of it."""
    return frozenset(kind for kind in EVENT_TYPES if SCOPE_OF.get(about(kind)) in scopes)
