"""Write messages to parties, and note activities that facts have closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from accounts.domain.actor import SYSTEM
from infra.transitions import Cause
from openfibre.operator_change.domain.parties import Party
from openfibre.operator_change.domain.seat import Part
from openfibre.operator_change.models import KoMessage, KoProject, KoWave
from openfibre.operator_change.repository import projects


def tell(
    session: Session,
    project: KoProject,
    receivers: tuple[Part, ...],
    code: str,
    cause: Cause,
    *,
    wave: KoWave | None = None,
    text: str = "",
    **facts: Any,
) -> None:
    """One message to each of the receivers."""
    for part in receivers:
        session.add(
            KoMessage(
                project_id=project.id,
                wave_id=wave.id if wave else None,
                party_id=part.id,
                sender=cause.name,
                code=code,
                facts=facts,
                text=text,
                at=cause.now,
            )
        )


def parts_of(session: Session, project: KoProject) -> tuple[Part, ...]:
    """Everybody's part in a project."""
    return projects.seat(session, SYSTEM, project.id).all


def last_told(session: Session, wave: KoWave, part: Part, code: str) -> KoMessage | None:
    """The newest message of a kind about a wave to a party."""
    return session.exec(
        select(KoMessage)
        .where(KoMessage.wave_id == wave.id, KoMessage.party_id == part.id, KoMessage.code == code)
        .order_by(col(KoMessage.id).desc())
        .limit(1)
    ).first()


def close_activity(
    session: Session,
    project: KoProject,
    key: str,
    cause: Cause,
    *,
    wave: KoWave | None = None,
    party_id: UUID | None,
) -> None:
    """Note that what an activity asks for has been done; noting it again changes nothing."""
    found = projects.activity(session, project.id, key, wave_id=wave.id if wave else None, party_id=party_id)
    if found is not None and found.done_at is None:
        found.done_at, found.done_by = cause.now, cause.name


def everybody(parts: tuple[Part, ...], *but: Party) -> tuple[Part, ...]:
    """All parts save some."""
    return tuple(part for part in parts if part.party not in but)
