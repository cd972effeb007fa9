"""The network freeze (nätfrys): who may do what on an access while it lasts (KO-04, open-fibre 1.8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.parties import Party


class Action(StrEnum):
    """What somebody may want to do to an access."""

    ORDER = "order"
    CHANGE = "change"
    FORCED_ORDER = "forced_order"
    DATA_UPLOAD = "data_upload"
    FAULT_TICKET = "fault_ticket"
    EMERGENCY_DISCONNECT = "emergency_disconnect"


STILL_ALLOWED: Final = frozenset({Action.FAULT_TICKET, Action.EMERGENCY_DISCONNECT})

# Whose word a freeze window needs, beside that of every provider with agreement.
CONFIRMED_BY: Final = (Party.AKO, Party.TKO)

EFFECTS: Final = (
    (Party.AKO, Text(sv="ingen provisionering", en="no provisioning")),
    (Party.TKO, Text(sv="inga beställningar", en="no orders")),
    (Party.TLA, Text(sv="ingen nyförsäljning under nätfrysen", en="no sales during the freeze")),
    (Party.TLU, Text(sv="ingen nyförsäljning, utan slut", en="no sales, without end")),
)


@dataclass(frozen=True, slots=True)
class Window:
    """A freeze, both days counted."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def refuses(self, action: Action, day: date) -> bool:
        """Whether an action on a frozen access must wait."""
        return self.holds(day) and action not in STILL_ALLOWED


def sales_stopped(party: Party, window: Window, day: date) -> bool:
    """Whether a provider may not sell: during the freeze, and without agreement ever after."""
    return day >= window.first if party is Party.TLU else window.holds(day)
