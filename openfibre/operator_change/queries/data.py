"""The data exchange of a project as one party sees it, and the files it may fetch (KO-03)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.columns import PLAIN
from openfibre.operator_change.domain.parties import PROVIDERS
from openfibre.operator_change.domain.routes import Content, routes
from openfibre.operator_change.domain.seat import Seat
from openfibre.operator_change.domain.states import LIVE_DATA, DataSetState
from openfibre.operator_change.models import KoDataSet, KoSealedFetch, KoSealedFile, KoWave
from openfibre.operator_change.queries.views import DataSetLine, DataView, SealedLine
from openfibre.operator_change.repository import bulk, exchange, projects


def data_view(session: Session, actor: Actor, project_id: UUID) -> DataView:
    """Raises `NOT_FOUND`."""
    project = projects.project(session, actor, project_id)
    seat = projects.seat(session, actor, project.id)
    waves = {wave.id: wave for wave in projects.waves(session, project.id)}
    ways = tuple((part, way) for part in seat.mine for way in routes(project.flow, part.party))
    sets = exchange.data_sets(session, project.id)
    lines = tuple(
        line for each in sets if (line := _line(session, each, waves[each.wave_id], seat)) is not None
    )
    keys = [each.age_recipient for each in projects.parties(session, project.id) if each.id in seat.own]
    return DataView(ways, lines, _sealed(session, sets, seat), any(keys))


def _line(session: Session, data_set: KoDataSet, wave: KoWave, seat: Seat) -> DataSetLine | None:
    mine = any(part.id == data_set.sender_id for part in seat.mine)
    got = _receives(session, data_set, wave, seat)
    if not mine and not got:
        return None
    sender = next(part for part in seat.all if part.id == data_set.sender_id)
    return DataSetLine(
        id=data_set.id,
        wave_number=wave.number,
        route=f"{sender.party} → {' + '.join(data_set.receivers)}",
        content=data_set.content.value,
        state=data_set.state,
        filename=data_set.filename,
        sha256=data_set.sha256,
        rows=data_set.rows if mine else 0,
        rejected=data_set.rejected if mine else 0,
        findings=tuple(data_set.findings) if mine else (),
        counts=data_set.counts if mine else {},
        by=data_set.by,
        at=data_set.at,
        sensitive=data_set.sensitive,
        is_mine=mine,
        may_fetch=got and data_set.state in LIVE_DATA and not data_set.sensitive,
    )


def _receives(session: Session, data_set: KoDataSet, wave: KoWave, seat: Seat) -> bool:
    """Whether a file holds something for the asker. Migration data with faults has not been delivered."""
    mine = [part for part in seat.mine if part.party.value in data_set.receivers]
    if not mine or data_set.state is DataSetState.REFUSED:
        return False
    if any(part.party not in PROVIDERS for part in mine) or seat.is_staff:
        return True
    if data_set.content is Content.MIGRATION and data_set.state is DataSetState.FAULTY:
        return False
    concerned = bulk.providers_in(session, data_set.id) or bulk.providers_of_wave(session, wave.id)
    return any(part.id in concerned for part in mine)


def _sealed(session: Session, sets: list[KoDataSet], seat: Seat) -> tuple[SealedLine, ...]:
    files = exchange.sealed_files(session, [each.id for each in sets if each.sensitive])
    return tuple(_sealed_line(session, each) for each in files if each.party_id in seat.own)


def _sealed_line(session: Session, sealed: KoSealedFile) -> SealedLine:
    fetches = session.exec(
        select(KoSealedFetch).where(KoSealedFetch.sealed_id == sealed.id).order_by(col(KoSealedFetch.id))
    ).all()
    return SealedLine(
        id=sealed.id,
        name=sealed.name,
        rows=sealed.rows,
        sha256=sealed.sha256,
        at=sealed.at,
        is_gone=sealed.content is None,
        fetches=tuple((each.at, each.by, each.outcome) for each in fetches),
    )


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows to hand out: the heading, and the rows that the asker may have."""

    content: Content
    heading: list[str]
    rows: Iterator[tuple[Any, ...]]


def extract(session: Session, actor: Actor, project_id: UUID, data_set_id: UUID) -> Extract:
    """The rows of a file for its receiver: a provider's own, everybody else's all. Raises `NOT_FOUND`."""
    project = projects.project(session, actor, project_id)
    data_set = projects.one_of_project(session, KoDataSet, project.id, data_set_id)
    wave = session.get_one(KoWave, data_set.wave_id)
    seat = projects.seat(session, actor, project.id)
    line = _line(session, data_set, wave, seat)
    if line is None or not line.may_fetch:
        raise NOT_FOUND.error()
    own = _own_only(data_set, seat)
    rows = bulk.rows_of(session, data_set.id, wave_id=wave.id, own=own)
    return Extract(data_set.content, [column.name for column in PLAIN], rows)


def _own_only(data_set: KoDataSet, seat: Seat) -> list[UUID] | None:
    """The parts whose rows may be seen; none when all may."""
    mine = [part for part in seat.mine if part.party.value in data_set.receivers]
    if seat.is_staff or any(part.party not in PROVIDERS for part in mine):
        return None
    return [part.id for part in mine]
