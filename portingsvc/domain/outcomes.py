"""What the result of a call to a gateway means. Only a definite no may be sent again by itself (NP-08)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What we know after a submission."""

    RECEIVED = "received"
    NOT_ACCEPTED = "not_accepted"
    NOT_UNDERSTOOD = "not_understood"
    IN_DOUBT = "in_doubt"


@dataclass(frozen=True, slots=True)
class Submission:
    """The result of a submission: what we know, in which words, and when to try again if told."""

    outcome: Outcome
    detail: str = ""
    retry_after_seconds: float | None = None


# What a status says about whether the request was accepted, by the gateway's documented protocol. Any other
# status, and any failure after the request began to leave us, is in doubt.
BY_STATUS = {
    200: Outcome.RECEIVED,
    202: Outcome.RECEIVED,
    400: Outcome.NOT_UNDERSTOOD,
    401: Outcome.NOT_ACCEPTED,
    403: Outcome.NOT_ACCEPTED,
    409: Outcome.IN_DOUBT,
    410: Outcome.IN_DOUBT,
    422: Outcome.NOT_UNDERSTOOD,
    429: Outcome.NOT_ACCEPTED,
    503: Outcome.NOT_ACCEPTED,
}


def outcome_of(status: int) -> Outcome:
    """What a status means."""
    return BY_STATUS.get(status, Outcome.IN_DOUBT)
