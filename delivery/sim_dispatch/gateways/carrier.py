"""Whoever carries parcels, as we need it: whatever speaks this can be asked where a parcel is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


class CarrierUnavailable(Exception):  # noqa: N818  (an answer about the carrier: ask again later)
    """The carrier could not be asked, or answered nothing we can read. Nothing is known by it."""


@dataclass(frozen=True, slots=True)
class CarrierScan:
    """Something the carrier says of a parcel. `position` counts from 1 in the parcel's own order."""

    position: int
    code: str
    at: datetime


class Carrier(Protocol):
    """None of its calls is made inside a transaction."""

    name: str

    def book(self, reference: str, address: Mapping[str, str]) -> str:
        """The tracking number for our parcel; the same reference gets the same one. Raises `CarrierUnavailable`."""
        ...

    def track(self, tracking: str) -> list[CarrierScan]:
        """Everything said of a parcel so far, oldest first; nothing of one unknown. Raises `CarrierUnavailable`."""
        ...
