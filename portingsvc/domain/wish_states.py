"""The machine of a wish to the donor: to cancel or to move a port that it has booked (NP-07)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kernel.statemachine import Machine, on


class WishState(StrEnum):
    """Where our wish to cancel or move a booked port stands. The donor may refuse it (NP-07)."""

    WAITING = "waiting"
    SENT = "sent"
    GRANTED = "granted"
    REFUSED = "refused"
    DROPPED = "dropped"


OPEN_WISH_STATES: Final = (WishState.WAITING, WishState.SENT)


class WishEvent(StrEnum):
    """What happens to a wish."""

    SEND = "send"
    GRANT = "grant"
    REFUSE = "refuse"
    DROP = "drop"


_W, _WE = WishState, WishEvent
WISH: Final = Machine(
    "porting_wish",
    _W.WAITING,
    frozenset({_W.GRANTED, _W.REFUSED, _W.DROPPED}),
    (
        on(_WE.SEND, _W.WAITING, to=_W.SENT, by="system"),
        on(_WE.GRANT, _W.WAITING, _W.SENT, to=_W.GRANTED, by="donor"),
        on(_WE.REFUSE, _W.WAITING, _W.SENT, to=_W.REFUSED, by="donor"),
        on(
            _WE.DROP,
            _W.WAITING,
            _W.SENT,
            to=_W.DROPPED,
            by="donor system",
            why="the port ended before the donor answered",
        ),
    ),
)
