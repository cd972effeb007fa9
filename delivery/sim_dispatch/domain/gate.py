"""The SIM-in-hand gate (SM-04): which booked ports may not be let go yet, and until when that can be put right.

The gateway has no message that lets a booked port go or holds it: the gate is ours. A planner lets the ports of a
case go once every user has a SIM in hand or a waiver; what is not let go when the donor's stop deadline nears
stands as a risk, for after it nobody can stop the port (NP-07).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class GateLine:
    """A booked number whose user shall have a SIM. `waived` is the reason of a waiver, empty without one."""

    number: str
    user_name: str
    donor_name: str
    port_at: datetime
    stop_deadline: datetime
    in_hand: bool
    waived: str = ""

    @property
    def holds(self) -> bool:
        """Whether this number keeps the gate shut."""
        return not self.in_hand and not self.waived


def holding(lines: Iterable[GateLine]) -> tuple[GateLine, ...]:
    """What keeps the gate shut, the nearest stop deadline first."""
    return tuple(sorted((line for line in lines if line.holds), key=lambda line: line.stop_deadline))


def listed(numbers: Collection[str], most: int = 5) -> str:
    """The first few of many numbers, for a sentence."""
    shown = list(numbers)[:most]
    return ", ".join(shown) + (" …" if len(numbers) > most else "")
