"""Projects, their parties and waves, and what hangs on them. Whose rows one sees is decided here."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, SQLModel, col, select

from accounts.domain.actor import Actor, ActorKind
from kernel.errors import NOT_FOUND
from openfibre.operator_change.domain.errors import PROJECT_OVER, WAVE_CLOSED
from openfibre.operator_change.domain.seat import Part, Seat
from openfibre.operator_change.domain.states import ProjectState, WaveState
from openfibre.operator_change.models import (
    PROJECT_REFERENCES,
    KoActivity,
    KoConsent,
    KoDeadline,
    KoDocument,
    KoFreezeWord,
    KoParty,
    KoProject,
    KoReceipt,
    KoWave,
)

Row = TypeVar("Row", bound=SQLModel)
_STAFF = (ActorKind.PLANNER, ActorKind.SYSTEM)
_OVER = (ProjectState.CLOSED, ProjectState.CANCELLED)


def next_reference(session: Session) -> str:
    """KO-1001 and on."""
    return f"KO-{session.scalar(select(PROJECT_REFERENCES.next_value()))}"


def seen_by(actor: Actor) -> ColumnElement[bool]:
    """The projects of which the actor's organisation is a party; all for staff; none for customers."""
    if actor.kind in _STAFF:
        return col(KoProject.id).is_not(None)
    organisation_id = actor.organisation_id if actor.kind is ActorKind.PARTNER else None
    parties = select(KoParty.project_id).where(KoParty.organisation_id == organisation_id)
    return col(KoProject.id).in_(parties)


def project(
    session: Session, actor: Actor, project_id: UUID, *, lock: bool = False, also_over: bool = False
) -> KoProject:
    """A project the actor has part in. Raises `NOT_FOUND`, for a foreign and an unknown id alike.

    With `lock`, to change it: `PROJECT_OVER` when it is closed or cancelled, unless `also_over`.
    """
    query = select(KoProject).where(KoProject.id == project_id, seen_by(actor))
    if lock:
        # Not the key: rows that only refer to the project may be written meanwhile.
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    found = session.exec(query).first()
    if found is None:
        raise NOT_FOUND.error()
    if lock and found.state in _OVER and not also_over:
        raise PROJECT_OVER.error(reference=found.reference)
    return found


def projects(
    session: Session,
    actor: Actor,
    *,
    state: ProjectState | None = None,
    after: UUID | None = None,
    limit: int = 200,
) -> list[KoProject]:
    """The actor's projects, oldest first, a page at a time."""
    query = select(KoProject).where(seen_by(actor)).order_by(col(KoProject.id)).limit(limit)
    if state is not None:
        query = query.where(KoProject.state == state)
    if after is not None:
        query = query.where(col(KoProject.id) > after)
    return list(session.exec(query).all())


def live_project_ids(session: Session) -> list[UUID]:
    """Projects that are not over."""
    return list(session.exec(select(KoProject.id).where(col(KoProject.state).not_in(_OVER))).all())


def parties(session: Session, project_id: UUID) -> list[KoParty]:
    """Everybody in a project, in the order they came."""
    query = select(KoParty).where(KoParty.project_id == project_id).order_by(col(KoParty.id))
    return list(session.exec(query).all())


def seat(session: Session, actor: Actor, project_id: UUID) -> Seat:
    """Where the actor sits in a project."""
    rows = parties(session, project_id)
    own = frozenset(
        each.id
        for each in rows
        if actor.organisation_id is not None and each.organisation_id == actor.organisation_id
    )
    everybody = tuple(Part(each.id, each.party, each.name) for each in rows)
    return Seat(everybody, own, is_staff=actor.kind in _STAFF)


def wave(session: Session, actor: Actor, wave_id: UUID, *, lock: bool = False) -> tuple[KoProject, KoWave]:
    """A wave with its project. Raises `NOT_FOUND`. With `lock`, to change it: `WAVE_CLOSED` when it is over.

    The project is locked first, so that nobody deadlocks.
    """
    found = session.get(KoWave, wave_id)
    if found is None:
        raise NOT_FOUND.error()
    of = project(session, actor, found.project_id, lock=lock)
    if lock:
        session.refresh(found, with_for_update={"key_share": True})
        if found.state is WaveState.CLOSED:
            raise WAVE_CLOSED.error(number=found.number)
    return of, found


def waves(session: Session, project_id: UUID) -> list[KoWave]:
    """The waves of a project, first to last."""
    query = select(KoWave).where(KoWave.project_id == project_id).order_by(col(KoWave.number))
    return list(session.exec(query).all())


def of_project(
    session: Session, model: type[Row], project_id: UUID, *where: ColumnElement[bool]
) -> list[Row]:
    """Rows that belong to a project, in the order they came (ids are made of time)."""
    table = model.__table__.c  # type: ignore[attr-defined]
    query = select(model).where(table.project_id == project_id, *where).order_by(table.id)
    return list(session.exec(query).all())


def one_of_project(session: Session, model: type[Row], project_id: UUID, row_id: UUID) -> Row:
    """A row that belongs to a project. Raises `NOT_FOUND` when it is another's."""
    found = session.get(model, row_id)
    if found is None or getattr(found, "project_id", None) != project_id:
        raise NOT_FOUND.error()
    return found


def activity(
    session: Session, project_id: UUID, key: str, *, wave_id: UUID | None, party_id: UUID | None
) -> KoActivity | None:
    """One activity of one party."""
    return session.exec(
        select(KoActivity).where(
            KoActivity.project_id == project_id,
            KoActivity.activity == key,
            col(KoActivity.wave_id).is_not_distinct_from(wave_id),
            col(KoActivity.party_id).is_not_distinct_from(party_id),
        )
    ).first()


def open_activities(session: Session, project_id: UUID, *keys: str, wave_id: UUID | None = None) -> int:
    """How many of these activities are neither done nor waived."""
    query = select(func.count()).where(
        KoActivity.project_id == project_id,
        col(KoActivity.activity).in_(keys),
        col(KoActivity.done_at).is_(None),
        KoActivity.waived_reason == "",
    )
    if wave_id is not None:
        query = query.where(KoActivity.wave_id == wave_id)
    return session.scalar(query) or 0


def deadlines(session: Session, project_id: UUID) -> list[KoDeadline]:
    """The kept deadlines of a project."""
    return of_project(session, KoDeadline, project_id)


def consents(session: Session, project_id: UUID) -> list[tuple[KoDocument, KoConsent]]:
    """Who has agreed to which document."""
    rows = session.exec(
        select(KoDocument, KoConsent)
        .join(KoConsent, col(KoConsent.document_id) == KoDocument.id)
        .where(KoDocument.project_id == project_id)
    )
    return [(document, consent) for document, consent in rows]


def freeze_words(session: Session, wave: KoWave) -> list[KoFreezeWord]:
    """Who has said yes to the freeze as it now is."""
    return list(
        session.exec(
            select(KoFreezeWord).where(
                KoFreezeWord.wave_id == wave.id, KoFreezeWord.version == wave.freeze_version
            )
        ).all()
    )


def receipts(session: Session, wave_id: UUID) -> list[KoReceipt]:
    """Every signature on the lists of a wave, old ones too."""
    query = select(KoReceipt).where(KoReceipt.wave_id == wave_id).order_by(col(KoReceipt.id))
    return list(session.exec(query).all())
