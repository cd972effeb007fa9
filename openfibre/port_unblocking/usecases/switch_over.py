"""Steps 9–11: the new services are up; each provider that lost one becomes a child of the case and is told."""

from __future__ import annotations

from sqlmodel import Session

from infra.transitions import Cause, move
from openfibre.port_unblocking import repository
from openfibre.port_unblocking.domain.port import Port, rows_of
from openfibre.port_unblocking.domain.states import CASE, CaseEvent
from openfibre.port_unblocking.domain.window import USUAL_ANSWER_DAYS, TimerKind
from openfibre.port_unblocking.models import PortDisplacement, PortUnblocking
from openfibre.port_unblocking.usecases.clocks import start_timer
from openfibre.port_unblocking.usecases.finish import settle_if_answered
from openfibre.port_unblocking.usecases.tell import NewsForNew, tell_displaced, tell_new


def switch_over(session: Session, case: PortUnblocking, before: Port, after: Port, cause: Cause) -> None:
    """The port shows who lost what; nobody has to say so."""
    move(session, case, CASE, CaseEvent.ACTIVATE, cause)
    repository.stop_timers(session, case.id, cause.now, TimerKind.SWITCH_GAP)
    here = {each.place for each in after}
    own = repository.provider(session, case.provider_id).sp_id
    lost = tuple(each for each in before if each.place not in here and each.provider != own)
    for sp_id in sorted({each.provider for each in lost}):
        _displace(session, case, sp_id, tuple(each for each in lost if each.provider == sp_id), cause)
    tell_new(session, case, NewsForNew.ACTIVE)
    settle_if_answered(session, case, cause)


def _displace(session: Session, case: PortUnblocking, sp_id: str, lost: Port, cause: Cause) -> None:
    """One child a provider, with the answer time that this provider gives."""
    provider = repository.provider_by_sp_id(session, sp_id)
    made = PortDisplacement(
        case_id=case.id,
        sp_id=sp_id,
        provider_id=provider.id if provider else None,
        organisation_id=provider.organisation_id if provider else None,
        services=rows_of(lost),
        displaced_at=cause.now,
        answer_days=provider.answer_days if provider else USUAL_ANSWER_DAYS,
        letter_language=provider.speaks if provider else "sv",
    )
    session.add(made)
    session.flush()
    if not tell_displaced(session, case, made, cause):
        start_timer(session, case, TimerKind.NOTICE, cause.now, owner_id=made.id)
    start_timer(session, case, TimerKind.CONTACT, cause.now, owner_id=made.id)
