"""Delays are noted as they happen. Each handler may run again without harm."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlmodel import Session

from delivery import repository as cases
from delivery.attribution import repository
from delivery.attribution.domain.delays import OF_REJECTION, DelayCause, DelayKind
from delivery.attribution.models import Delay
from delivery.models import Parcel
from infra.clock import local_date
from infra.outbox import Handler, OutboxEvent
from portingsvc.domain.rejections import REASONS
from portingsvc.queries import repair_line


def on_repair_opened(session: Session, event: OutboxEvent) -> None:
    """A donor said no: whose doing it is follows from its codes, when they agree."""
    repair = repair_line(session, event.payload["repair_id"])
    if repair is None or repair.case_id is None:
        return
    codes = [code for code, _ in repair.reasons]
    causes = {OF_REJECTION.get(REASONS[code].cause.value) for code in codes if code in REASONS}
    day = local_date(event.occurred_at)
    repository.add_once(
        session,
        Delay(
            case_id=repair.case_id,
            kind=DelayKind.REJECTION,
            about=f"{repair.order_id}:{repair.id}",
            what=f"{repair.writing} ({repair.order_reference}, {repair.donor_name})",
            first_day=day,
            last_day=day,
            cause=causes.pop() if len(causes) == 1 else None,
            evidence=f"{repair.donor_name}: {', '.join(codes)}",
            said_by=event.actor,
            at=event.occurred_at,
        ),
    )


def on_retry(session: Session, event: OutboxEvent) -> None:
    """A new attempt is laid up: until then the rejection held the port back."""
    if event.case_id is None:
        return
    for row in repository.delays(session, event.case_id):
        if row.kind is DelayKind.REJECTION and row.about.startswith(f"{event.entity_id}:"):
            row.last_day = max(row.last_day, local_date(event.occurred_at))


def on_parcel_astray(session: Session, event: OutboxEvent) -> None:
    """A parcel was lost, which is the carrier's doing; or came back, which may be the address's."""
    parcel = session.get(Parcel, event.entity_id)
    if parcel is None:
        return
    is_lost = event.kind.endswith(".lose")
    repository.add_once(
        session,
        Delay(
            case_id=parcel.case_id,
            kind=DelayKind.PARCEL,
            about=parcel.reference,
            what=parcel.reference,
            first_day=local_date(parcel.dispatched_at or event.occurred_at),
            last_day=local_date(event.occurred_at),
            cause=DelayCause.CARRIER if is_lost else None,
            evidence=f"{event.actor}: {parcel.tracking or parcel.reference} {event.payload.get('reason', '')}".strip(),
            said_by=event.actor,
            at=event.occurred_at,
        ),
    )


def on_go_live_moved(session: Session, event: OutboxEvent) -> None:
    """Go-live was put off: somebody must say whose doing that is."""
    before, after = (date.fromisoformat(event.payload[name]) for name in ("from", "to"))
    if event.case_id is None or after <= before:
        return
    case = cases.locked_case(session, event.case_id)
    repository.add_once(
        session,
        Delay(
            case_id=case.id,
            kind=DelayKind.GO_LIVE,
            about=f"{before}/{after}/{event.id}",
            what=f"{before} → {after}",
            first_day=before,
            last_day=after,
            said_by=event.actor,
            at=event.occurred_at,
        ),
    )


HANDLERS: Final[dict[str, tuple[Handler, ...]]] = {
    "repair_task.opened": (on_repair_opened,),
    "porting_order.retry": (on_retry,),
    "parcel.lose": (on_parcel_astray,),
    "parcel.return": (on_parcel_astray,),
    "delivery_case.go_live_moved": (on_go_live_moved,),
}
