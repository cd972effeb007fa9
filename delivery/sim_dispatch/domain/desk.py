"""The SIM desk: its lists over all cases, how an address narrows them, and when the stock is low (SM-01, SM-03)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

from delivery.domain.errors import STOCK_LEVEL_WRONG
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import ParcelState, SimState
from kernel.language import Text

KINDS: Final = (SIM, ESIM)
MOST: Final = 100_000
LEVEL_UNLESS_SET: Final = 50
"""Cards of a kind below which the stock is low until somebody says else; a guess, to be set by the operator."""


class DeskList(StrEnum):
    """The lists, in the order in which a card goes through them."""

    SHORT = "short"
    PACK = "pack"
    SEND = "send"
    ON_WAY = "on_way"
    RETURNED = "returned"
    LOST = "lost"
    CARDS = "cards"
    REVEALS = "reveals"


@dataclass(frozen=True, slots=True)
class ListRow:
    """A list's name, and what its being empty means."""

    title: Text
    empty: Text


LISTS: Final = {
    DeskList.SHORT: ListRow(
        Text(sv="Saknar kort", en="Lacking cards"),
        Text(
            sv="Ingen användare vars nummer är bekräftat saknar kort.",
            en="No user whose number is confirmed lacks a card.",
        ),
    ),
    DeskList.PACK: ListRow(
        Text(sv="Att packa", en="To pack"),
        Text(
            sv="Inga tilldelade kort väntar på att packas. Kort tilldelas allteftersom numren bekräftas.",
            en="No assigned cards wait to be packed. Cards are assigned as the numbers are confirmed.",
        ),
    ),
    DeskList.SEND: ListRow(
        Text(sv="Att lämna över", en="To hand over"),
        Text(sv="Inget packat paket väntar på transportören.", en="No packed parcel waits for the carrier."),
    ),
    DeskList.ON_WAY: ListRow(
        Text(sv="På väg", en="On the way"),
        Text(sv="Inget paket är på väg.", en="No parcel is on its way."),
    ),
    DeskList.RETURNED: ListRow(
        Text(sv="Kom i retur", en="Came back"),
        Text(
            sv="Inget paket i pågående ärenden har kommit i retur.",
            en="No parcel of a case under way has come back.",
        ),
    ),
    DeskList.LOST: ListRow(
        Text(sv="Borttappade", en="Lost"),
        Text(sv="Inget kort i pågående ärenden är borttappat.", en="No card of a case under way is lost."),
    ),
    DeskList.CARDS: ListRow(
        Text(sv="Alla kort", en="All cards"),
        Text(
            sv="Inget kort stämmer med urvalet. Läs in en fil från korttillverkaren för att fylla lagret.",
            en="No card fits what was asked for. Take in a file from the cards' maker to fill the stock.",
        ),
    ),
    DeskList.REVEALS: ListRow(
        Text(sv="Visade koder", en="Codes shown"),
        Text(
            sv="Ingen PIN eller PUK har visats. Varje gång någon gör det står det här.",
            en="No PIN or PUK has been shown. Each time that somebody does, it stands here.",
        ),
    ),
}
PARCELS_IN: Final = {
    DeskList.SEND: ParcelState.PACKING,
    DeskList.ON_WAY: ParcelState.DISPATCHED,
    DeskList.RETURNED: ParcelState.RETURNED,
}


@dataclass(frozen=True, slots=True)
class DeskFilter:
    """What to show. `q` names a case, a company or a number; `iccid` is how a card's number begins."""

    what: DeskList = DeskList.PACK
    q: str = ""
    iccid: str = ""
    kind: str = ""
    state: SimState | None = None

    def query(self) -> dict[str, str]:
        """As it stands in an address: only what narrows, and the list."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    @property
    def narrows(self) -> bool:
        return bool(self.query().keys() - {"what"})


def read_desk_filter(given: Mapping[str, str]) -> DeskFilter:
    """A filter from an address. What cannot be read narrows nothing: an old link still shows the desk."""
    what, state, kind = given.get("what", ""), given.get("state", ""), given.get("kind", "")
    return DeskFilter(
        what=DeskList(what) if what in set(DeskList) else DeskList.PACK,
        q=" ".join(given.get("q", "").replace("\x00", "").split())[:100],
        iccid=re.sub(r"\D", "", given.get("iccid", ""))[:20],
        kind=kind if kind in KINDS else "",
        state=SimState(state) if state in set(SimState) else None,
    )


@dataclass(frozen=True, slots=True)
class StockLine:
    """One kind of card: how many stand where, what open cases still want, and below what the stock is low."""

    kind: str
    counts: Mapping[SimState, int]
    coming: int
    level: int

    @property
    def free(self) -> int:
        return self.counts.get(SimState.IN_STOCK, 0)

    @property
    def is_short(self) -> bool:
        """The signed lists of open cases name more users than there are cards."""
        return self.free < self.coming

    @property
    def is_low(self) -> bool:
        return self.free < self.level


def read_level(text: str) -> int:
    """A level as typed. Raises `STOCK_LEVEL_WRONG`."""
    if not text.strip().isdecimal() or int(text) > MOST:
        raise STOCK_LEVEL_WRONG.error("at_least", most=MOST)
    return int(text)
