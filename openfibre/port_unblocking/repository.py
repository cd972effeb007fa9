"""All SQL that port unblocking writes by. What others read stands in `queries/`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select, update

from accounts.domain.actor import Actor, ActorKind
from kernel.errors import NOT_FOUND
from openfibre.port_unblocking.domain.errors import NOT_THE_DISPLACED_PROVIDER, PROVIDER_NOT_REGISTERED
from openfibre.port_unblocking.domain.states import (
    FINAL_CASE_STATES,
    OPEN_ORDER_STATES,
    CaseState,
    OrderState,
)
from openfibre.port_unblocking.domain.window import TimerKind
from openfibre.port_unblocking.models import (
    REFERENCES,
    PortDisplacement,
    PortFreeze,
    PortOrder,
    PortTimer,
    PortUnblocking,
    UnblockingNetwork,
    UnblockingProvider,
)


def networks(session: Session) -> Sequence[UnblockingNetwork]:
    return session.exec(select(UnblockingNetwork).order_by(col(UnblockingNetwork.code))).all()


def network(session: Session, network_id: UUID) -> UnblockingNetwork:
    return session.get_one(UnblockingNetwork, network_id)


def network_by_code(session: Session, code: str) -> UnblockingNetwork | None:
    return session.exec(select(UnblockingNetwork).where(UnblockingNetwork.code == code)).first()


def providers(session: Session) -> Sequence[UnblockingProvider]:
    return session.exec(select(UnblockingProvider).order_by(col(UnblockingProvider.name))).all()


def provider(session: Session, provider_id: UUID) -> UnblockingProvider:
    return session.get_one(UnblockingProvider, provider_id)


def provider_by_sp_id(session: Session, sp_id: str) -> UnblockingProvider | None:
    return session.exec(select(UnblockingProvider).where(UnblockingProvider.sp_id == sp_id)).first()


def provider_of(session: Session, actor: Actor) -> UnblockingProvider:
    """The service provider that an actor speaks for. Raises `PROVIDER_NOT_REGISTERED`."""
    found = session.exec(
        select(UnblockingProvider).where(UnblockingProvider.organisation_id == actor.organisation_id)
    ).first()
    if actor.kind is not ActorKind.PARTNER or found is None:
        raise PROVIDER_NOT_REGISTERED.error()
    return found


def next_reference(session: Session) -> str:
    """A name that people can say on the telephone: `AV-1001`."""
    return f"AV-{session.scalar(select(REFERENCES.next_value()))}"


def lock_case(session: Session, case_id: UUID) -> PortUnblocking:
    """The case, held until this unit of work ends. Raises `NOT_FOUND`."""
    found = session.exec(
        select(PortUnblocking)
        .where(PortUnblocking.id == case_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).first()
    if found is None:
        raise NOT_FOUND.error()
    return found


def lock_own_case(session: Session, actor: Actor, case_id: UUID) -> PortUnblocking:
    """A case as its new provider or the network owner may change it. Raises `NOT_FOUND` for all others."""
    found = lock_case(session, case_id)
    if not actor.sees(None, found.organisation_id):
        raise NOT_FOUND.error()
    return found


def lock_displacement(session: Session, actor: Actor, displacement_id: UUID) -> PortDisplacement:
    """A displacement as its provider or the network owner may change it; its case is held too.

    Raises `NOT_FOUND`, and `NOT_THE_DISPLACED_PROVIDER` for the new provider that asks with its own case's id.
    """
    found = session.get(PortDisplacement, displacement_id)
    if found is None:
        case = session.get(PortUnblocking, displacement_id)
        if case is not None and actor.sees(None, case.organisation_id):
            raise NOT_THE_DISPLACED_PROVIDER.error()
    if found is None or not actor.sees(None, found.organisation_id):
        raise NOT_FOUND.error()
    lock_case(session, found.case_id)
    session.refresh(found, with_for_update={"key_share": True})
    return found


def hold(session: Session, found_by: UUID) -> None:
    """Hold a case, or the displaced service and its case, that has this id; whatever was read of them before is read anew."""
    child = session.get(PortDisplacement, found_by)
    lock_case(session, child.case_id if child else found_by)
    if child:
        session.refresh(child, with_for_update={"key_share": True})


def displacements(session: Session, case_id: UUID) -> Sequence[PortDisplacement]:
    return session.exec(
        select(PortDisplacement)
        .where(PortDisplacement.case_id == case_id)
        .order_by(col(PortDisplacement.sp_id))
        .execution_options(populate_existing=True)
    ).all()


def open_case_on(session: Session, network_id: UUID, access_id: str) -> PortUnblocking | None:
    return session.exec(
        select(PortUnblocking).where(
            PortUnblocking.network_id == network_id,
            PortUnblocking.access_id == access_id,
            col(PortUnblocking.state).not_in(FINAL_CASE_STATES),
        )
    ).first()


def last_rolled_back(session: Session, case: PortUnblocking, since: datetime) -> PortUnblocking | None:
    """The newest undone case on the same access, whoever's, if it ended after an instant.

    The consumer may come back by another provider, and who the consumer is we do not know.
    """
    return session.exec(
        select(PortUnblocking)
        .where(
            PortUnblocking.network_id == case.network_id,
            PortUnblocking.access_id == case.access_id,
            PortUnblocking.state == CaseState.CLOSED_ROLLED_BACK,
            col(PortUnblocking.closed_at) > since,
        )
        .order_by(col(PortUnblocking.closed_at).desc())
        .limit(1)
    ).first()


def late_case_of(session: Session, displacement: PortDisplacement) -> PortUnblocking | None:
    """The linked case that a late dispute has become; none while it waits for the access."""
    if displacement.late_case_id is None:
        return None
    return session.get_one(PortUnblocking, displacement.late_case_id)


def waiting_late_disputes(session: Session) -> Sequence[PortDisplacement]:
    """Late disputes, oldest first, whose case has ended and that have no linked case yet."""
    wanted = (
        select(PortDisplacement)
        .join(PortUnblocking, col(PortUnblocking.id) == PortDisplacement.case_id)
        .where(
            col(PortDisplacement.late_disputed_at).is_not(None),
            col(PortDisplacement.late_case_id).is_(None),
            col(PortUnblocking.state).in_(FINAL_CASE_STATES),
        )
        .order_by(col(PortDisplacement.late_disputed_at))
    )
    return session.exec(wanted).all()


def upheld_late_cases(session: Session, original_id: UUID) -> Sequence[PortUnblocking]:
    """The linked cases of an original whose late dispute was upheld and the port restored."""
    return session.exec(
        select(PortUnblocking).where(
            PortUnblocking.late_for_id == original_id,
            col(PortUnblocking.state).in_((CaseState.RESTORED, CaseState.CLOSED_ROLLED_BACK)),
        )
    ).all()


def freeze_on(session: Session, network_id: UUID, day: date) -> PortFreeze | None:
    return session.exec(
        select(PortFreeze)
        .where(
            PortFreeze.network_id == network_id,
            col(PortFreeze.starts_on) <= day,
            col(PortFreeze.ends_on) >= day,
        )
        .order_by(col(PortFreeze.ends_on).desc())
    ).first()


def cases_to_look_at(session: Session, machine_now: datetime, limit: int) -> Sequence[PortUnblocking]:
    """Cases whose port is to be read now; rows that others hold are passed over."""
    return session.exec(
        select(PortUnblocking)
        .where(col(PortUnblocking.look_at) <= machine_now)
        .order_by(col(PortUnblocking.look_at))
        .limit(limit)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()


def orders_of(session: Session, case_id: UUID, *states: OrderState) -> Sequence[PortOrder]:
    wanted = select(PortOrder).where(PortOrder.case_id == case_id).order_by(col(PortOrder.id))
    if states:
        wanted = wanted.where(col(PortOrder.state).in_(states))
    return session.exec(wanted.execution_options(populate_existing=True)).all()


def lock_open_orders(session: Session, case_id: UUID) -> Sequence[PortOrder]:
    """The open orders of a case, held: a sender that is just taking one is waited for."""
    return session.exec(
        select(PortOrder)
        .where(PortOrder.case_id == case_id, col(PortOrder.state).in_(OPEN_ORDER_STATES))
        .order_by(col(PortOrder.id))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).all()


def has_open_orders(session: Session, case_id: UUID) -> bool:
    return bool(orders_of(session, case_id, *OPEN_ORDER_STATES))


def lock_order(session: Session, order_id: UUID) -> tuple[PortUnblocking, PortOrder]:
    """An order and its case, held: the case always first, so that no two wait for each other."""
    order = session.get_one(PortOrder, order_id)
    case = lock_case(session, order.case_id)
    session.refresh(order, with_for_update={"key_share": True})
    return case, order


def due_timers(session: Session, now: datetime, limit: int) -> Sequence[PortTimer]:
    return session.exec(
        select(PortTimer)
        .where(
            col(PortTimer.fired_at).is_(None),
            col(PortTimer.stopped_at).is_(None),
            col(PortTimer.due_at) <= now,
        )
        .order_by(col(PortTimer.due_at))
        .limit(limit)
    ).all()


def stop_timers(session: Session, owner_id: UUID, now: datetime, *kinds: TimerKind) -> None:
    """Stop what runs of these kinds for an owner; stopping what does not run changes nothing."""
    session.exec(
        update(PortTimer)
        .where(
            col(PortTimer.owner_id) == owner_id,
            col(PortTimer.kind).in_(kinds),
            col(PortTimer.fired_at).is_(None),
            col(PortTimer.stopped_at).is_(None),
        )
        .values(stopped_at=now)
    )


def cases_to_forget(session: Session, now: datetime) -> Sequence[PortUnblocking]:
    """Cases whose picture of the port need be kept no longer (2.4)."""
    return session.exec(
        select(PortUnblocking)
        .where(col(PortUnblocking.snapshot_kept_until) <= now, col(PortUnblocking.snapshot_at).is_not(None))
        .with_for_update(key_share=True, skip_locked=True)
    ).all()
