"""Connected against Disconnected as each party sees it (KO-04): providers see their own rows and receipts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from openfibre.operator_change.domain.parties import PROVIDERS, Party
from openfibre.operator_change.domain.reconcile import (
    BLOCKING,
    LIST_OWNER,
    RECEIPTS,
    ListKind,
    RowStatus,
)
from openfibre.operator_change.domain.seat import Seat
from openfibre.operator_change.models import KoProject, KoWave
from openfibre.operator_change.queries.board import project_view
from openfibre.operator_change.queries.views import (
    AccessLine,
    ProjectView,
    ReceiptLine,
    WaveLine,
    WaveLists,
)
from openfibre.operator_change.repository import bulk, exchange, lists, projects

_SHOWN = 200
_OPEN = (*BLOCKING, RowStatus.PENDING)


def reconciliation(session: Session, actor: Actor, project_id: UUID, *, now: datetime) -> list[WaveLists]:
    """Every wave of a project. Raises `NOT_FOUND`."""
    view = project_view(session, actor, project_id, now=now)
    project = projects.project(session, actor, project_id)
    lines = {line.id: line for line in view.waves}
    return [
        _wave(session, project, wave, lines[wave.id], view) for wave in projects.waves(session, project.id)
    ]


def _own(seat: Seat) -> list[UUID] | None:
    """The parts whose rows the asker sees; none when all: the operators, the owner and staff."""
    return None if seat.sees_whole() else [part.id for part in seat.mine]


def _hidden(seat: Seat) -> list[UUID]:
    """The incoming operator learns of a service without agreement only what it has itself connected."""
    knowing = {Party.AKO, Party.NO} & {part.party for part in seat.mine}
    return [] if knowing else [part.id for part in seat.parts(Party.TLU) if part not in seat.mine]


def _wave(session: Session, project: KoProject, wave: KoWave, line: WaveLine, view: ProjectView) -> WaveLists:
    seat = view.seat
    own = _own(seat)
    counts = lists.tally(session, wave.id, own=own)
    which = exchange.Which(wave.id, tuple(status.value for status in _OPEN), own, _hidden(seat))
    rows = exchange.accesses(session, which, _SHOWN)
    more = exchange.count_accesses(session, which) - len(rows) if len(rows) == _SHOWN else 0
    names = {part.id: part.name for part in seat.all}
    mine = {part.party for part in seat.mine}
    return WaveLists(
        wave=line,
        counts=tuple((status, counts[status]) for status in RowStatus),
        lists=tuple(
            found for kind in ListKind if (found := exchange.newest_list(session, wave.id, kind)) is not None
        ),
        receipts=tuple(receipt_lines(session, project, wave, seat)),
        rows=tuple(
            AccessLine(
                id=row.id,
                access_old=row.access_old,
                access_new=row.access_new or "",
                service=row.service_old,
                provider=names[row.provider_id],
                outcome=row.outcome,
                down_on=row.down_on,
                up_on=row.up_on,
                waived_reason=row.waived_reason,
                waived_by=row.waived_by,
            )
            for row in rows
        ),
        more_rows=more,
        owns=tuple(kind for kind in ListKind if LIST_OWNER[kind] in mine),
        may_waive=bool({Party.TKO, Party.AKO} & mine),
    )


def receipt_lines(session: Session, project: KoProject, wave: KoWave, seat: Seat) -> list[ReceiptLine]:
    """Every receipt that the flow asks for, given or not on the list as it now stands."""
    given = {(each.kind, each.party_id, each.list_hash): each for each in projects.receipts(session, wave.id)}
    concerned = bulk.providers_of_wave(session, wave.id)
    mine = {part.id for part in seat.mine}
    whole = {kind: lists.fingerprint(session, wave.id, kind) for kind in ListKind}
    lines = []
    for receipt in RECEIPTS[project.flow]:
        for part in seat.parts(receipt.party):
            if part.party in PROVIDERS and (part.id not in concerned or not _may_see(seat, part.id)):
                continue
            digest, rows = whole[receipt.kind]
            if receipt.each:
                digest, rows = lists.fingerprint(session, wave.id, receipt.kind, own=part.id)
            found = given.get((receipt.kind.value, part.id, digest))
            lines.append(
                ReceiptLine(
                    kind=receipt.kind,
                    part=part,
                    by=found.by if found else "",
                    at=found.at if found else None,
                    rows=rows if part.id in mine or seat.sees_whole() else 0,
                    is_mine=part.id in mine,
                )
            )
    return lines


def _may_see(seat: Seat, part_id: UUID) -> bool:
    return seat.sees_whole() or part_id in {part.id for part in seat.mine}
