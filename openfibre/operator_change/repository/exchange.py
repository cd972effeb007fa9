"""Files of the data exchange, lists and sealed files: rows about them, not the rows in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from accounts.domain.actor import Actor
from infra.transitions import StateHistory
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import ListKind
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.domain.states import (
    DATA_SET,
    LIVE_DATA,
    DataSetEvent,
    DataSetState,
    ProjectState,
)
from openfibre.operator_change.models import (
    KoAccess,
    KoDataSet,
    KoList,
    KoParty,
    KoProject,
    KoSealedFile,
    KoWave,
)
from openfibre.operator_change.repository.projects import seen_by


def data_sets(session: Session, project_id: UUID, *, wave_id: UUID | None = None) -> list[KoDataSet]:
    """Files of a project, newest first; of one wave if named."""
    query = select(KoDataSet).where(KoDataSet.project_id == project_id)
    if wave_id is not None:
        query = query.where(KoDataSet.wave_id == wave_id)
    return list(session.exec(query.order_by(col(KoDataSet.id).desc())).all())


def live(
    session: Session,
    wave_id: UUID,
    content: Content,
    sender: Party,
    receiver: Party | None = None,
    *,
    only_faultless: bool = False,
) -> list[KoDataSet]:
    """The files that hold in a wave: the newest from each sender, some rows rejected or none."""
    states = (DataSetState.ACCEPTED,) if only_faultless else LIVE_DATA
    found = session.exec(
        select(KoDataSet)
        .join(KoParty, col(KoParty.id) == KoDataSet.sender_id)
        .where(
            KoDataSet.wave_id == wave_id,
            KoDataSet.content == content,
            KoParty.party == sender,
            col(KoDataSet.state).in_(states),
            col(KoDataSet.sensitive).is_(False),
        )
        .order_by(col(KoDataSet.id))
    ).all()
    return [each for each in found if receiver is None or receiver.value in each.receivers]


def superseded_by(session: Session, data_set: KoDataSet) -> list[KoDataSet]:
    """Earlier files of the same sender, content and way, whose place this one takes."""
    earlier = session.exec(
        select(KoDataSet).where(
            KoDataSet.wave_id == data_set.wave_id,
            KoDataSet.content == data_set.content,
            KoDataSet.sender_id == data_set.sender_id,
            KoDataSet.sensitive == data_set.sensitive,
            KoDataSet.id != data_set.id,
            col(KoDataSet.state).in_(LIVE_DATA),
        )
    ).all()
    return [each for each in earlier if sorted(each.receivers) == sorted(data_set.receivers)]


def newest_list(session: Session, wave_id: UUID, kind: ListKind) -> KoList | None:
    """The list of a kind that holds."""
    query = select(KoList).where(KoList.wave_id == wave_id, KoList.kind == kind)
    return session.exec(query.order_by(col(KoList.id).desc())).first()


def delivered(session: Session, wave_id: UUID, content: Content) -> list[datetime]:
    """When faultless data went from the TKO to the providers, oldest first, replaced files too."""
    accepted = select(StateHistory.entity_id).where(
        StateHistory.entity == DATA_SET.name, StateHistory.event == DataSetEvent.ACCEPT.value
    )
    query = (
        select(KoDataSet.at)
        .join(KoParty, col(KoParty.id) == KoDataSet.sender_id)
        .where(
            KoDataSet.wave_id == wave_id,
            KoDataSet.content == content,
            KoParty.party == Party.TKO,
            ~col(KoDataSet.sensitive),
            col(KoDataSet.id).in_(accepted),
        )
        .order_by(col(KoDataSet.id))
    )
    return list(session.exec(query).all())


def sealed_files(session: Session, data_set_ids: list[UUID]) -> list[KoSealedFile]:
    """The protected files made of some uploads."""
    query = select(KoSealedFile).where(col(KoSealedFile.data_set_id).in_(data_set_ids))
    return list(session.exec(query.order_by(col(KoSealedFile.id))).all())


@dataclass(frozen=True, slots=True)
class Which:
    """Which accesses of a wave: by outcome, of some providers if named; of `only_up_of` those on Connected only."""

    wave_id: UUID
    outcomes: tuple[str, ...]
    provider_ids: list[UUID] | None
    only_up_of: list[UUID]

    def where(self) -> list[ColumnElement[bool]]:
        found = [col(KoAccess.wave_id) == self.wave_id, col(KoAccess.outcome).in_(self.outcomes)]
        if self.provider_ids is not None:
            found.append(col(KoAccess.provider_id).in_(self.provider_ids))
        if self.only_up_of:
            hidden = col(KoAccess.provider_id).in_(self.only_up_of)
            found.append(~hidden | col(KoAccess.up_on).is_not(None))
        return found


def accesses(session: Session, which: Which, limit: int) -> list[KoAccess]:
    """Those that still block first: rows that were waived must not hide those that nobody has seen to."""
    waived_last = (col(KoAccess.waived_reason) != "", col(KoAccess.id))
    query = select(KoAccess).where(*which.where()).order_by(*waived_last).limit(limit)
    return list(session.exec(query).all())


def count_accesses(session: Session, which: Which) -> int:
    """How many there are in all."""
    return session.scalar(select(func.count()).select_from(KoAccess).where(*which.where())) or 0


def frozen_waves(session: Session, access_id: str, actor: Actor | None = None) -> list[KoWave]:
    """The waves with a freeze window that hold an access, by its old or new id; of an actor's projects if named."""
    listed = select(KoAccess.wave_id).where(
        (KoAccess.access_old == access_id) | (KoAccess.access_new == access_id)
    )
    query = (
        select(KoWave)
        .join(KoProject, col(KoProject.id) == KoWave.project_id)
        .where(col(KoWave.id).in_(listed), col(KoWave.freeze_first).is_not(None))
        .where(KoProject.state != ProjectState.CANCELLED)
    )
    if actor is not None:
        query = query.where(seen_by(actor))
    return list(session.exec(query).all())
