"""What became of a start message, from what the mail or SMS server said at once and what was reported later."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

DELIVERED_REPORT, BOUNCED_REPORT = "delivered", "bounced"
_FINAL: Final = frozenset({DELIVERED_REPORT, BOUNCED_REPORT})


class Outcome(StrEnum):
    """Where a message is."""

    WAITING = "waiting"
    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"


def outcome_of(reports: Sequence[str], *, sent: bool, given_up: bool) -> Outcome:
    """`reports` are the words of the reports in the order in which things happened; the last final one holds.

    A message that the server would never take has bounced, whatever comes after.
    """
    if given_up:
        return Outcome.BOUNCED
    final = [each for each in reports if each in _FINAL]
    if final:
        return Outcome.DELIVERED if final[-1] == DELIVERED_REPORT else Outcome.BOUNCED
    return Outcome.SENT if sent else Outcome.WAITING
