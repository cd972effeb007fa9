"""Connected against Disconnected: what each access came to, and which receipts end a wave (KO-04)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from kernel.language import Text
from openfibre.operator_change.domain.parties import Flow, Party


class RowStatus(StrEnum):
    """What became of one service on one access."""

    PENDING = "PENDING"
    MATCHED = "MATCHED"
    ENDED = "ENDED"
    DARK = "DARK"
    DOUBLE = "DOUBLE"
    UNEXPECTED_UP = "UNEXPECTED_UP"
    NOT_MIGRATED = "NOT_MIGRATED"


STATUS_NAMES: Final = {
    RowStatus.PENDING: Text(sv="väntar", en="pending"),
    RowStatus.MATCHED: Text(sv="flyttad", en="moved"),
    RowStatus.ENDED: Text(sv="upphörd: byte av TL eller avslut", en="ended: change provider or end"),
    RowStatus.DARK: Text(sv="utan tjänst", en="without service"),
    RowStatus.DOUBLE: Text(sv="två KO levererar", en="two operators deliver"),
    RowStatus.UNEXPECTED_UP: Text(sv="uppkopplad utan KO-avtal", en="connected without agreement"),
    RowStatus.NOT_MIGRATED: Text(sv="inte flyttad", en="not moved"),
}
BLOCKING: Final = frozenset(
    {RowStatus.DARK, RowStatus.DOUBLE, RowStatus.UNEXPECTED_UP, RowStatus.NOT_MIGRATED}
)

# (on Disconnected, on Connected, provider has agreement) → status. SQL joins this same table.
OUTCOMES: Final = {
    (True, True, True): RowStatus.MATCHED,
    (True, True, False): RowStatus.UNEXPECTED_UP,
    (True, False, True): RowStatus.DARK,
    (True, False, False): RowStatus.ENDED,
    (False, True, True): RowStatus.DOUBLE,
    (False, True, False): RowStatus.DOUBLE,
    (False, False, True): RowStatus.PENDING,
    (False, False, False): RowStatus.PENDING,
}


def reconcile(*, down: bool, up: bool, has_agreement: bool, over: bool) -> RowStatus:
    """The status of a row. `over` once the day after the migration has ended."""
    status = OUTCOMES[down, up, has_agreement]
    return RowStatus.NOT_MIGRATED if over and status is RowStatus.PENDING else status


def is_over(technical_on: date, today: date) -> bool:
    """Whether the day after the migration has ended, in Stockholm."""
    return today > technical_on + timedelta(days=1)


class ListKind(StrEnum):
    """The two lists: AKO owns Disconnected, TKO owns Connected."""

    DISCONNECTED = "Disconnected"
    CONNECTED = "Connected"


LIST_OWNER: Final = {ListKind.DISCONNECTED: Party.AKO, ListKind.CONNECTED: Party.TKO}


@dataclass(frozen=True, slots=True)
class Receipt:
    """A signature on a list that must be there. `each` when every provider of the sort signs its own rows."""

    kind: ListKind
    party: Party

    @property
    def each(self) -> bool:
        return self.party is Party.TLA


_DOWN, _UP = ListKind.DISCONNECTED, ListKind.CONNECTED
RECEIPTS: Final = {
    Flow.I: (
        Receipt(_DOWN, Party.AKO),
        Receipt(_DOWN, Party.TKO),
        Receipt(_UP, Party.TKO),
        Receipt(_UP, Party.AKO),
        Receipt(_UP, Party.TLA),
    ),
    Flow.II: (Receipt(_DOWN, Party.AKO), Receipt(_UP, Party.TKO), Receipt(_UP, Party.TLA)),
}


def bills(day: date, brytpunkt_on: date) -> Party:
    """Who bills an access on a day: the commercial cut-over decides, whenever it was migrated technically."""
    return Party.TKO if day >= brytpunkt_on else Party.AKO
