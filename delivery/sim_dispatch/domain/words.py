"""The states of a card in words."""

from __future__ import annotations

from typing import Final

from delivery.domain.states import SimState
from kernel.language import Text

SIM_STATES: Final = {
    SimState.IN_STOCK: Text(sv="i lager", en="in stock"),
    SimState.RESERVED: Text(sv="tilldelat", en="assigned"),
    SimState.PACKED: Text(sv="packat", en="packed"),
    SimState.SHIPPED: Text(sv="skickat", en="sent"),
    SimState.RECEIVED: Text(sv="i hand", en="in hand"),
    SimState.ACTIVE: Text(sv="aktivt", en="active"),
    SimState.LOST: Text(sv="borttappat", en="lost"),
    SimState.RETIRED: Text(sv="utbytt", en="changed for another"),
}
