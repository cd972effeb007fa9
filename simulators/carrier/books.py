"""What the carrier knows: shipments by reference, and what has been said of each.

A shipment travels by itself: handed in after an hour, on its way after six, out and delivered the next day at
the hours of `JOURNEY`. A control can say something else of it, and then it travels no more by itself.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

JOURNEY: Final = (
    ("booked", timedelta(0)),
    ("accepted", timedelta(hours=1)),
    ("in_transit", timedelta(hours=6)),
    ("out_for_delivery", timedelta(hours=22)),
    ("delivered", timedelta(hours=26)),
)


@dataclass
class Shipment:
    """One parcel."""

    tracking: str
    booked_at: datetime
    said: list[tuple[str, datetime]] = field(default_factory=list)


class Books:
    """All shipments. Safe to use from several threads."""

    def __init__(self, *, virtual: bool) -> None:
        self._virtual = virtual
        self._lock = threading.Lock()
        self.reset()

    def reset(self) -> None:
        """Begin with nothing, on the machine's time."""
        self._now = datetime.now(UTC)
        self._by_reference: dict[str, Shipment] = {}
        self.requests = 0
        self.broken = False

    def now(self) -> datetime:
        """The machine's time, or where the virtual clock stands."""
        return self._now if self._virtual else datetime.now(UTC)

    def set_clock(self, instant: datetime) -> None:
        """Move the virtual clock."""
        self._now = instant.astimezone(UTC)

    def book(self, reference: str) -> Shipment:
        """The shipment of a reference: made at the first asking, the same ever after."""
        with self._lock:
            self.requests += 1
            number = len(self._by_reference) + 1
            return self._by_reference.setdefault(reference, Shipment(f"SIM{number:09d}SE", self.now()))

    def scans(self, tracking: str) -> list[tuple[str, datetime]] | None:
        """What has been said up to now; none when there is no such shipment."""
        with self._lock:
            self.requests += 1
            shipment = self._find(tracking)
            if shipment is None:
                return None
            if shipment.said:
                return list(shipment.said)
            journey = [(code, shipment.booked_at + after) for code, after in JOURNEY]
            return [(code, at) for code, at in journey if at <= self.now()]

    def say(self, tracking: str, code: str) -> bool:
        """Something happens to a parcel now; False when there is none."""
        before = self.scans(tracking)
        with self._lock:
            shipment = self._find(tracking)
            if shipment is None:
                return False
            shipment.said = [*(before or []), (code, self.now())]
            return True

    def _find(self, tracking: str) -> Shipment | None:
        return next((each for each in self._by_reference.values() if each.tracking == tracking), None)
