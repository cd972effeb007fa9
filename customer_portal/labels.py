"""States in the customer's words, with the hue that helps (never alone)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from delivery.domain.states import ParcelState
from kernel.language import Text

if TYPE_CHECKING:
    from delivery.domain.facts import NumberCounts

NUMBER_LABELS: Final = {
    "ported": Text(sv="flyttade", en="moved"),
    "confirmed": Text(sv="klara för flytt", en="ready to move"),
    "pending": Text(sv="väntar på svar", en="awaiting answer"),
    "rejected": Text(sv="behöver rättas", en="to be corrected"),
    "gone": Text(sv="flyttas inte", en="not moved"),
}
NUMBER_STATES: Final = {
    "pending": (NUMBER_LABELS["pending"], "wait"),
    "confirmed": (NUMBER_LABELS["confirmed"], "now"),
    "rejected": (NUMBER_LABELS["rejected"], "bad"),
    "ported": (Text(sv="flyttat", en="moved"), "good"),
    "cancelled": (NUMBER_LABELS["gone"], ""),
    "excluded": (NUMBER_LABELS["gone"], ""),
    "failed": (Text(sv="flytten misslyckades", en="the move failed"), "bad"),
    "ported_back": (Text(sv="flyttat tillbaka", en="moved back"), ""),
    "returned": (Text(sv="återlämnat", en="given back"), ""),
}
PARCEL_LABELS: Final = {
    ParcelState.PACKING: Text(sv="packas", en="being packed"),
    ParcelState.DISPATCHED: Text(sv="på väg", en="on its way"),
    ParcelState.DELIVERED: Text(sv="framme", en="arrived"),
    ParcelState.RETURNED: Text(sv="i retur", en="returned"),
    ParcelState.LOST: Text(sv="kom bort, nytt skickas", en="lost, another is sent"),
}
PARCEL_HUES: Final = {
    ParcelState.PACKING: "",
    ParcelState.DISPATCHED: "wait",
    ParcelState.DELIVERED: "good",
    ParcelState.RETURNED: "bad",
    ParcelState.LOST: "bad",
}
STANDING_HUES: Final = {"done": "good", "waived": "", "open": "now", "waiting": "wait", "blocked": ""}


def number_counts(numbers: NumberCounts) -> list[tuple[str, int]]:
    """Counts in the order of the bar."""
    return [
        ("ported", numbers.ported),
        ("confirmed", numbers.confirmed),
        ("pending", numbers.pending),
        ("rejected", numbers.rejected),
        ("gone", numbers.cancelled + numbers.excluded),
    ]
