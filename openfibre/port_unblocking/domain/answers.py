"""What an answer of a communication operator to an order means. Only a definite no may be sent again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What we know after an order was sent."""

    RECEIVED = "received"
    REFUSED = "refused"
    NOT_ACCEPTED = "not_accepted"
    IN_DOUBT = "in_doubt"


class Standing(StrEnum):
    """Where an order stands at the operator: ON-API's own words."""

    RECEIVED = "RECEIVED"
    IN_PROGRESS = "IN_PROGRESS"
    DONE_SUCCESS = "DONE_SUCCESS"
    DONE_FAILED = "DONE_FAILED"


# 409 is ON-API's refusal with a cause; 400, 404 and 422 say that the order cannot be; none of them was taken.
# 401, 403, 429 and 503 say nothing about the order: it was not taken and may be sent again as it is.
BY_STATUS: Final = {
    200: Outcome.RECEIVED,
    201: Outcome.RECEIVED,
    400: Outcome.REFUSED,
    401: Outcome.NOT_ACCEPTED,
    403: Outcome.NOT_ACCEPTED,
    404: Outcome.REFUSED,
    409: Outcome.REFUSED,
    422: Outcome.REFUSED,
    429: Outcome.NOT_ACCEPTED,
    503: Outcome.NOT_ACCEPTED,
}


def outcome_of(status: int) -> Outcome:
    """What a status means; one that nobody has agreed on leaves the order in doubt."""
    return BY_STATUS.get(status, Outcome.IN_DOUBT)


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """An order as the operator tells of it."""

    external_id: str
    operation: str
    standing: Standing
    message: str = ""
    service: str = ""
    subscription_id: str = ""
    sp_reference: str = ""
    sp_subscription_id: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """The result of sending an order."""

    outcome: Outcome
    detail: str = ""
    retry_after_seconds: float | None = None
    placed: PlacedOrder | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """What a lost order is recognised by: ON-API orders carry no key of ours, so its own contents must do."""

    operation: str
    service: str
    subscription_id: str
    sp_reference: str
    sp_subscription_id: str


def recognise(sought: Sought, found: list[PlacedOrder], known_ids: frozenset[str]) -> PlacedOrder | None:
    """The lost order among those on the access, or none: then it never came.

    Orders that are other rows of ours (`known_ids`) are not it. An activation is known by service and
    references, anything else by the subscription it concerns. The newest wins, for it alone can be ours.
    """
    for placed in reversed(found):
        if placed.external_id in known_ids or placed.operation != sought.operation:
            continue
        if sought.subscription_id:
            if placed.subscription_id == sought.subscription_id:
                return placed
            continue
        mine = (sought.service, sought.sp_reference, sought.sp_subscription_id)
        if (placed.service, placed.sp_reference, placed.sp_subscription_id) == mine:
            return placed
    return None
