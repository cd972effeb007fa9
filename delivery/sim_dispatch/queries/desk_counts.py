"""What the top of the SIM desk counts: the stock by kind and state, and how much waits in each list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Integer, String, cast, func, literal, union_all
from sqlalchemy import select as columns
from sqlmodel import Session, col

from delivery.domain.queues import Queue
from delivery.domain.sims import ESIM, SIM
from delivery.domain.states import ParcelState, SimState
from delivery.models import Parcel, SimCard
from delivery.sim_dispatch.domain.desk import KINDS, LEVEL_UNLESS_SET, DeskList, StockLine
from delivery.sim_dispatch.models import SimStockLevel
from delivery.sim_dispatch.queries.desk_rows import in_open_case, is_replaced
from delivery.workspace.models import CaseStanding

_CARD, _PARCEL, _COMING, _LEVEL, _LIST = "card", "parcel", "coming", "level", "list"
_WANTED: Final = ((SIM, "cards"), (ESIM, "profiles"))


@dataclass(frozen=True, slots=True)
class DeskTop:
    """The stock, a line for each kind, and how many wait in the lists that wait for somebody."""

    stock: tuple[StockLine, ...]
    waiting: dict[DeskList, int]


def desk_top(session: Session) -> DeskTop:
    """One statement, whatever the number of cases and cards."""
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for what, first, second, count in session.execute(union_all(*_parts())):
        found[what][first, second] = int(count or 0)
    cards, parcels, lists = found[_CARD], found[_PARCEL], found[_LIST]
    return DeskTop(
        stock=tuple(
            StockLine(
                kind,
                {SimState(state): count for (each, state), count in cards.items() if each == kind},
                found[_COMING].get((kind, ""), 0),
                found[_LEVEL].get((kind, ""), LEVEL_UNLESS_SET),
            )
            for kind in KINDS
        ),
        waiting={
            DeskList.SHORT: lists.get((DeskList.SHORT, ""), 0),
            DeskList.PACK: cards.get((SIM, SimState.RESERVED), 0),
            DeskList.SEND: parcels.get((ParcelState.PACKING, ""), 0),
            DeskList.ON_WAY: parcels.get((ParcelState.DISPATCHED, ""), 0),
            DeskList.RETURNED: parcels.get((ParcelState.RETURNED, ""), 0),
            DeskList.LOST: lists.get((DeskList.LOST, ""), 0),
        },
    )


def _parts() -> list[Any]:
    none, state = literal(""), cast(col(SimCard.state), String)
    parcel_state = cast(col(Parcel.state), String)
    is_open = col(CaseStanding.queue) != Queue.ENDED.value
    return [
        columns(literal(_CARD), col(SimCard.kind), state, func.count()).group_by(
            col(SimCard.kind), col(SimCard.state)
        ),
        columns(literal(_PARCEL), parcel_state, none, func.count())
        .where(col(Parcel.state).in_((ParcelState.PACKING, ParcelState.DISPATCHED)))
        .group_by(col(Parcel.state)),
        columns(literal(_PARCEL), parcel_state, none, func.count())
        .where(col(Parcel.state) == ParcelState.RETURNED, in_open_case(Parcel.case_id))
        .group_by(col(Parcel.state)),
        columns(literal(_LIST), literal(DeskList.LOST.value), none, func.count())
        .select_from(SimCard)
        .where(col(SimCard.state) == SimState.LOST, in_open_case(SimCard.case_id), ~is_replaced()),
        *(
            columns(literal(_COMING), literal(kind), none, func.sum(_wants(name))).where(is_open)
            for kind, name in _WANTED
        ),
        columns(literal(_LIST), literal(DeskList.SHORT.value), none, func.sum(_wants("now"))).where(is_open),
        columns(literal(_LEVEL), col(SimStockLevel.kind), none, col(SimStockLevel.at_least)),
    ]


def _wants(name: str) -> Any:
    """What a case wants of the stock, as its standing keeps it."""
    return cast(col(CaseStanding.line)["sims"][name].as_string(), Integer)
