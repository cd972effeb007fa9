"""Unblockings as each side may see them. Whose they are stands in the query, never in the route."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, func, select

from accounts.domain.actor import Actor, ActorKind
from infra.outbox import OutboxEvent
from infra.transitions import StateHistory
from kernel.errors import NOT_FOUND
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.alarms import Alarm
from openfibre.port_unblocking.domain.states import CASE, DISPLACEMENT, CaseEvent
from openfibre.port_unblocking.domain.steps import (
    OPENED,
    PARTIES,
    SHOWN_TO_DISPLACED,
    SHOWN_TO_NEW,
    STEPS,
)
from openfibre.port_unblocking.models import Manner, PortDisplacement, PortUnblocking, UnblockingNetwork
from openfibre.port_unblocking.queries.views import DisplacedView, NewView, OrderLine, OwnerView, StepLine

_ALL_STEPS = frozenset(range(1, len(STEPS) + 1))
_NO_ACTION = frozenset({CaseEvent.HAND_OVER})
_SAID_BY_MACHINE = frozenset({CaseEvent.FIND_FREE, CaseEvent.FIND_BLOCKED, CaseEvent.ACCEPT})
TOLD = "port_displacement.told"


def unblockings(
    session: Session,
    actor: Actor,
    *,
    access_id: str | None = None,
    after: UUID | None = None,
    limit: int | None = None,
) -> list[NewView]:
    """Cases that the actor has opened (all, for the network owner), oldest first."""
    wanted = select(PortUnblocking).order_by(col(PortUnblocking.id))
    if actor.kind is ActorKind.PARTNER:
        wanted = wanted.where(PortUnblocking.organisation_id == actor.organisation_id)
    elif actor.kind is ActorKind.CUSTOMER:
        return []
    if access_id is not None:
        wanted = wanted.where(PortUnblocking.access_id == access_id)
    if after is not None:
        wanted = wanted.where(col(PortUnblocking.id) > after)
    return [_new(session, case, actor) for case in session.exec(wanted.limit(limit)).all()]


def displacements(
    session: Session,
    actor: Actor,
    *,
    access_id: str | None = None,
    after: UUID | None = None,
    limit: int | None = None,
) -> list[DisplacedView]:
    """Services that the actor has lost, oldest first."""
    if actor.kind is not ActorKind.PARTNER:
        return []
    wanted = (
        select(PortDisplacement)
        .where(PortDisplacement.organisation_id == actor.organisation_id)
        .order_by(col(PortDisplacement.id))
    )
    if access_id is not None:
        cases = select(PortUnblocking.id).where(PortUnblocking.access_id == access_id)
        wanted = wanted.where(col(PortDisplacement.case_id).in_(cases))
    if after is not None:
        wanted = wanted.where(col(PortDisplacement.id) > after)
    return [_displaced(session, each, actor) for each in session.exec(wanted.limit(limit)).all()]


def one(session: Session, actor: Actor, found_by: UUID) -> NewView | DisplacedView:
    """A case or a displacement by its id, as the actor may see it. Raises `NOT_FOUND` for all that is not its own."""
    case = session.get(PortUnblocking, found_by)
    if case is not None and actor.sees(None, case.organisation_id):
        return _new(session, case, actor)
    child = session.get(PortDisplacement, found_by)
    if child is not None and actor.sees(None, child.organisation_id):
        return _displaced(session, child, actor)
    raise NOT_FOUND.error()


def owner_view(session: Session, actor: Actor, case_id: UUID) -> OwnerView:
    """Everything about a case. Raises `NOT_FOUND` for anybody but the network owner's staff."""
    case = session.get(PortUnblocking, case_id)
    if case is None or actor.kind not in (ActorKind.PLANNER, ActorKind.SYSTEM):
        raise NOT_FOUND.error()
    children = repository.displacements(session, case.id)
    earlier = session.get(PortUnblocking, case.late_for_id) if case.late_for_id else None
    return OwnerView(
        case=_new(session, case, actor),
        new_provider=repository.provider(session, case.provider_id).name,
        displaced=tuple((_name(session, each), _displaced(session, each, actor)) for each in children),
        orders=_orders(session, case),
        snapshot=tuple(case.snapshot or ()),
        snapshot_at=case.snapshot_at,
        port_seen=tuple(case.port_seen or ()),
        proof=case.proof,
        alarms=_alarms(session, case),
        dispute_reasons=tuple(each.dispute_reason for each in children if each.dispute_reason),
        late_for=case.late_for_id,
        late_for_reference=earlier.reference if earlier else "",
        repeat_approved_by=case.repeat_approved_by,
    )


