"""From the port as it is to the port as it shall be: which orders come next (steps 17 and 18, and 2.4).

Worked out anew from a fresh look at the port each time, so that it is right also after a half-done round. The
new provider's services go first, all of them: never do two providers have the same kind of service active.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from openfibre.port_unblocking.domain.port import SUSPENDED, Port, Subscription, equal


class Operation(StrEnum):
    """What ON-API 2.6 is asked to do with a service."""

    ACTIVATE = "ACTIVATE"
    DEACTIVATE = "DEACTIVATE"
    SUSPEND = "SUSPEND"
    RESUME = "RESUME"


class Purpose(StrEnum):
    """Why an order is placed, in the steps of seed 001."""

    TAKEOVER = "takeover"
    REMOVAL = "removal"
    REACTIVATION = "reactivation"


@dataclass(frozen=True, slots=True)
class Wish:
    """One order to place, in whose name, on what."""

    purpose: Purpose
    operation: Operation
    provider: str
    service: str
    subscription_id: str = ""
    body: dict[str, Any] = field(default_factory=dict)


def next_wishes(now: Port, wanted: Port, new_provider: str) -> tuple[Wish, ...]:
    """The orders of the next round; none when the port is as wanted or no order can make it so.

    Round by round: what the new provider has there is removed, later additions included (17), what is missing
    is activated (18), what was suspended is suspended again. A third provider's service is never touched: while
    one stands there, an activation is not forced, for the operator would take the third one down for it.
    """
    places = {each.place: each for each in now}
    kept = {each.place: each for each in wanted}
    extra = [each for place, each in places.items() if place not in kept and each.provider == new_provider]
    if extra:
        return tuple(_remove(each) for each in extra)
    missing = [each for place, each in kept.items() if place not in places]
    if missing:
        has_strangers = any(place not in kept for place in places)
        return tuple(_activate(each, forced=not has_strangers) for each in missing)
    return tuple(
        _set_state(places[place], each.operational_state)
        for place, each in kept.items()
        if each.operational_state != places[place].operational_state
    )


def is_done(now: Port, wanted: Port) -> bool:
    """Whether the port stands as wanted."""
    return equal(now, wanted)


def _remove(each: Subscription) -> Wish:
    return Wish(Purpose.REMOVAL, Operation.DEACTIVATE, each.provider, each.service, each.subscription_id)


def _activate(each: Subscription, *, forced: bool) -> Wish:
    """The forced reactivation (16–18): the service with everything that was set on it."""
    body = {
        "spReference": each.sp_reference,
        "spSubscriptionId": each.sp_subscription_id,
        "characteristics": dict(each.characteristics),
        "equipment": [dict(device) for device in each.equipment],
        "forcedTakeover": forced,
    }
    return Wish(Purpose.REACTIVATION, Operation.ACTIVATE, each.provider, each.service, body=body)


def _set_state(each: Subscription, wanted: str) -> Wish:
    operation = Operation.SUSPEND if wanted == SUSPENDED else Operation.RESUME
    return Wish(Purpose.REACTIVATION, operation, each.provider, each.service, each.subscription_id)
