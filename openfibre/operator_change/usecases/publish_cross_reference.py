"""Publish the cross-reference: every provider may then fetch its own rows of it (KO-03, open-fibre 1.10)."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from accounts.domain.actor import Actor
from infra.transitions import Cause
from openfibre.operator_change.domain.errors import CROSS_REFERENCE_LACKS
from openfibre.operator_change.domain.parties import PROVIDERS, Party
from openfibre.operator_change.domain.routes import Content
from openfibre.operator_change.models import KoWave
from openfibre.operator_change.repository import bulk, exchange, projects
from openfibre.operator_change.usecases.tell import tell


def publish_cross_reference(session: Session, actor: Actor, wave_id: UUID, *, cause: Cause) -> KoWave:
    """For the TKO. Raises `CROSS_REFERENCE_LACKS` until its migration data is faultless."""
    project, wave = projects.wave(session, actor, wave_id, lock=True)
    seat = projects.seat(session, actor, project.id)
    seat.act(Party.TKO)
    sets = exchange.live(session, wave.id, Content.MIGRATION, Party.TKO, only_faultless=True)
    if not sets:
        raise CROSS_REFERENCE_LACKS.error()
    wave.cross_reference_at = cause.now
    concerned = bulk.providers_of_wave(session, wave.id)
    receivers = tuple(part for part in seat.parts(*PROVIDERS) if part.id in concerned)
    tell(session, project, receivers, "cross_reference", cause, wave=wave)
    return wave
