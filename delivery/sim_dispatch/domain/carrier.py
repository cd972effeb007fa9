"""What a carrier says of a parcel, and what follows (SM-03). Words that are not here are kept and change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from delivery.domain.states import ParcelEvent
from kernel.language import Text

# How long until the next look: while it travels, and after the carrier could not be asked.
LOOK_EVERY: Final = timedelta(hours=2)
LOOK_AGAIN: Final = timedelta(minutes=15)
# A carrier that says nothing new for so long has lost the parcel as far as its planner is concerned.
QUIET: Final = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Scan:
    """One row of a carrier's words: in ours, and the step it makes."""

    text: Text
    event: ParcelEvent | None = None


SCANS: Final = {
    "booked": Scan(Text(sv="Bokat hos transportören", en="Booked with the carrier")),
    "accepted": Scan(Text(sv="Inlämnat", en="Handed in")),
    "in_transit": Scan(Text(sv="På väg", en="On its way")),
    "out_for_delivery": Scan(Text(sv="Körs ut i dag", en="Out for delivery today")),
    "at_agent": Scan(Text(sv="Kan hämtas hos ombud", en="Can be collected at an agent")),
    "delivered": Scan(Text(sv="Utlämnat", en="Delivered"), ParcelEvent.DELIVER),
    "returned": Scan(Text(sv="I retur till oss", en="Returned to us"), ParcelEvent.RETURN),
    "lost": Scan(Text(sv="Kom bort hos transportören", en="Lost by the carrier"), ParcelEvent.LOSE),
}


def scan_words(code: str) -> Text:
    """A carrier's word in ours; an unknown one as it is."""
    known = SCANS.get(code)
    return known.text if known else Text(sv=code, en=code)
