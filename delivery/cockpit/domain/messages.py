"""Messages to users on the day: to whom, how long."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.language import Text

LONGEST_SMS: Final = 459
"""Three parts of a joined text message, in characters."""


class Audience(StrEnum):
    """Which of the case's users."""

    ALL = "all"
    NOT_MOVED = "not_moved"
    MOVED = "moved"


AUDIENCES: Final = {
    Audience.ALL: Text(sv="Alla användare", en="All users"),
    Audience.NOT_MOVED: Text(sv="De vars nummer inte har flyttat", en="Those whose number has not moved"),
    Audience.MOVED: Text(sv="De vars nummer har flyttat", en="Those whose number has moved"),
}


def is_among(audience: Audience, number: str, moved: frozenset[str]) -> bool:
    """Whether a user with this number is meant. Who has no number of the move counts as not moved."""
    if audience is Audience.ALL:
        return True
    return (number in moved) is (audience is Audience.MOVED)
