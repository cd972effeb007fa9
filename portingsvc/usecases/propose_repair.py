"""The customer says what the right data is; the planner makes contact and sends (CU-07)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlmodel import Session

from infra.outbox import emit
from infra.transitions import Cause
from portingsvc import repository
from portingsvc.domain.donors import DONOR_UNKNOWN, DONORS
from portingsvc.domain.errors import REPAIR_CLOSED, REPAIR_WORDS_MISSING
from portingsvc.models import PortingOrder, RepairTask
from portingsvc.usecases.mandates import owner_in_donor_form

OWNER: Final = "owner_id"
DONOR: Final = "donor"
# Fields that have a control of their own; what else is at fault is told in words.
_CONTROLLED: Final = frozenset({OWNER, "owner_name", DONOR})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is right. Only what is asked for by the fields at fault is read."""

    owner_id: str = ""
    owner_name: str = ""
    donor: str = ""
    words: str = ""


def asked_in_words(fields: tuple[str, ...]) -> bool:
    """Whether something is at fault that has no control of its own."""
    return bool(set(fields) - _CONTROLLED)


def propose_repair(session: Session, repair_id: UUID, proposal: Proposal, *, cause: Cause) -> RepairTask:
    """Keep the corrections with the task; saying it again replaces it.

    Raises `OWNER_ID_WRONG`, `DONOR_UNKNOWN`, `REPAIR_WORDS_MISSING`, `REPAIR_CLOSED` once another attempt is made.
    """
    task = repository.repair(session, repair_id)
    if task.closed_at is not None:
        raise REPAIR_CLOSED.error()
    order = session.get_one(PortingOrder, task.order_id)
    changes: dict[str, str] = {"by": cause.name}
    if OWNER in task.fields:
        changes["owner_id"] = owner_in_donor_form(order.donor, proposal.owner_id, cause.now.date())
        changes["owner_name"] = proposal.owner_name.strip()
    if DONOR in task.fields:
        if proposal.donor not in DONORS:
            known = ", ".join(each.name for each in DONORS.values())
            raise DONOR_UNKNOWN.error("donor", value=proposal.donor[:40], known=known)
        changes["donor"] = proposal.donor
    if asked_in_words(tuple(task.fields)):
        if not proposal.words.strip():
            raise REPAIR_WORDS_MISSING.error("words")
        changes["words"] = proposal.words.strip()
    task.changes = changes
    facts = {"order": order.reference}
    emit(
        session,
        "repair_task.proposed",
        order.subject(),
        facts,
        actor=cause.name,
        now=cause.now,
        role=cause.role,
    )
    return task
