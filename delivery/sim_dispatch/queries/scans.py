"""What the carrier said of parcels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from delivery.sim_dispatch import repository
from delivery.sim_dispatch.domain.carrier import scan_words
from kernel.language import Text


@dataclass(frozen=True, slots=True)
class ScanLine:
    """One thing that the carrier said."""

    text: Text
    at: datetime


def scan_lines(session: Session, parcel_ids: Iterable[UUID]) -> dict[UUID, list[ScanLine]]:
    """By parcel, newest first."""
    found: dict[UUID, list[ScanLine]] = defaultdict(list)
    for scan in repository.scans(session, parcel_ids):
        found[scan.parcel_id].insert(0, ScanLine(scan_words(scan.code), scan.at))
    return found
