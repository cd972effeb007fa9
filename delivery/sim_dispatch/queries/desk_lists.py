"""The SIM desk's lists over all cases, each a page at a time, each page one statement however deep it lies.

Planners see every case, so nothing here asks whose it is (PA-01). PIN and PUK are never read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Integer, cast, func, tuple_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from accounts.models import Organisation
from delivery.domain.queues import Queue
from delivery.domain.sims import SIM
from delivery.domain.states import ParcelState, SimState
from delivery.models import CaseNote, CustomerUser, DeliveryCase, Parcel, SimCard
from delivery.sim_dispatch.domain.carrier import QUIET, scan_words
from delivery.sim_dispatch.domain.desk import PARCELS_IN, DeskFilter, DeskList
from delivery.sim_dispatch.queries.desk_rows import (
    CardRow,
    DeskPage,
    OfCase,
    ParcelRow,
    RevealRow,
    WaitingRow,
    in_open_case,
    is_replaced,
)
from delivery.workspace.models import CaseStanding

PAGE: Final = 50
_CASE: Final = (
    col(DeliveryCase.id),
    col(DeliveryCase.reference),
    col(Organisation.name),
    col(DeliveryCase.go_live_on),
)
_BY_DAY: Final = (col(DeliveryCase.go_live_on), col(DeliveryCase.id))
Ids = Sequence[UUID] | None


def desk_page(
    session: Session, wanted: DeskFilter, *, ids: Ids, after: str, now: datetime, limit: int = PAGE
) -> DeskPage:
    """A page of the list asked for; `ids` are the cases that a search found, none when nobody searched."""
    if wanted.what in PARCELS_IN:
        return _parcels(session, wanted, ids, after, now, limit)
    return _LISTS[wanted.what](session, wanted, ids, after, limit)


def _with_case(query: Any, case_id: Any, ids: Ids) -> Any:
    found = query.join(DeliveryCase, col(DeliveryCase.id) == case_id).join(
        Organisation, col(Organisation.id) == DeliveryCase.customer_id
    )
    return found if ids is None else found.where(col(DeliveryCase.id).in_(ids))


def _cut(rows: Sequence[Any], limit: int, mark: Callable[[Any], str]) -> tuple[Sequence[Any], str]:
    """A page, and where the next one begins."""
    shown = rows[:limit]
    return shown, mark(shown[-1]) if len(rows) > limit else ""


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _after_day(text: str) -> Any:
    """Past which case a page by go-live day begins; what no link of ours says begins at the top."""
    day, _, case_id = text.partition("_")
    try:
        return tuple_(*_BY_DAY) > (date.fromisoformat(day), UUID(case_id))
    except ValueError:
        return True


def _waiting(session: Session, query: Any, after: str, limit: int) -> DeskPage:
    rows = session.execute(query.where(_after_day(after)).order_by(*_BY_DAY).limit(limit + 1)).all()
    shown, rest = _cut(rows, limit, lambda row: f"{row[3]}_{row[0]}")
    return DeskPage(tuple(WaitingRow(OfCase(*row[:4]), *row[4:]) for row in shown), rest)


def _short(session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int) -> DeskPage:
    """Cases with users whose number is confirmed and who have no card, as their standings keep it."""
    sims = col(CaseStanding.line)["sims"]
    now, cards, profiles = (cast(sims[name].as_string(), Integer) for name in ("now", "cards", "profiles"))
    query = columns(*_CASE, cards, profiles).select_from(CaseStanding)
    query = query.where(col(CaseStanding.queue) != Queue.ENDED.value, now > 0)
    if wanted.kind:
        query = query.where((cards if wanted.kind == SIM else profiles) > 0)
    return _waiting(session, _with_case(query, CaseStanding.case_id, ids), after, limit)


def _pack(session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int) -> DeskPage:
    query = (
        columns(*_CASE, func.count())
        .select_from(SimCard)
        .where(col(SimCard.state) == SimState.RESERVED, col(SimCard.kind) == SIM, *_begins(wanted))
        .group_by(*_CASE)
    )
    return _waiting(session, _with_case(query, SimCard.case_id, ids), after, limit)


def _begins(wanted: DeskFilter) -> list[Any]:
    if not wanted.iccid:
        return []
    return [col(SimCard.iccid).like(f"{wanted.iccid}%"), col(SimCard.iccid) != ""]


def _parcels(
    session: Session, wanted: DeskFilter, ids: Ids, after: str, now: datetime, limit: int
) -> DeskPage:
    """The oldest first, for it has waited longest; what came back, the newest first."""
    state, begins = PARCELS_IN[wanted.what], _id(after)
    inside = col(SimCard.parcel_id) == Parcel.id
    count = columns(func.count()).select_from(SimCard).where(inside).scalar_subquery()
    query = _with_case(columns(*_CASE, Parcel, count).select_from(Parcel), Parcel.case_id, ids)
    query = query.where(col(Parcel.state) == state)
    if wanted.iccid:
        query = query.where(select(SimCard.id).where(inside, *_begins(wanted)).exists())
    if state is ParcelState.RETURNED:
        query = query.where(in_open_case(Parcel.case_id)).order_by(col(Parcel.id).desc())
        query = query if begins is None else query.where(col(Parcel.id) < begins)
    else:
        query = query.order_by(col(Parcel.id))
        query = query if begins is None else query.where(col(Parcel.id) > begins)
    shown, rest = _cut(session.execute(query.limit(limit + 1)).all(), limit, lambda row: str(row[4].id))
    return DeskPage(tuple(_parcel(OfCase(*row[:4]), row[4], row[5], now) for row in shown), rest)


def _parcel(of: OfCase, parcel: Parcel, cards: int, now: datetime) -> ParcelRow:
    heard = parcel.carrier_said_at or parcel.dispatched_at
    return ParcelRow(
        of=of,
        id=parcel.id,
        reference=parcel.reference,
        state=parcel.state,
        address=parcel.address,
        cards=cards,
        tracking=parcel.tracking,
        created_at=parcel.created_at,
        dispatched_at=parcel.dispatched_at,
        said=scan_words(parcel.carrier_said) if parcel.carrier_said else None,
        said_at=parcel.carrier_said_at,
        is_quiet=parcel.state is ParcelState.DISPATCHED and heard is not None and heard + QUIET < now,
    )


def _lost(session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int) -> DeskPage:
    conditions = [col(SimCard.state) == SimState.LOST, in_open_case(SimCard.case_id)]
    return _card_page(session, wanted, ids, after, limit, conditions)


def _cards(session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int) -> DeskPage:
    conditions = [] if wanted.state is None else [col(SimCard.state) == wanted.state]
    return _card_page(session, wanted, ids, after, limit, conditions)


def _card_page(
    session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int, conditions: list[Any]
) -> DeskPage:
    """In the order of their numbers, as they lie in their boxes."""
    query: Any = (
        columns(*_CASE, SimCard, CustomerUser, col(Parcel.reference), is_replaced())
        .select_from(SimCard)
        .outerjoin(DeliveryCase, col(DeliveryCase.id) == SimCard.case_id)
        .outerjoin(Organisation, col(Organisation.id) == DeliveryCase.customer_id)
        .outerjoin(CustomerUser, col(CustomerUser.id) == SimCard.user_id)
        .outerjoin(Parcel, col(Parcel.id) == SimCard.parcel_id)
        .where(*conditions, *_begins(wanted), col(SimCard.iccid) > after[:20])
        .order_by(col(SimCard.iccid))
        .limit(limit + 1)
    )
    if ids is not None:
        query = query.where(col(SimCard.case_id).in_(ids))
    if wanted.kind:
        query = query.where(col(SimCard.kind) == wanted.kind)
    shown, rest = _cut(session.execute(query).all(), limit, lambda row: str(row[4].iccid))
    return DeskPage(tuple(_card(*row) for row in shown), rest)


def _card(
    case_id: UUID | None,
    reference: str,
    company: str,
    go_live_on: date,
    card: SimCard,
    user: CustomerUser | None,
    parcel: str | None,
    replaced: bool,
) -> CardRow:
    return CardRow(
        of=OfCase(case_id, reference, company, go_live_on) if case_id else None,
        iccid=card.iccid,
        kind=card.kind,
        state=card.state,
        user_name=(user.name or f"{user.first_name} {user.last_name}".strip()) if user else "",
        number=card.number,
        parcel=parcel or "",
        is_replaced=replaced,
    )


def _reveals(session: Session, wanted: DeskFilter, ids: Ids, after: str, limit: int) -> DeskPage:
    """The newest first."""
    about = col(CaseNote.facts)["about"].as_string()
    query = _with_case(columns(*_CASE, CaseNote, about), CaseNote.case_id, ids)
    query = query.where(col(CaseNote.kind) == "envelope").order_by(col(CaseNote.id).desc())
    if wanted.iccid:
        query = query.where(about.like(f"{wanted.iccid}%"))
    begins = _id(after)
    if begins is not None:
        query = query.where(col(CaseNote.id) < begins)
    shown, rest = _cut(session.execute(query.limit(limit + 1)).all(), limit, lambda row: str(row[4].id))
    return DeskPage(
        tuple(RevealRow(OfCase(*row[:4]), row[4].at, row[4].by, row[5], row[4].text) for row in shown), rest
    )


_LISTS: Final[dict[DeskList, Callable[[Session, DeskFilter, Ids, str, int], DeskPage]]] = {
    DeskList.SHORT: _short,
    DeskList.PACK: _pack,
    DeskList.LOST: _lost,
    DeskList.CARDS: _cards,
    DeskList.REVEALS: _reveals,
}
