"""How a delivery reacts to news from below. Each handler may run again without harm."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts import repository as accounts
from accounts.domain.roles import Role
from delivery import repository
from delivery.models import DeliveryCase
from delivery.usecases.assign_sims import assign_sims
from delivery.usecases.settle import note, settle
from infra.mail import queue_mail
from infra.outbox import Handler, OutboxEvent
from infra.settings import get_settings
from infra.signed_links import sign
from infra.transitions import Cause
from portingsvc.queries import RepairLine, repair_line


def _case_of(session: Session, event: OutboxEvent) -> DeliveryCase | None:
    return repository.locked_case(session, event.case_id) if event.case_id else None


def _system(event: OutboxEvent) -> Cause:
    return Cause("system", "Växla", event.occurred_at)


def on_progress(session: Session, event: OutboxEvent) -> None:
    """Something in porting moved: the plan follows."""
    case = _case_of(session, event)
    if case is not None:
        settle(session, case, _system(event))


def on_confirmed(session: Session, event: OutboxEvent) -> None:
    """A request was approved: its users get their cards (SM-01)."""
    case = _case_of(session, event)
    if case is not None:
        assign_sims(session, case, _system(event))


def on_repair_opened(session: Session, event: OutboxEvent) -> None:
    """A donor said no: the telefoniansvarig hears what it means and until when it can be put right (CU-07)."""
    case = _case_of(session, event)
    repair = repair_line(session, event.payload["repair_id"]) if case else None
    if case is None or repair is None:
        return
    for person in accounts.people_with_role(session, case.customer_id, Role.TELEFONIANSVARIG):
        queue_mail(
            session,
            person.email,
            "rejected",
            person.speaks,
            case_id=case.id,
            name=person.name,
            number=repair.writing,
            donor=repair.donor_name,
            reasons=[text.in_(person.speaks) for _, text in repair.reasons],
            due_at=repair.due_at,
            fee_ore=repair.fee_quote_ore,
            link=_repair_link(repair, person.id),
        )


def _repair_link(repair: RepairLine, person_id: UUID) -> str:
    """Opens this repair's form and nothing else, for the person it is mailed to, until the deadline."""
    token = sign("repair", f"{repair.id}/{person_id}", repair.due_at)
    return f"{get_settings().public_url}/repair/{token}"


def on_contacted(session: Session, event: OutboxEvent) -> None:
    """The planner spoke with the customer: it stands in the timeline."""
    case = _case_of(session, event)
    if case is not None:
        cause = Cause("planner", event.actor, event.occurred_at)
        note(session, case, "contact", "", cause, about=str(event.payload["order"]))


HANDLERS: Final[dict[str, tuple[Handler, ...]]] = {
    "porting_order.submit": (on_progress,),
    "porting_order.confirm": (on_confirmed,),
    "porting_order.reject": (on_progress, on_confirmed),
    "porting_order.retry": (on_progress,),
    "porting_order.port": (on_progress,),
    "porting_order.port_part": (on_progress,),
    "porting_order.cancel": (on_progress,),
    "mandate.sign": (on_progress,),
    "mandate.file": (on_progress,),
    "mandate.revoke": (on_progress,),
    "repair_task.opened": (on_repair_opened,),
    "repair_task.contacted": (on_contacted,),
}
