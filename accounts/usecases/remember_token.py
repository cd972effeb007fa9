"""Who a token speaks for, remembered for two seconds: a busy program's calls need no look-up and proof each (ADR 5).

What is taken back here is forgotten at once in this process, and after two seconds at the latest in the others.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from accounts.domain.actor import Actor

SECONDS: Final = 2.0
_MOST: Final = 4096
_known: Final[dict[tuple[str, str], tuple[float, Actor]]] = {}


def remembered(token: str, address: str) -> Actor | None:
    """Who used this token from this address a moment ago, or none."""
    found = _known.get((token, address))
    return found[1] if found is not None and time.monotonic() < found[0] else None


def remember(token: str, address: str, actor: Actor) -> None:
    """Keep who it is. With four thousand kept, all are forgotten rather than any aged."""
    if len(_known) >= _MOST:
        _known.clear()
    _known[token, address] = (time.monotonic() + SECONDS, actor)


def forget() -> None:
    """Look everybody up again: a key has been revoked or its networks changed."""
    _known.clear()
