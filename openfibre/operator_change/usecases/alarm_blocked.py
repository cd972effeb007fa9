"""Say aloud that customers are without service, or with two, as soon as the day of a migration is over (KO-04)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from infra.clock import local_date
from infra.outbox import emit
from infra.transitions import Cause
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.reconcile import BLOCKING, is_over
from openfibre.operator_change.domain.seat import Part
from openfibre.operator_change.models import KoProject, KoWave
from openfibre.operator_change.repository import lists
from openfibre.operator_change.usecases.tell import last_told, parts_of, tell

_CODE = "wave_blocked"


def alarm_blocked(session: Session, project: KoProject, wave: KoWave, cause: Cause) -> None:
    """Tell owner and operators what blocks the wave, and each provider how many of its own; once for each number.

    Nobody is told while the day after the migration lasts: until then rows may still come right.
    """
    if not is_over(wave.technical_on, local_date(cause.now)):
        return
    session.flush()
    parts = parts_of(session, project)
    found = _blocking(session, wave)
    changed = [
        _tell(session, project, wave, part, found, cause)
        for part in parts
        if part.party in (Party.NO, Party.AKO, Party.TKO)
    ]
    for part in parts:
        if part.party is Party.TLA:
            _tell(session, project, wave, part, _blocking(session, wave, own=part.id), cause)
    if any(changed) and found:
        emit(session, "operator_change_wave.blocked", wave.subject(), found, actor=cause.name, now=cause.now)


def _blocking(session: Session, wave: KoWave, own: UUID | None = None) -> dict[str, int]:
    counts = lists.tally(session, wave.id, own=[own] if own else None, only_open=True)
    return {status.value: counts[status] for status in sorted(BLOCKING) if counts[status]}


def _tell(
    session: Session, project: KoProject, wave: KoWave, part: Part, found: dict[str, int], cause: Cause
) -> bool:
    """Whether there was something new to say. That all is settled again is said too, to who was alarmed."""
    before = last_told(session, wave, part, _CODE)
    known = before.facts.get("found", {}) if before else {}
    if found == known:
        return False
    tell(session, project, (part,), _CODE, cause, wave=wave, number=wave.number, found=found)
    return True
