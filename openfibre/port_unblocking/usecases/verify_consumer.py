"""Steps 5–6: what the new provider and its consumer found out together, and which way it leads."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain import guards
from openfibre.port_unblocking.domain.guards import Facts
from openfibre.port_unblocking.domain.states import CASE, CaseEvent
from openfibre.port_unblocking.models import PortUnblocking
from openfibre.port_unblocking.usecases.open_unblocking import ask_about_port, check_id


@dataclass(frozen=True, slots=True)
class Verification:
    """The record of the conversation. `right_access_id` when another apartment turned out to be right.

    `terminate` is what the consumer decided: that the present services end at activation, or not; none while
    undecided. `own_services` is none until it is known. `newly_moved_in` is only kept.
    """

    address_confirmed: bool = False
    apartment_confirmed: bool = False
    newly_moved_in: bool | None = None
    own_services: bool | None = None
    terminate: bool | None = None
    right_access_id: str = ""


def verify_consumer(
    session: Session, actor: Actor, case_id: UUID, said: Verification, *, cause: Cause
) -> PortUnblocking:
    """Keep the record and take the case where it leads. Raises the refusal of G1, G2 or G3."""
    case = repository.lock_own_case(session, actor, case_id)
    event = _event(case, said)
    CASE.decide(case.state, event, actor=cause.role)
    case.verification = {**asdict(said), "by": cause.name, "at": cause.now.isoformat()}
    if event is CaseEvent.CLEAR:
        guards.ask(event, facts_said(case))
    move(session, case, CASE, event, cause)
    if event is CaseEvent.CORRECT_ACCESS:
        _correct(session, case, said.right_access_id)
    elif event is not CaseEvent.CLEAR:
        case.closed_at = cause.now
    return case


def _event(case: PortUnblocking, said: Verification) -> CaseEvent:
    """Which branch of step 5 it is; the plain way on asks the guards."""
    if said.right_access_id and said.right_access_id != case.access_id:
        return CaseEvent.CORRECT_ACCESS
    if said.own_services:
        return CaseEvent.FIND_OWN_SERVICES
    return CaseEvent.DECLINE if said.terminate is False else CaseEvent.CLEAR


def _correct(session: Session, case: PortUnblocking, access_id: str) -> None:
    """Another apartment: nothing of what was said holds for it, and its port is asked for anew."""
    check_id("right_access_id", access_id)
    case.access_id = access_id
    case.availability, case.verification = {}, {}
    ask_about_port(session, case, repository.network(session, case.network_id))


def facts_said(case: PortUnblocking) -> Facts:
    """What the record says, as the guards want it."""
    said, found = case.verification, case.availability
    own = said.get("own_services")
    facts = Facts(
        address_confirmed=bool(said.get("address_confirmed")),
        apartment_confirmed=bool(said.get("apartment_confirmed")),
        own_services=own,
        newly_moved_in=said.get("newly_moved_in"),
        terminate_at_activation=said.get("terminate") is True,
    )
    return replace(
        facts, forcible=not found.get("not_forcible"), portal_option=bool(found.get("portal_option"))
    )
