"""What the carrier said of parcels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from delivery.sim_dispatch.domain.carrier import scan_words
from delivery.sim_dispatch.models import ParcelScan
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class ScanLine:
    """One thing that the carrier said."""

    text: Text
    at: datetime


def scans_by_parcel(scans: Iterable[ParcelScan]) -> dict[UUID, list[ScanLine]]:
    """Scans in the order of their positions; by parcel, newest first."""
    found: dict[UUID, list[ScanLine]] = defaultdict(list)
    for scan in scans:
        found[scan.parcel_id].insert(0, ScanLine(scan_words(scan.code), scan.at))
    return found