def _new(session: Session, case: PortUnblocking, actor: Actor) -> NewView:
    found = case.availability
    network = repository.network(session, case.network_id)
    is_owner = actor.kind is not ActorKind.PARTNER
    return NewView(
        id=case.id,
        reference=case.reference,
        network=network.name,
        access_id=case.access_id,
        services=tuple(str(row["service"]) for row in case.services),
        sp_reference=case.sp_reference,
        state=case.state,
        blocked=tuple(found.get("blocked", ())),
        forcible=not found.get("not_forcible") or bool(found.get("portal_option")),
        free_from=found.get("free_from"),
        verification=case.verification,
        problem=case.problem,
        by_portal=network.manner is Manner.PORTAL,
        created_at=case.created_at,
        closed_at=case.closed_at,
        allowed=_allowed(case, network, actor),
        steps=_steps(session, case, _ALL_STEPS if is_owner else SHOWN_TO_NEW, None),
    )


def _allowed(case: PortUnblocking, network: UnblockingNetwork, actor: Actor) -> tuple[str, ...]:
    """What the actor may do now. What the operator answers by machine is nobody's to say by hand."""
    by_machine = _SAID_BY_MACHINE if network.manner is Manner.ON_API else frozenset()
    events = CASE.allowed(case.state, actor.kind.value)
    if case.late_for_id is not None and actor.kind is ActorKind.PARTNER:
        return ()  # a late dispute is between the displaced provider and the network owner
    return tuple(event.value for event in events if event not in by_machine and event not in _NO_ACTION)


def _displaced(session: Session, child: PortDisplacement, actor: Actor) -> DisplacedView:
    case = session.get_one(PortUnblocking, child.case_id)
    return DisplacedView(
        id=child.id,
        network=repository.network(session, case.network_id).name,
        access_id=case.access_id,
        services=tuple(child.services),
        new_ids=child.new_ids,
        state=child.state,
        displaced_at=child.displaced_at,
        told_at=child.told_at,
        contacted_at=child.contacted_at,
        contact_channel=child.contact_channel,
        answer_days=child.answer_days,
        last_answer_day=child.last_answer_day,
        answered_at=child.answered_at,
        letter_sent_at=child.letter_sent_at,
        late_disputed_at=child.late_disputed_at,
        allowed=tuple(event.value for event in DISPLACEMENT.allowed(child.state, actor.kind.value)),
        steps=_steps(session, case, SHOWN_TO_DISPLACED, child),
    )


def _steps(
    session: Session, case: PortUnblocking, shown: frozenset[int], child: PortDisplacement | None
) -> tuple[StepLine, ...]:
    """The steps that a reader may see, with when each was first taken; a child's only its own."""
    children = [child] if child else list(repository.displacements(session, case.id))
    marks = _marks(session, [case.id, *(each.id for each in children)])
    marks[OPENED] = case.created_at
    told = [each.told_at for each in children if each.told_at]
    if told:
        marks[TOLD] = min(told)
    lines = []
    for step in STEPS:
        if step.number in shown:
            times = [marks[mark] for mark in step.marks if mark in marks]
            at = min(times) if times else None
            lines.append(StepLine(step.number, PARTIES[step.party], step.text, at, step.undo))
    return tuple(lines)


def _marks(session: Session, ids: Sequence[UUID]) -> dict[str, datetime]:
    rows = session.exec(
        select(StateHistory.entity, StateHistory.event, func.min(StateHistory.at))
        .where(col(StateHistory.entity_id).in_(ids))
        .group_by(StateHistory.entity, StateHistory.event)
    ).all()
    return {f"{entity}.{event}": at for entity, event, at in rows}


def _orders(session: Session, case: PortUnblocking) -> tuple[OrderLine, ...]:
    return tuple(
        OrderLine(
            each.operation,
            each.sp_id,
            each.service,
            each.subscription_id,
            each.state,
            each.message,
            each.was_in_doubt,
            each.created_at,
            each.ended_at,
        )
        for each in repository.orders_of(session, case.id)
    )


def _alarms(session: Session, case: PortUnblocking) -> tuple[tuple[Alarm, datetime], ...]:
    rows = session.exec(
        select(OutboxEvent)
        .where(OutboxEvent.entity_id == case.id, OutboxEvent.kind == "port_unblocking.alarm")
        .order_by(col(OutboxEvent.id))
    ).all()
    return tuple((Alarm(each.payload["alarm"]), each.occurred_at) for each in rows)


def _name(session: Session, child: PortDisplacement) -> str:
    """The displaced provider's name, for the network owner; its id in the network when it is not registered."""
    found: Any = repository.provider(session, child.provider_id) if child.provider_id else None
    return found.name if found else child.sp_id


def case_id_of(session: Session, found_by: UUID) -> UUID:
    """The case of a case's or a displacement's id, for the network owner's pages."""
    child = session.get(PortDisplacement, found_by)
    return child.case_id if child else found_by
