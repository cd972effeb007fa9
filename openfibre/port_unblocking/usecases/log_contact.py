"""Steps 12–13: the displaced provider has found and contacted its consumer. Only this starts the time to answer."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from accounts.usecases.invite_person import usable_email
from infra.transitions import Cause, move
from kernel.errors import DomainError
from kernel.language import Language
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.errors import CONTACT_IN_FUTURE, LETTER_ADDRESS_WRONG
from openfibre.port_unblocking.domain.states import (
    CASE,
    DISPLACEMENT,
    CaseEvent,
    CaseState,
    DisplacementEvent,
)
from openfibre.port_unblocking.domain.window import TimerKind, answer_window
from openfibre.port_unblocking.models import PortDisplacement
from openfibre.port_unblocking.usecases.clocks import neutral, start_timer
from openfibre.port_unblocking.usecases.register_network import owner_only


def log_contact(
    session: Session,
    actor: Actor,
    displacement_id: UUID,
    *,
    channel: str,
    contacted_at: datetime | None = None,
    letter_to: str = "",
    letter_language: Language = "sv",
    cause: Cause,
) -> PortDisplacement:
    """Start the window on the day of the contact. With `letter_to` we mail the confirmation (15) ourselves.

    Raises `CONTACT_IN_FUTURE` (also for a time before the disconnection), `LETTER_ADDRESS_WRONG`.
    """
    found = repository.lock_displacement(session, actor, displacement_id)
    at = contacted_at or cause.now
    if not found.displaced_at <= at <= cause.now:
        raise CONTACT_IN_FUTURE.error("contacted_at")
    window = answer_window(at, found.answer_days)
    move(session, found, DISPLACEMENT, DisplacementEvent.CONTACT, cause)
    found.contacted_at, found.contact_channel = at, channel
    found.last_answer_day, found.window_closes_at = window.last_day, window.closes_at
    found.letter_to, found.letter_language = _address(letter_to), letter_language
    repository.stop_timers(session, found.id, cause.now, TimerKind.CONTACT, TimerKind.NOTICE)
    case = repository.lock_case(session, found.case_id)
    start_timer(session, case, TimerKind.ANSWER, cause.now, owner_id=found.id, due_at=window.closes_at)
    if case.state is CaseState.ACTIVE_NEW:
        move(session, case, CASE, CaseEvent.CONTACT, neutral(cause))
    return found


def record_told(session: Session, actor: Actor, displacement_id: UUID, *, cause: Cause) -> PortDisplacement:
    """Step 11 by hand: the network owner has told a provider that is not registered here."""
    owner_only(actor)
    found = repository.lock_displacement(session, actor, displacement_id)
    found.told_at = cause.now
    repository.stop_timers(session, found.id, cause.now, TimerKind.NOTICE)
    return found


def _address(value: str) -> str:
    if not value:
        return ""
    try:
        return usable_email(value)
    except DomainError as wrong:
        raise LETTER_ADDRESS_WRONG.error("letter_to", value=value) from wrong
