"""Steps 14–16: the displaced consumer says that it was right, says nothing, or disputes it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor, ActorKind
from infra.mail import queue_mail
from infra.transitions import Cause, move
from kernel.language import Language
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain import guards
from openfibre.port_unblocking.domain.guards import Facts
from openfibre.port_unblocking.domain.states import (
    CASE,
    DISPLACEMENT,
    SETTLED,
    CaseEvent,
    CaseState,
    DisplacementEvent,
)
from openfibre.port_unblocking.domain.window import TimerKind
from openfibre.port_unblocking.models import PortDisplacement, PortUnblocking
from openfibre.port_unblocking.usecases.apply_port import begin_restoration
from openfibre.port_unblocking.usecases.clocks import neutral, start_timer
from openfibre.port_unblocking.usecases.dispute_late import dispute_late
from openfibre.port_unblocking.usecases.finish import settle_if_answered

_ANSWERABLE: Final = (CaseState.ACTIVE_NEW, CaseState.AWAITING_BK)


def confirm(session: Session, actor: Actor, displacement_id: UUID, *, cause: Cause) -> PortDisplacement:
    """The consumer says that the disconnection was right: the confirmation goes out (15).

    Once somebody's dispute has the whole port restored, there is nothing left to confirm (`ILLEGAL_TRANSITION`).
    """
    found = repository.lock_displacement(session, actor, displacement_id)
    CASE.decide(repository.lock_case(session, found.case_id).state, CaseEvent.SETTLE, actor="system")
    _conclude(session, found, DisplacementEvent.CONFIRM, cause)
    return found


def deem(session: Session, displacement: PortDisplacement, cause: Cause) -> None:
    """Silent to the end of the window: taken for a yes, and confirmed in writing all the same (15).

    Not while another's dispute has the whole port restored: then the service comes back.
    """
    if repository.lock_case(session, displacement.case_id).state not in _ANSWERABLE:
        return
    _conclude(session, displacement, DisplacementEvent.DEEM, cause)


def _conclude(session: Session, found: PortDisplacement, event: DisplacementEvent, cause: Cause) -> None:
    case = repository.lock_case(session, found.case_id)
    move(session, found, DISPLACEMENT, event, cause)
    found.answered_at = cause.now
    repository.stop_timers(session, found.id, cause.now, TimerKind.ANSWER)
    _send_letter(session, case, found, cause)
    settle_if_answered(session, case, cause)


def _send_letter(session: Session, case: PortUnblocking, found: PortDisplacement, cause: Cause) -> None:
    """To the consumer where its address was given, and then forgotten; else to the provider, to pass on."""
    language: Language = "en" if found.letter_language == "en" else "sv"
    recipient, is_consumer = found.letter_to, bool(found.letter_to)
    if not recipient and found.provider_id is not None:
        recipient = repository.provider(session, found.provider_id).contact_email
    if not recipient:
        return  # the network owner told this provider by hand, and goes on by hand
    provider = repository.provider(session, found.provider_id) if found.provider_id else None
    queue_mail(
        session,
        recipient,
        "unblocking_letter",
        language,
        provider=provider.name if provider else "",
        to_consumer=is_consumer,
        services=", ".join(str(row["service"]) for row in found.services),
        day=found.displaced_at,
        contacted=found.contacted_at,
        network=repository.network(session, case.network_id).name,
    )
    found.letter_to = ""
    found.letter_sent_at = cause.now


def dispute(
    session: Session, actor: Actor, displacement_id: UUID, *, cause: Cause
) -> tuple[PortDisplacement, PortUnblocking | None]:
    """The consumer disputes: the forced reactivation begins at once (16).

    After the end of the window it becomes a case of its own for the network owner, returned unless it has to
    wait for the access. Raises the refusal of G6.
    """
    found = repository.lock_displacement(session, actor, displacement_id)
    case = repository.lock_case(session, found.case_id)
    is_over = found.window_closes_at is not None and cause.now >= found.window_closes_at
    if is_over and found.state not in SETTLED:
        deem(session, found, neutral(cause))  # the timer was about to; not while the port is being restored
    if found.state in SETTLED:
        return found, dispute_late(session, case, found, cause)
    facts = Facts(
        is_displaced_provider=actor.kind is ActorKind.PARTNER,
        by_network_owner=actor.kind is not ActorKind.PARTNER,
        has_snapshot=case.snapshot_at is not None,
        window_open=True,
    )
    guards.ask(CaseEvent.REACTIVATE, facts)
    move(session, found, DISPLACEMENT, DisplacementEvent.DISPUTE, cause)
    found.answered_at = cause.now
    found.dispute_reason = cause.reason
    repository.stop_timers(session, found.id, cause.now, TimerKind.ANSWER, TimerKind.CONTACT)
    if case.state in _ANSWERABLE:
        _roll_back(session, case, cause)
    return found, None


def _roll_back(session: Session, case: PortUnblocking, cause: Cause) -> None:
    """One dispute restores the whole port; a second while that goes on changes nothing more."""
    quiet = neutral(cause)
    move(session, case, CASE, CaseEvent.DISPUTE, quiet)
    move(session, case, CASE, CaseEvent.REACTIVATE, quiet)
    start_timer(session, case, TimerKind.ROLLBACK, cause.now)
    begin_restoration(session, case, cause=quiet)
