"""All SQL that deliveries write by. Who may see a case is decided here, once (PA-01)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy import select as sql_select
from sqlalchemy.orm import defer
from sqlmodel import Session, col, func, select

from accounts.domain.actor import Actor, ActorKind
from delivery.domain.states import CASE, DataState, SimState
from delivery.models import (
    CASE_REFERENCES,
    PARCEL_REFERENCES,
    AnswerGroup,
    CaseActivity,
    CaseNote,
    CustomerDataVersion,
    CustomerSeries,
    CustomerUser,
    DeliveryCase,
    GoLiveFault,
    Parcel,
    PortingPreparation,
    SimCard,
    TestCall,
)
from infra.columns import table_of
from infra.often import Often
from infra.outbox import Subject
from kernel.errors import NOT_FOUND

_STOCK_LOCK = 7_281_103
_CASES, _NOTE = table_of(DeliveryCase), Often(table_of(CaseNote).insert())
_WHOSE = Often(
    sql_select(_CASES.c.customer_id, _CASES.c.partner_id).where(_CASES.c.id == bindparam("case_id"))
)


def case(session: Session, actor: Actor, case_id: UUID, *, lock: bool = False) -> DeliveryCase:
    """A case that the actor may see. Raises `NOT_FOUND` for an unknown and a foreign one alike.

    Read before in this unit of work, it is not read again; with `lock`, what was read before may be old and is.
    """
    if lock:
        found = session.get(
            DeliveryCase, case_id, with_for_update={"key_share": True}, populate_existing=True
        )
    else:
        found = session.get(DeliveryCase, case_id)
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def case_subject(session: Session, actor: Actor, case_id: UUID) -> Subject:
    """Whom news of a case concerns, when the actor may see it; nothing else is read. Raises `NOT_FOUND`."""
    found = _WHOSE.ask(session, {"case_id": case_id})
    if not found or not actor.sees(*found[0]):
        raise NOT_FOUND.error()
    return Subject(CASE.name, case_id, case_id, *found[0])


def add_note(session: Session, row: Mapping[str, object]) -> None:
    """Write a line of a timeline; `row` has every column."""
    _NOTE.ask(session, row)


def locked_case(session: Session, case_id: UUID) -> DeliveryCase:
    """A case for a scan or handler, which sees all."""
    return session.exec(
        select(DeliveryCase)
        .where(DeliveryCase.id == case_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one()


def cases(session: Session, actor: Actor, ids: Iterable[UUID] | None = None) -> Sequence[DeliveryCase]:
    """Every case the actor may see, the nearest go-live first."""
    wanted = select(DeliveryCase).order_by(col(DeliveryCase.go_live_on), col(DeliveryCase.id))
    if actor.kind is ActorKind.CUSTOMER:
        wanted = wanted.where(DeliveryCase.customer_id == actor.organisation_id)
    elif actor.kind is ActorKind.PARTNER:
        wanted = wanted.where(col(DeliveryCase.partner_id).in_(actor.partner_ids))
    if ids is not None:
        wanted = wanted.where(col(DeliveryCase.id).in_(list(ids)))
    return session.exec(wanted).all()


def case_by_external_reference(session: Session, partner_id: UUID, reference: str) -> DeliveryCase | None:
    return session.exec(
        select(DeliveryCase).where(
            DeliveryCase.partner_id == partner_id, DeliveryCase.external_reference == reference
        )
    ).first()


def next_case_reference(session: Session) -> str:
    return f"VX-{session.scalar(select(CASE_REFERENCES.next_value()))}"


def next_parcel_reference(session: Session) -> str:
    return f"PK-{session.scalar(select(PARCEL_REFERENCES.next_value()))}"


def activities(session: Session, case_ids: Iterable[UUID]) -> Sequence[CaseActivity]:
    return session.exec(
        select(CaseActivity)
        .where(col(CaseActivity.case_id).in_(list(case_ids)))
        .order_by(col(CaseActivity.position))
    ).all()


def activity(session: Session, case_id: UUID, key: str) -> CaseActivity:
    found = session.exec(
        select(CaseActivity)
        .where(CaseActivity.case_id == case_id, CaseActivity.key == key)
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def versions(session: Session, case_ids: Iterable[UUID]) -> Sequence[CustomerDataVersion]:
    """Newest first, without the outlines of their files."""
    return session.exec(
        select(CustomerDataVersion)
        .options(defer(CustomerDataVersion.outline))  # type: ignore[arg-type]  # a column, not a list
        .where(col(CustomerDataVersion.case_id).in_(list(case_ids)))
        .order_by(col(CustomerDataVersion.number).desc())
    ).all()


def version(session: Session, case_id: UUID, number: int) -> CustomerDataVersion:
    found = session.exec(
        select(CustomerDataVersion).where(
            CustomerDataVersion.case_id == case_id, CustomerDataVersion.number == number
        )
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def signed_version(session: Session, case_id: UUID) -> CustomerDataVersion | None:
    return session.exec(
        select(CustomerDataVersion).where(
            CustomerDataVersion.case_id == case_id, CustomerDataVersion.state == DataState.SIGNED
        )
    ).first()


def users(session: Session, version_id: UUID) -> Sequence[CustomerUser]:
    return session.exec(
        select(CustomerUser).where(CustomerUser.version_id == version_id).order_by(col(CustomerUser.row))
    ).all()


def groups(session: Session, version_id: UUID) -> Sequence[AnswerGroup]:
    return session.exec(
        select(AnswerGroup).where(AnswerGroup.version_id == version_id).order_by(col(AnswerGroup.row))
    ).all()


def series(session: Session, version_id: UUID) -> Sequence[CustomerSeries]:
    return session.exec(
        select(CustomerSeries)
        .where(CustomerSeries.version_id == version_id)
        .order_by(col(CustomerSeries.row))
    ).all()


def newest_note(session: Session, case_id: UUID, kind: str) -> CaseNote | None:
    return session.exec(
        select(CaseNote)
        .where(CaseNote.case_id == case_id, CaseNote.kind == kind)
        .order_by(col(CaseNote.id).desc())
        .limit(1)
    ).first()


def preparations(session: Session, case_ids: Iterable[UUID]) -> Sequence[PortingPreparation]:
    return session.exec(
        select(PortingPreparation)
        .where(col(PortingPreparation.case_id).in_(list(case_ids)))
        .order_by(col(PortingPreparation.donor))
    ).all()


def preparation(session: Session, case_id: UUID, donor: str) -> PortingPreparation:
    found = session.exec(
        select(PortingPreparation)
        .where(PortingPreparation.case_id == case_id, PortingPreparation.donor == donor)
        .with_for_update(key_share=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def sims(session: Session, case_ids: Iterable[UUID]) -> Sequence[SimCard]:
    return session.exec(
        select(SimCard).where(col(SimCard.case_id).in_(list(case_ids))).order_by(col(SimCard.number))
    ).all()


def sim(session: Session, sim_id: UUID) -> SimCard:
    found = session.get(SimCard, sim_id)
    if found is None:
        raise NOT_FOUND.error()
    return found


def lock_stock(session: Session) -> None:
    """One file into the stock at a time, so that a card that stands in two is found in the second."""
    session.execute(select(func.pg_advisory_xact_lock(_STOCK_LOCK)))


def take_from_stock(session: Session, kind: str) -> SimCard | None:
    """One free card of a kind, held; a card that somebody else is taking is passed over."""
    return session.exec(
        select(SimCard)
        .where(SimCard.state == SimState.IN_STOCK, SimCard.kind == kind)
        .order_by(col(SimCard.iccid))
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
    ).first()


def stock_counts(session: Session) -> dict[str, int]:
    return dict(
        session.exec(
            select(SimCard.kind, func.count())
            .where(SimCard.state == SimState.IN_STOCK)
            .group_by(col(SimCard.kind))
        ).all()
    )


def parcels(session: Session, case_ids: Iterable[UUID]) -> Sequence[Parcel]:
    return session.exec(
        select(Parcel).where(col(Parcel.case_id).in_(list(case_ids))).order_by(col(Parcel.id))
    ).all()


def parcel(session: Session, actor: Actor, parcel_id: UUID) -> Parcel:
    found = session.exec(select(Parcel).where(Parcel.id == parcel_id).with_for_update(key_share=True)).first()
    if found is None or not actor.sees(found.customer_id, found.partner_id):
        raise NOT_FOUND.error()
    return found


def cards_of_parcel(session: Session, parcel_id: UUID) -> Sequence[SimCard]:
    return session.exec(
        select(SimCard).where(SimCard.parcel_id == parcel_id).order_by(col(SimCard.envelope))
    ).all()


def test_calls(session: Session, case_ids: Iterable[UUID]) -> Sequence[TestCall]:
    """Oldest first."""
    return session.exec(
        select(TestCall).where(col(TestCall.case_id).in_(list(case_ids))).order_by(col(TestCall.id))
    ).all()


def faults(session: Session, case_ids: Iterable[UUID]) -> Sequence[GoLiveFault]:
    return session.exec(
        select(GoLiveFault).where(col(GoLiveFault.case_id).in_(list(case_ids))).order_by(col(GoLiveFault.id))
    ).all()


def users_of(session: Session, version_ids: Iterable[UUID]) -> Sequence[CustomerUser]:
    return session.exec(
        select(CustomerUser)
        .where(col(CustomerUser.version_id).in_(list(version_ids)))
        .order_by(col(CustomerUser.row))
    ).all()
